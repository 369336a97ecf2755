import type { PropType } from 'vue';
import { computed, defineComponent, ref } from 'vue';
import type { Discussion, WorkItem } from '../types';
import { idOf } from '../types';
import { WorkItemCommentForm } from './comment-form';
import { WorkItemNote } from './note';

/** A thread, or a lone comment that can become one. Emits `reply` with `{ body, discussionId, done }`. */
export const WorkItemDiscussion = defineComponent({
  components: { WorkItemNote, WorkItemCommentForm },
  props: {
    discussion: { type: Object as PropType<Discussion>, required: true },
    workItem: { type: Object as PropType<WorkItem>, required: true },
    canReply: Boolean,
  },
  setup(props, { emit }) {
    const isReplying = ref(false);
    const isExpanded = ref(true);
    return {
      isReplying,
      isExpanded,
      idOf,
      first: computed(() => props.discussion.notes.nodes[0]),
      replies: computed(() => props.discussion.notes.nodes.slice(1)),
      send(submission: { body: string; done: (ok: boolean) => void }) {
        emit('reply', {
          ...submission,
          discussionId: props.discussion.id,
          done(ok: boolean) {
            submission.done(ok);
            if (ok) isReplying.value = false;
          },
        });
      },
    };
  },
  template: `
    <li class="js-timeline-entry timeline-entry note-container-query-wrapper note-discussion gl-px-0"
      :data-note-id="idOf(first.id)" :data-discussion-id="discussion.id"><div
      class="timeline-entry-inner gl-clearfix"><div class="timeline-content">
      <div class="discussion"><div class="discussion-body"><div class="discussion-wrapper"><div
        class="discussion-notes"><ul data-testid="note-container" class="notes">
        <work-item-note :key="first.id" :note="first" :work-item="workItem" is-first
          :has-replies="replies.length > 0 || isReplying" :can-reply="canReply" @startReplying="isReplying = true"
          @updated="$emit('updated', $event)" @error="$emit('error', $event)"></work-item-note>
        <template v-if="replies.length">
          <li :aria-expanded="String(isExpanded)"
            class="toggle-replies-widget gl-border-r gl-border-l !gl-flex gl-flex-wrap gl-items-center gl-border-l-section gl-border-r-section gl-bg-subtle gl-px-5 gl-py-2 gl-leading-24">
            <gl-button variant="link" data-testid="collapse-replies-button" class="!gl-no-underline"
              @click="isExpanded = !isExpanded">{{ isExpanded ? 'Collapse replies' : replies.length + ' replies' }}</gl-button></li>
          <template v-if="isExpanded"><work-item-note v-for="reply in replies" :key="reply.id" :note="reply"
            :work-item="workItem" has-replies @updated="$emit('updated', $event)"
            @error="$emit('error', $event)"></work-item-note></template>
        </template>
        <li v-if="canReply && (replies.length || isReplying) && isExpanded"
          class="!gl-pb-5 note note-wrapper note-comment discussion-reply-holder gl-clearfix"><div><div
          class="timeline-content">
          <work-item-comment-form v-if="isReplying" kind="reply" :work-item="workItem"
            :autosave-key="'autosave/' + discussion.id + '-comment'" @submitForm="send"
            @cancel="isReplying = false"></work-item-comment-form>
          <div v-else class="gl-relative gl-flex gl-items-start gl-flex-wrap @sm/panel:gl-flex-nowrap">
            <input type="text" placeholder="Reply…" aria-label="Reply to comment" data-testid="note-reply-textarea"
              class="gl-form-input reply-placeholder-input-field js-discussion-reply-field-placeholder form-control"
              @focus="isReplying = true"></div>
        </div></div></li>
      </ul></div></div></div></div>
    </div></div></li>
  `,
});
