import type { PropType } from 'vue';
import { defineComponent } from 'vue';
import { longTime, timeAgo } from '../time';
import type { Note } from '../types';
import { idOf } from '../types';

/** A comment on a merge request; its body has no test id. */
export const NoteableNote = defineComponent({
  props: { note: { type: Object as PropType<Note>, required: true } },
  setup: () => ({ idOf, longTime, timeAgo }),
  template: `
    <li :id="'note_' + idOf(note.id)" :data-note-id="idOf(note.id)" data-testid="noteable-note-container"
      class="js-timeline-entry timeline-entry note-container-query-wrapper note note-wrapper note-comment"
      :class="['note-row-' + idOf(note.id), note.userPermissions.adminNote ? 'is-editable' : '']"><div
      class="timeline-entry-inner gl-clearfix">
      <div class="timeline-avatar gl-float-left"><a :href="note.author.webPath" :data-user-id="idOf(note.author.id)"
        :data-username="note.author.username"
        class="gl-avatar-link js-user-link gl-relative gl-link gl-link-meta"><gl-avatar :name="note.author.name"
        :size="32"></gl-avatar></a></div>
      <div class="timeline-content gl-rounded-b-lg">
        <div class="note-header"><div class="note-header-info">
          <a :href="note.author.webPath" :data-user-id="idOf(note.author.id)" :data-username="note.author.username"
            class="author-name-link js-user-link gl-overflow-hidden gl-break-words"><span data-testid="author-name"
            class="note-header-author-name gl-font-bold">{{ note.author.name }}</span></a>
          <span
            class="author-username -gl-m-2 gl-mr-0 gl-hidden gl-truncate !gl-whitespace-nowrap gl-p-2 @md/panel:gl-inline"><a
            :href="note.author.webPath" class="author-username-link focus:gl-focus"><span
            class="note-headline-light">@{{ note.author.username }}</span></a></span>
          <span class="note-headline-light note-headline-meta"><span class="system-note-separator">·</span> <a
            :href="'#note_' + idOf(note.id)" :title="longTime(note.createdAt)" :aria-label="longTime(note.createdAt)"
            class="note-timestamp system-note-separator gl-link"><time
            :datetime="note.createdAt">{{ timeAgo(note.createdAt) }}</time></a></span>
        </div><div class="note-actions"><span v-if="note.maxAccessLevelOfAuthor"
          class="gl-mr-3 gl-hidden @sm/panel:gl-block gl-badge badge badge-pill badge-neutral"><span
          class="gl-badge-content">{{ note.maxAccessLevelOfAuthor }}</span></span></div></div>
        <div class="timeline-discussion-body"><div class="note-body"><div class="note-text md"
          v-html="note.bodyHtml"></div></div><div class="timeline-discussion-body-footer"></div></div>
      </div>
    </div></li>
  `,
});
