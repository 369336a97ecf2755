import type { PropType } from 'vue';
import { computed, defineComponent, ref } from 'vue';
import { request } from '../graphql';
import { createWorkItemNote, workItemNotes } from '../operations';
import { isSignedIn } from '../session';
import type { Discussion, Note, WorkItem } from '../types';
import { idOf, widget } from '../types';
import { WorkItemCommentForm } from './comment-form';
import { WorkItemDiscussion } from './discussion';
import { SystemNote } from './system-note';

type Submission = { body: string; internal?: boolean; discussionId?: string; done: (ok: boolean) => void };

const filters = [
  { value: 'ALL_NOTES', text: 'All activity' },
  { value: 'ONLY_COMMENTS', text: 'Comments only' },
  { value: 'ONLY_ACTIVITY', text: 'History only' },
];

const sorts = [
  { value: 'desc', text: 'Newest first' },
  { value: 'asc', text: 'Oldest first' },
];

/** The same markup above and below the list: Vue moves the one element between the two places. */
const formIn = (sort: string): string => `
  <div v-if="isFormReady && sort === '${sort}' && filter !== 'ONLY_ACTIVITY'" class="js-comment-form"><ul
    class="notes notes-form timeline"><li class="timeline-entry note-form" :class="canComment ? 'is-replying' : ''"><div
    class="timeline-entry-inner"><div class="timeline-content !gl-border-0 !gl-pl-0">
  <work-item-comment-form v-if="canComment" kind="comment" :work-item="workItem"
    :autosave-key="'autosave/' + workItem.id + '-comment'" @submitForm="send"
    @toggleState="$emit('toggleState')"></work-item-comment-form>
  <div v-else class="disabled-comment gl-text-center gl-text-subtle">Please <a href="/users/sign_in"
    class="gl-link">sign in</a> to reply</div>
  </div></div></li></ul></div>
`;

/**
 * Activity: the form and all notes. Page after page is fetched until all are there. With the newest first the form
 * stands above the list, otherwise below: the same element, moved.
 */
export const WorkItemNotes = defineComponent({
  components: { WorkItemCommentForm, WorkItemDiscussion, SystemNote },
  props: {
    workItem: { type: Object as PropType<WorkItem>, required: true },
    headingLevel: { type: String, default: 'h2' },
  },
  setup(props, { emit }) {
    const discussions = ref<Discussion[]>([]);
    const isLoading = ref(true);
    const isFormReady = ref(false);
    const filter = ref(localStorage.getItem('filter_key_work_item') ?? 'ALL_NOTES');
    const sort = ref(localStorage.getItem('sort_direction_work_item') ?? 'asc');
    const fullPath = props.workItem.namespace.fullPath;

    async function fetchPage(after: string | null, pageSize: number) {
      type Answer = { namespace: { workItem: WorkItem } };
      const variables = { fullPath, iid: props.workItem.iid, after, pageSize, filter: 'ALL_NOTES' };
      const { namespace } = await request<Answer>(workItemNotes, variables);
      return widget(namespace.workItem, 'NOTES')?.discussions;
    }
    async function load(): Promise<void> {
      await fetchPage(null, 1); // the form waits for the permissions, the list for the notes
      isFormReady.value = true;
      let after: string | null = null;
      const found: Discussion[] = [];
      do {
        const page: Awaited<ReturnType<typeof fetchPage>> = await fetchPage(after, after === null ? 20 : 100);
        found.push(...(page?.nodes ?? []));
        discussions.value = [...found];
        after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      isLoading.value = false;
    }
    void load().catch(() => emit('error', 'Something went wrong while fetching comments. Please refresh this page.'));

    async function send({ body, internal, discussionId, done }: Submission): Promise<void> {
      try {
        type Answer = {
          createNote: {
            errors: string[];
            note: { discussion: Discussion } | null;
            quickActionsStatus: { messages: string[] | null } | null;
          };
        };
        const input = discussionId
          ? { noteableId: props.workItem.id, discussionId, body }
          : { noteableId: props.workItem.id, discussionId: null, internal: internal ?? false, body };
        const { createNote } = await request<Answer>(createWorkItemNote, { input });
        if (createNote.errors.length > 0) throw new Error(createNote.errors.join('; '));
        if (createNote.note) place(createNote.note.discussion);
        if (createNote.quickActionsStatus) emit('quickActions', createNote.quickActionsStatus.messages ?? []);
        done(true);
      } catch (error) {
        emit(
          'error',
          `Something went wrong while submitting your comment. ${error instanceof Error ? error.message : ''}`,
        );
        done(false);
      }
    }
    function place(discussion: Discussion): void {
      const at = discussions.value.findIndex(one => one.id === discussion.id);
      discussions.value =
        at < 0
          ? [...discussions.value, discussion]
          : discussions.value.map((one, index) => (index === at ? discussion : one));
    }
    const shown = computed(() => {
      const wanted = discussions.value.filter(({ notes: { nodes } }) => {
        if (filter.value === 'ONLY_COMMENTS') return !nodes[0]?.system;
        return filter.value === 'ONLY_ACTIVITY' ? nodes[0]?.system : true;
      });
      return sort.value === 'asc' ? wanted : [...wanted].reverse();
    });
    return {
      shown,
      isLoading,
      isFormReady,
      filter,
      filters,
      sort,
      sorts,
      send,
      isSignedIn,
      idOf,
      canComment: computed(() => isSignedIn && (props.workItem.userPermissions?.createNote ?? false)),
      setFilter(value: string) {
        filter.value = value;
        localStorage.setItem('filter_key_work_item', value);
      },
      setSort(value: string) {
        sort.value = value;
        localStorage.setItem('sort_direction_work_item', value);
      },
      follow(note: Note) {
        for (const discussion of discussions.value)
          discussion.notes.nodes = discussion.notes.nodes.map(one => (one.id === note.id ? note : one));
      },
      textOf: (items: { value: string; text: string }[], value: string) =>
        items.find(item => item.value === value)?.text ?? '',
    };
  },
  template: `
    <div class="work-item-notes gl-pt-5">
      <div class="gl-flex gl-flex-wrap gl-items-center gl-gap-3 gl-pb-3">
        <div class="gl-flex gl-grow gl-items-center gl-justify-between gl-gap-3"><component :is="headingLevel"
          class="gl-text-size-h1 gl-m-0">Activity</component></div>
        <div class="gl-flex gl-gap-3">
          <div class="gl-inline-block gl-align-bottom" data-testid="work-item-filter"><gl-collapsible-listbox size="sm"
            :items="filters" :selected="filter" :toggle-text="textOf(filters, filter)"
            @select="setFilter"></gl-collapsible-listbox></div>
          <div class="gl-inline-block gl-align-bottom" data-testid="work-item-sort"><gl-collapsible-listbox size="sm"
            :items="sorts" :selected="sort" :toggle-text="textOf(sorts, sort)"
            @select="setSort"></gl-collapsible-listbox></div>
        </div>
      </div>
      <div class="issuable-discussion gl-mb-5 !gl-clearfix">
        ${formIn('desc')}
        <ul class="notes main-notes-list timeline">
          <template v-for="discussion in shown"><system-note v-if="discussion.notes.nodes[0].system"
            :key="discussion.notes.nodes[0].id" :note="discussion.notes.nodes[0]"></system-note>
            <work-item-discussion v-else :key="discussion.id" :discussion="discussion" :work-item="workItem"
              :can-reply="canComment" @reply="send" @updated="follow"
              @error="$emit('error', $event)"></work-item-discussion></template>
          <li v-if="isLoading" key="skeleton" class="timeline-entry gl-p-5"><div
            class="gl-animate-skeleton-loader gl-h-4 gl-rounded-base"></div><div
            class="gl-animate-skeleton-loader gl-mt-3 gl-h-4 gl-rounded-base !gl-max-w-20"></div></li>
        </ul>
        ${formIn('asc')}
      </div>
    </div>
  `,
});
