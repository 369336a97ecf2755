import type { PropType } from 'vue';
import { computed, defineComponent } from 'vue';
import { longTime, timeAgo } from '../time';
import type { Note } from '../types';
import { idOf } from '../types';

export const SystemNote = defineComponent({
  props: { note: { type: Object as PropType<Note>, required: true } },
  setup: props => ({
    idOf,
    longTime,
    timeAgo,
    html: computed(() => props.note.bodyHtml.replace(/^<p[^>]*>|<\/p>\s*$/g, '')),
  }),
  template: `
    <li :id="'note_' + idOf(note.id)"
      class="js-timeline-entry timeline-entry note-container-query-wrapper system-note"><div
      class="timeline-entry-inner gl-clearfix">
      <div
        class="gl-relative gl-float-left gl-flex gl-items-center gl-justify-center gl-rounded-full system-note-dot -gl-top-1 gl-ml-4 gl-mt-3 gl-h-3 gl-w-3 gl-border-2 gl-border-solid gl-border-subtle"></div>
      <div class="gl-ml-7"><div class="gl-flex gl-items-start gl-justify-between"><div class="note-header-info">
        <a :href="note.author.webPath" :data-user-id="idOf(note.author.id)" :data-username="note.author.username"
          class="author-name-link js-user-link gl-overflow-hidden gl-break-words"><span data-testid="author-name"
          class="note-header-author-name gl-font-bold">{{ note.author.name }}</span></a>
        <span class="note-headline-light note-headline-meta"><span data-testid="system-note-content"
          class="system-note-message"><span class="gl-break-anywhere" v-html="html"></span></span>
          <span class="system-note-separator"></span>
          <a :href="'#note_' + idOf(note.id)" :title="longTime(note.createdAt)" :aria-label="longTime(note.createdAt)"
            class="note-timestamp system-note-separator gl-link"><time
            :datetime="note.createdAt">{{ timeAgo(note.createdAt) }}</time></a>
        </span>
      </div></div><div class="note-body gl-pb-3 gl-pl-3"></div></div>
    </div></li>
  `,
});
