import { defineComponent, ref } from 'vue';
import { previewMarkdown } from '../graphql';
import { MarkdownHeader } from './toolbar';

/** The plain editor: a textarea that Vue reads on `input`, with a preview rendered by the server. */
export const MarkdownField = defineComponent({
  components: { MarkdownHeader },
  props: {
    value: { type: String, required: true },
    fullPath: { type: String, required: true },
    /** id, name, aria-label, placeholder and test id of the textarea. */
    fieldProps: { type: Object, required: true },
    disabled: Boolean,
  },
  setup(props, { emit }) {
    const textarea = ref<HTMLTextAreaElement>();
    const previewing = ref(false);
    const preview = ref('');
    async function togglePreview(): Promise<void> {
      previewing.value = !previewing.value;
      if (!previewing.value) return;
      preview.value = '';
      preview.value = (await previewMarkdown(props.fullPath, props.value)) || 'Nothing to preview.';
    }
    return {
      textarea,
      previewing,
      preview,
      togglePreview,
      onKeydown(event: KeyboardEvent) {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) emit('submit');
        if (event.key === 'p' && event.ctrlKey && event.shiftKey) void togglePreview();
      },
      wrap({ before, after, block }: { before: string; after: string; block: boolean }) {
        const field = textarea.value;
        if (!field) return;
        const { selectionStart, selectionEnd, value } = field;
        const selected = value.slice(selectionStart, selectionEnd);
        const newLine = block && selectionStart > 0 && value[selectionStart - 1] !== '\n' ? '\n' : '';
        field.focus();
        document.execCommand('insertText', false, `${newLine}${before}${selected}${after}`);
        if (!selected && !block)
          field.setSelectionRange(selectionStart + before.length, selectionStart + before.length);
      },
    };
  },
  template: `
    <div class="js-vue-markdown-field md-area gfm-form !gl-relative gl-relative" data-testid="markdown-field"
      :data-uploads-path="'/' + fullPath + '/uploads'">
      <markdown-header :previewing="previewing" @preview="togglePreview" @wrap="wrap"></markdown-header>
      <div v-show="!previewing" class="md-write-holder"><div class="zen-backdrop">
        <div class="div-dropzone-wrapper"><div class="div-dropzone">
          <textarea ref="textarea" v-bind="fieldProps" :value="value" :disabled="disabled"
            data-supports-quick-actions="true" dir="auto"
            class="note-textarea js-gfm-input markdown-area js-gfm-input-initialized"
            @input="$emit('input', $event.target.value)" @keydown="onKeydown"></textarea>
        </div></div>
        <div class="gl-border-t"><div
          class="comment-toolbar gl-flex gl-flex-row gl-rounded-b-lg gl-px-2 gl-items-center gl-justify-between gl-border-default showContentEditorSwitcher">
          <slot name="switcher"></slot>
          <div class="gl-flex"><gl-button href="/help/user/markdown" icon="markdown-mark" size="sm" category="tertiary"
            title="Markdown is supported" aria-label="Markdown is supported" class="!gl-px-3"></gl-button></div>
        </div></div>
      </div></div>
      <div v-show="previewing" class="js-vue-md-preview md-preview-holder gl-px-5"><div class="md"
        v-html="preview"></div></div>
    </div>
  `,
});
