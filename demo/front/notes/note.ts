import type { PropType } from 'vue';
import { computed, defineComponent, ref } from 'vue';
import { request } from '../graphql';
import { updateWorkItemNote } from '../operations';
import { longTime, timeAgo } from '../time';
import type { Note, WorkItem } from '../types';
import { idOf } from '../types';
import { WorkItemCommentForm } from './comment-form';

type Submission = { body: string; done: (ok: boolean) => void };

/** A comment. While it is edited its actions and its body are gone, and a form stands in their place. */
export const WorkItemNote = defineComponent({
  components: { WorkItemCommentForm },
  props: {
    note: { type: Object as PropType<Note>, required: true },
    workItem: { type: Object as PropType<WorkItem>, required: true },
    isFirst: Boolean,
    hasReplies: Boolean,
    canReply: Boolean,
  },
  setup(props, { emit }) {
    const isEditing = ref(false);
    async function save({ body, done }: Submission): Promise<void> {
      try {
        type Answer = { updateNote: { errors: string[]; note: Note | null } };
        const input = { id: props.note.id, body };
        const { updateNote } = await request<Answer>(updateWorkItemNote, { input });
        if (!updateNote.note) throw new Error(updateNote.errors.join('; '));
        isEditing.value = false;
        emit('updated', updateNote.note);
        done(true);
      } catch {
        emit('error', 'Something went wrong while editing your comment. Please try again.');
        done(false);
      }
    }
    const address = computed(
      () => props.note.url ?? `${new URL(props.workItem.webUrl).pathname}#note_${idOf(props.note.id)}`,
    );
    return {
      isEditing,
      save,
      idOf,
      longTime,
      timeAgo,
      address,
      isAuthor: computed(() => props.note.author.id === props.workItem.author.id),
      menu: [
        {
          text: 'Copy link',
          testid: 'copy-link-action',
          action: () => void navigator.clipboard?.writeText(address.value),
        },
      ],
    };
  },
  template: `
    <li :id="'note_' + idOf(note.id)" :discussion-id="note.discussion.id"
      class="js-timeline-entry timeline-entry note-container-query-wrapper note note-wrapper note-comment"
      :class="[isFirst && hasReplies ? 'gl-mb-4' : '', note.internal ? 'internal-note' : '']"><div
        class="timeline-entry-inner gl-clearfix">
      <div class="timeline-avatar gl-float-left"><a :href="note.author.webPath" :data-user-id="idOf(note.author.id)"
        :data-username="note.author.username" class="gl-avatar-link js-user-link gl-link gl-link-meta"><gl-avatar
        :name="note.author.name" :size="32"></gl-avatar></a></div>
      <div class="timeline-content" :class="hasReplies ? '' : 'gl-rounded-b-lg'"><div data-testid="note-wrapper">
        <div class="note-header">
          <div class="note-header-info">
            <a :href="note.author.webPath" :data-user-id="idOf(note.author.id)" :data-username="note.author.username"
              class="author-name-link js-user-link gl-overflow-hidden gl-break-words"><span data-testid="author-name"
              class="note-header-author-name gl-font-bold">{{ note.author.name }}</span></a>
            <span
              class="author-username -gl-m-2 gl-mr-0 gl-hidden gl-truncate !gl-whitespace-nowrap gl-p-2 @md/panel:gl-inline"><a
              :href="note.author.webPath" class="author-username-link focus:gl-focus"><span
              class="note-headline-light">@{{ note.author.username }}</span></a></span>
            <span class="note-headline-light note-headline-meta"><span class="system-note-separator">·</span>
              <a :href="address" :title="longTime(note.createdAt)" :aria-label="longTime(note.createdAt)"
                class="note-timestamp system-note-separator gl-link"><time
                :datetime="note.createdAt">{{ timeAgo(note.createdAt) }}</time></a>
              <span v-if="note.internal" data-testid="internal-note-indicator"
                class="gl-badge badge badge-pill badge-warning"><span
                class="gl-badge-content">Internal note</span></span>
              <span v-if="note.lastEditedAt" class="gl-text-subtle">· Edited</span>
            </span>
          </div>
          <div v-if="!isEditing" class="gl-inline-flex"><div class="note-actions">
            <span v-if="isAuthor" class="note-hidden-xs gl-mr-3 gl-badge badge badge-pill badge-neutral"
              data-testid="author-badge"><span class="gl-badge-content">Author</span></span>
            <span v-if="note.maxAccessLevelOfAuthor"
              class="note-hidden-xs gl-mr-3 gl-badge badge badge-pill badge-neutral"
              data-testid="max-access-level-badge"><span
              class="gl-badge-content">{{ note.maxAccessLevelOfAuthor }}</span></span>
            <gl-button v-if="isFirst && canReply" icon="reply" category="tertiary" title="Reply to comment"
              aria-label="Reply to comment" data-track-label="reply_comment_button"
              @click="$emit('startReplying')"></gl-button>
            <gl-button v-if="note.userPermissions.adminNote" icon="pencil" category="tertiary"
              data-testid="note-edit-button" title="Edit comment" aria-label="Edit comment"
              @click="isEditing = true"></gl-button>
            <gl-disclosure-dropdown toggle-text="More actions" icon="ellipsis_v" category="tertiary" no-caret
              :items="menu"></gl-disclosure-dropdown>
          </div></div>
        </div>
        <div class="note-body">
          <work-item-comment-form v-if="isEditing" key="form" kind="edit" :work-item="workItem"
            :initial-value="note.body" :autosave-key="'autosave/' + note.id + '-comment'" @submitForm="save"
            @cancel="isEditing = false"></work-item-comment-form>
          <div v-else key="text" class="timeline-discussion-body"><div><div data-testid="work-item-note-body"
            class="note-text md" v-html="note.bodyHtml"></div></div><div class="note-awards"></div></div>
        </div>
      </div></div>
    </div></li>
  `,
});
