import type { PropType } from 'vue';
import { computed, defineComponent, ref, watch } from 'vue';
import { MarkdownEditor } from '../editor/markdown-editor';
import type { WorkItem } from '../types';
import { widget } from '../types';

/** The description, or the form that edits it together with the title. Emits `save` with the Markdown, and `cancel`. */
export const WorkItemDescription = defineComponent({
  components: { MarkdownEditor },
  props: { workItem: { type: Object as PropType<WorkItem>, required: true }, editMode: Boolean, isUpdating: Boolean },
  setup(props) {
    const description = computed(() => widget(props.workItem, 'DESCRIPTION'));
    const text = ref('');
    watch(
      () => props.editMode,
      () => {
        text.value = description.value?.description ?? '';
      },
    );
    const checkboxes = computed(() => [
      ...(description.value?.descriptionHtml ?? '').matchAll(/task-list-item-checkbox"?[^>]*/g),
    ]);
    return {
      description,
      text,
      total: computed(() => checkboxes.value.length),
      done: computed(() => checkboxes.value.filter(([box]) => box.includes('checked')).length),
      fieldProps: {
        id: 'work-item-description',
        name: 'work-item-description',
        'data-testid': 'markdown-editor-form-field',
        'aria-label': 'Description',
        placeholder: 'Write a description or drag your files here…',
      },
    };
  },
  template: `
    <div data-testid="work-item-description-wrapper">
      <form v-if="editMode" key="form" class="gl-my-5" @submit.prevent>
        <label for="work-item-description" class="gl-mb-2 gl-font-bold">Description</label>
        <markdown-editor v-model="text" :full-path="workItem.namespace.fullPath" :field-props="fieldProps"
          @submit="$emit('save', text)"></markdown-editor>
        <div class="gl-mt-4 gl-flex gl-gap-3"><gl-button variant="confirm" data-testid="save-description"
          :loading="isUpdating" @click="$emit('save', text)">Save changes</gl-button><gl-button data-testid="cancel"
          @click="$emit('cancel')">Cancel</gl-button></div>
      </form>
      <div v-else key="text" class="gl-my-5">
        <div v-if="description && description.descriptionHtml"
          class="js-work-item-description work-item-description description md gl-relative gl-clearfix"><div
          data-testid="work-item-description" v-html="description.descriptionHtml"></div></div>
        <div v-else class="gl-text-subtle">No description</div>
        <small v-if="total"
          class="js-issue-widgets gl-inline-block gl-text-sm gl-text-subtle">{{ done }} of {{ total }} checklist items completed</small>
      </div>
    </div>
  `,
});
