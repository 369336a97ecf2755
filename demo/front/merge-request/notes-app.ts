import type { PropType } from 'vue';
import { computed, defineComponent, ref } from 'vue';
import { MarkdownEditor } from '../editor/markdown-editor';
import { post, request } from '../graphql';
import { SystemNote } from '../notes/system-note';
import { mergeRequestNotes, workItemNotes } from '../operations';
import { isSignedIn, mountData } from '../session';
import type { Discussion, Nodes, WorkItem } from '../types';
import { idOf, widget } from '../types';
import { NoteableNote } from './noteable-note';

type Variables = { fullPath: string; iid: string };

async function notesOfMergeRequest(variables: Variables): Promise<Discussion[]> {
  type Answer = { project: { mergeRequest: { discussions: Nodes<Discussion> } } };
  const { project } = await request<Answer>(mergeRequestNotes, variables);
  return project.mergeRequest.discussions.nodes;
}

async function notesOfIssue(variables: Variables): Promise<Discussion[]> {
  type Answer = { namespace: { workItem: WorkItem } };
  const all = { ...variables, after: null, pageSize: 100, filter: 'ALL_NOTES' };
  const { namespace } = await request<Answer>(workItemNotes, all);
  return widget(namespace.workItem, 'NOTES')?.discussions?.nodes ?? [];
}

/** Activity of a merge request, and of an issue on its old page: the form is there at once, the notes a request later. A comment is sent over REST. */
export const NotesApp = defineComponent({
  components: { MarkdownEditor, NoteableNote, SystemNote },
  props: {
    noteable: { type: String as PropType<'MergeRequest' | 'Issue'>, default: 'MergeRequest' },
    noteableId: { type: String, required: true },
  },
  setup(props) {
    const discussions = ref<Discussion[]>([]);
    const isLoading = ref(true);
    const isNewestFirst = ref(false);
    const isSubmitting = ref(false);
    const text = ref('');
    const error = ref('');
    async function load(): Promise<void> {
      const variables = { fullPath: mountData.fullPath, iid: mountData.iid };
      discussions.value = await (props.noteable === 'Issue' ? notesOfIssue(variables) : notesOfMergeRequest(variables));
      isLoading.value = false;
    }
    void load();
    async function submit(): Promise<void> {
      if (!text.value || isSubmitting.value) return;
      isSubmitting.value = true;
      error.value = '';
      const note = { noteable_type: props.noteable, noteable_id: Number(props.noteableId), note: text.value };
      const answer = await post(
        `/${mountData.fullPath}/notes?target_type=${props.noteable === 'Issue' ? 'issue' : 'merge_request'}&target_id=${props.noteableId}`,
        { note },
      );
      isSubmitting.value = false;
      if (answer.ok) {
        text.value = '';
        await load();
      } else error.value = 'Your comment could not be submitted! Please check your network connection and try again.';
    }
    return {
      isLoading,
      isNewestFirst,
      isSubmitting,
      isSignedIn,
      text,
      error,
      submit,
      idOf,
      shown: computed(() => (isNewestFirst.value ? [...discussions.value].reverse() : discussions.value)),
      fullPath: mountData.fullPath,
      canEdit: mountData.canEdit,
      draftKey: `autosave/Note/${props.noteable}/${props.noteableId}`,
      fieldProps: {
        id: 'note-body',
        name: 'note[note]',
        'data-testid': 'comment-field',
        'data-noteable-type': props.noteable,
        'aria-label': 'Comment',
        placeholder: 'Write a comment or drag your files here…',
      },
    };
  },
  template: `
    <div id="notes">
      <div
        class="gl-flex gl-flex-col gl-justify-between gl-pb-3 gl-pt-5 @sm/panel:gl-flex-row @sm/panel:gl-items-center"><h2
        class="gl-heading-2 gl-m-0">Activity</h2>
        <gl-button :icon="isNewestFirst ? 'sort-highest' : 'sort-lowest'" data-testid="mr-discussion-sort-direction"
          :aria-label="'Sort direction: ' + (isNewestFirst ? 'Descending' : 'Ascending')"
          @click="isNewestFirst = !isNewestFirst"></gl-button></div>
      <ul id="notes-list" class="notes main-notes-list timeline">
        <li v-if="isLoading" key="skeleton" class="timeline-entry gl-p-5"><div
          class="gl-animate-skeleton-loader gl-h-4 gl-rounded-base"></div></li>
        <template v-for="discussion in shown">
          <system-note v-if="discussion.notes.nodes[0].system" :key="discussion.id"
            :note="discussion.notes.nodes[0]"></system-note>
          <noteable-note v-else-if="discussion.notes.nodes.length === 1" :key="discussion.id"
            :note="discussion.notes.nodes[0]"></noteable-note>
          <li v-else :key="discussion.id"
            class="js-timeline-entry timeline-entry note-container-query-wrapper note note-discussion"><div
            class="timeline-entry-inner gl-clearfix"><div class="timeline-content"><div
            :data-discussion-id="idOf(discussion.id)" data-testid="discussion-content"
            class="discussion js-discussion-container"><div class="discussion-body"><div
            class="card discussion-wrapper"><div class="discussion-notes"><ul class="notes"><noteable-note
            v-for="note in discussion.notes.nodes" :key="note.id"
            :note="note"></noteable-note></ul></div></div></div></div></div></div></li>
        </template>
      </ul>
      <div v-if="isSignedIn" class="js-comment-form"><ul class="notes notes-form timeline"><li
        class="js-timeline-entry timeline-entry note-container-query-wrapper note-form"><div
        class="timeline-entry-inner gl-clearfix"><div class="flash-container gl-mb-2"><div v-if="error" role="alert"
        class="gl-alert gl-alert-danger"><div class="gl-alert-content"><div
        class="gl-alert-body">{{ error }}</div></div></div></div><div class="timeline-content timeline-content-form">
        <form data-testid="comment-form" class="new-note common-note-form gfm-form js-main-target-form"
          @submit.prevent="submit">
          <div class="comment-warning-wrapper"><div data-testid="comment-field-alert-container"
            class="error-alert"></div>
            <markdown-editor v-model="text" :full-path="fullPath" :field-props="fieldProps" :autosave-key="draftKey"
              :disabled="isSubmitting" @submit="submit"></markdown-editor></div>
          <div class="note-form-actions gl-flex gl-flex-wrap gl-gap-3">
            <div class="gl-form-checkbox custom-checkbox custom-control gl-basis-full"><input id="internal-note"
              type="checkbox" data-testid="internal-note-checkbox" class="custom-control-input"><label
              for="internal-note" class="custom-control-label">Make this an internal note</label></div>
            <div role="group"
              class="js-comment-button js-comment-submit-button comment-type-dropdown gl-button-group btn-group"
              data-testid="comment-button"><button type="submit" :disabled="!text || isSubmitting"
              class="btn gl-button btn-confirm btn-md" :class="!text || isSubmitting ? 'disabled' : ''"><span
              class="gl-button-text">Comment</span></button></div>
            <gl-button v-if="canEdit" data-testid="close-reopen-button"
              class="btn-close js-note-target-close btn-comment btn-comment-and-close">{{ noteable === 'Issue' ? 'Close issue' : 'Close merge request' }}</gl-button>
          </div>
        </form>
      </div></div></li></ul></div>
      <div v-else class="disabled-comment gl-text-center gl-text-subtle">Please <a href="/users/sign_in"
        class="gl-link">sign in</a> to reply</div>
    </div>
  `,
});
