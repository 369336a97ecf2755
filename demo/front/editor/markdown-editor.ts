import { computed, defineComponent, ref, watch } from 'vue';
import { readDraft, saveDraft } from './draft';
import { MarkdownField } from './markdown-field';
import { editing } from './mode';
import { ContentEditor } from './rich-editor';

/**
 * GitLab's editor in both modes. The form's id and name sit on the textarea, in rich text on a hidden input that only
 * mirrors the Markdown; the test id then moves to the box around the editor.
 */
export const MarkdownEditor = defineComponent({
  components: { MarkdownField, ContentEditor },
  props: {
    value: { type: String, required: true },
    fullPath: { type: String, required: true },
    fieldProps: { type: Object, required: true },
    autosaveKey: { type: String, default: '' },
    autofocus: Boolean,
    disabled: Boolean,
  },
  setup(props, { emit }) {
    const root = ref<HTMLElement>();
    const isRich = computed(() => editing.mode === 'contentEditor');
    const draft = readDraft(props.autosaveKey);
    if (draft && !props.value) emit('input', draft);
    watch(
      () => props.value,
      value => saveDraft(props.autosaveKey, value),
    );
    const fieldWithoutTestid = computed(() => ({ ...props.fieldProps, 'data-testid': undefined }));
    return {
      root,
      isRich,
      fieldWithoutTestid,
      switchMode: () => editing.switchTo(isRich.value ? 'markdownField' : 'contentEditor'),
    };
  },
  mounted() {
    if (this.autofocus) this.root?.querySelector('textarea')?.focus();
  },
  template: `
    <div ref="root" class="js-editor md-area-wrapper gl-rounded-lg !gl-px-0 js-gfm-wrapper gl-relative">
      <markdown-field v-if="!isRich" :value="value" :full-path="fullPath" :field-props="fieldProps" :disabled="disabled"
        @input="$emit('input', $event)" @submit="$emit('submit')">
        <template #switcher><div class="content-editor-switcher gl-inline-flex gl-items-center"><gl-button
          id="switch-to-rich-text-editor" size="sm" category="tertiary" data-testid="editing-mode-switcher"
          class="!gl-px-4 !gl-text-sm !gl-text-subtle"
          @click="switchMode">Switch to rich text editing</gl-button></div></template>
      </markdown-field>
      <div v-else :data-testid="fieldProps['data-testid']" class="md-area gl-relative">
        <content-editor :value="value" :full-path="fullPath" :placeholder="fieldProps.placeholder"
          :autofocus="autofocus" @input="$emit('input', $event)" @submit="$emit('submit')">
          <template #switcher><div class="content-editor-switcher gl-inline-flex gl-items-center"><gl-button
            id="switch-to-rich-text-editor" size="sm" category="tertiary" data-testid="editing-mode-switcher"
            class="!gl-px-4 !gl-text-sm !gl-text-subtle"
            @click="switchMode">Switch to plain text editing</gl-button></div></template>
        </content-editor>
        <input type="hidden" v-bind="fieldWithoutTestid" :value="value">
      </div>
    </div>
  `,
});
