import type { PropType } from 'vue';
import { computed, defineComponent, ref } from 'vue';
import { saveDraft } from '../editor/draft';
import { MarkdownEditor } from '../editor/markdown-editor';
import { mountData } from '../session';
import type { WorkItem } from '../types';

/**
 * Form of a comment, a reply or an edited note. All three have the same classes, id and name: only the place in the page
 * tells them apart. Emits `submitForm` with `{ body, internal, done }`; `done(ok)` frees the form again.
 */
export const WorkItemCommentForm = defineComponent({
  components: { MarkdownEditor },
  props: {
    workItem: { type: Object as PropType<WorkItem>, required: true },
    kind: { type: String as PropType<'comment' | 'reply' | 'edit'>, required: true },
    initialValue: { type: String, default: '' },
    autosaveKey: { type: String, required: true },
  },
  setup(props, { emit }) {
    const text = ref(props.initialValue);
    const internal = ref(false);
    const isSubmitting = ref(false);
    const ariaLabel = props.kind === 'edit' ? 'Edit comment' : 'Add a reply';
    const { id, iid, namespace, workItemType } = props.workItem;
    const item = {
      'data-work-item-full-path': namespace.fullPath,
      'data-work-item-id': id,
      'data-work-item-type-id': workItemType.id,
      ...(props.kind !== 'edit' && { 'data-work-item-iid': iid }),
    };
    const attributes = mountData.isFirst ? {} : item;
    function submit(): void {
      if (!text.value || isSubmitting.value) return;
      isSubmitting.value = true;
      emit('submitForm', {
        body: text.value,
        internal: internal.value,
        done(ok: boolean) {
          isSubmitting.value = false;
          if (!ok) return;
          text.value = '';
          internal.value = false;
          saveDraft(props.autosaveKey, '');
        },
      });
    }
    return {
      text,
      internal,
      isSubmitting,
      attributes,
      submit,
      submitText: computed(
        () =>
          ({ comment: internal.value ? 'Add internal note' : 'Comment', reply: 'Reply', edit: 'Save comment' })[
            props.kind
          ],
      ),
      fieldProps: {
        id: 'work-item-add-or-edit-comment',
        name: 'work-item-add-or-edit-comment',
        'data-testid': 'markdown-editor-form-field',
        'aria-label': ariaLabel,
        placeholder: 'Write a comment or drag your files here…',
      },
      cancel() {
        saveDraft(props.autosaveKey, '');
        emit('cancel');
      },
      toggleState: () => emit('toggleState'),
    };
  },
  template: `
    <div class="timeline-discussion-body !gl-overflow-visible"><div class="note-body !gl-overflow-visible !gl-p-0">
      <form class="common-note-form gfm-form js-main-target-form new-note gl-grow" @submit.prevent>
        <div class="comment-warning-wrapper">
          <markdown-editor v-model="text" :full-path="workItem.namespace.fullPath" :field-props="fieldProps"
            :autosave-key="autosaveKey" :autofocus="kind !== 'comment'" :disabled="isSubmitting" v-bind="attributes"
            @submit="submit"></markdown-editor>
        </div>
        <div data-testid="work-item-comment-form-actions" class="note-form-actions">
          <div v-if="kind === 'comment' && workItem.userPermissions.markNoteAsInternal"
            class="gl-form-checkbox custom-checkbox custom-control gl-mb-2">
            <input :id="'internal-note-' + workItem.iid" v-model="internal" type="checkbox"
              data-testid="internal-note-checkbox" class="custom-control-input">
            <label :for="'internal-note-' + workItem.iid"
              class="custom-control-label">Make this an internal note <gl-icon name="question-o"
              class="gl-text-link"></gl-icon></label>
          </div>
          <div class="gl-flex gl-gap-3">
            <gl-button variant="confirm" data-testid="confirm-button" :disabled="!text || isSubmitting"
              :loading="isSubmitting" @click="submit">{{ submitText }}</gl-button>
            <span v-if="kind === 'comment' && workItem.userPermissions.updateWorkItem"><gl-button
              @click="toggleState">{{ workItem.state === 'OPEN' ? 'Close' : 'Reopen' }} {{ workItem.workItemType.name.toLowerCase() }}</gl-button></span>
            <gl-button v-if="kind !== 'comment'" data-testid="cancel-button" @click="cancel">Cancel</gl-button>
          </div>
        </div>
      </form>
    </div></div>
  `,
});
