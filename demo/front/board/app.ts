import { computed, defineComponent, getCurrentInstance, ref } from 'vue';
import { request } from '../graphql';
import { boardLists, issueMoveList } from '../operations';
import { openPanel, panel } from '../panel';
import { mountData } from '../session';
import type { Nodes } from '../types';
import { idOf } from '../types';
import { WorkItemDrawer } from '../work-item/drawer';
import type { List } from './column';
import { BoardColumn } from './column';
import { display, toggleLabels } from './display';
import type { Drop } from './drag';
import type { Issue } from './issue';

type Column = {
  take: (id: string) => Issue | undefined;
  put: (issue: Issue, at: number) => void;
  shift: (id: string, at: number) => void;
};

/** Configuration and display buttons; the page has them twice, and shows one set of them. */
const buttons = `
  <gl-disclosure-dropdown data-testid="board-options-dropdown" toggle-text="View options" icon="preferences"
    category="tertiary" no-caret :items="viewOptions"></gl-disclosure-dropdown>
  <gl-button icon="settings" category="tertiary" :data-testid="isOlder ? null : 'boards-config-button'" title="Configure board"
    aria-label="Configure board"></gl-button>
`;

/** The issue board. A card dropped on another list is a new element there. */
export const BoardApp = defineComponent({
  components: { BoardColumn, WorkItemDrawer },
  setup() {
    const instance = getCurrentInstance();
    const name = ref('');
    const lists = ref<List[]>([]);
    const owner = mountData.isGroup ? 'group' : 'project';
    async function load(): Promise<void> {
      type Answer = { owner: { board: { name: string; lists: Nodes<List> } | null } };
      const { fullPath, boardId } = mountData;
      const answer = await request<Answer>(boardLists(owner), { fullPath, boardId });
      name.value = answer.owner.board?.name ?? '';
      lists.value = answer.owner.board?.lists.nodes ?? [];
    }
    void load();
    const column = (id: string): Column | undefined => (instance?.proxy.$refs[id] as Column[] | undefined)?.[0];
    return {
      name,
      lists,
      panel,
      canEdit: computed(() => mountData.canEdit),
      isOlder: mountData.isOlder,
      viewOptions: computed(() => [
        {
          text: display.showLabels ? 'Hide labels' : 'Show labels',
          testid: 'show-labels-toggle-item',
          action: toggleLabels,
        },
      ]),
      open(issue: Issue) {
        openPanel({ iid: issue.iid, fullPath: projectOf(issue), id: Number(idOf(issue.id)) });
      },
      async drop(from: string, { id, listId: to, at }: Drop & { id: string }) {
        if (from === to) {
          column(from)?.shift(id, at);
          return;
        }
        const issue = column(from)?.take(id);
        if (!issue) return;
        column(to)?.put(issue, at);
        await request(issueMoveList, {
          projectPath: projectOf(issue),
          iid: issue.iid,
          boardId: mountData.boardId,
          fromListId: from,
          toListId: to,
        });
      },
    };
  },
  template: `
    <div class="boards-app gl-relative">
      <div class="issues-filters"><div
        class="issues-details-filters filtered-search-block row-content-block second-block gl-flex gl-flex-col gl-gap-3 gl-px-5 @md/panel:gl-flex-row @xl/panel:gl-px-6">
        <div class="gl-mb-0 gl-flex gl-w-full gl-min-w-0 gl-grow gl-flex-col gl-gap-3 @md/panel:gl-flex-row">
          <div class="gl-flex gl-items-center gl-gap-3 @md/panel:gl-mb-0">
            <div data-testid="boards-selector" class="boards-switcher gl-flex-grow"><gl-collapsible-listbox
              data-testid="boards-dropdown" :items="[{ value: 'board', text: name }]" selected="board"
              :toggle-text="name"></gl-collapsible-listbox></div>
            <div class="gl-flex gl-items-center gl-gap-2 @md/panel:!gl-hidden">${buttons}</div>
          </div>
          <div
            class="vue-filtered-search-bar-container gl-flex gl-flex-col gl-gap-3 @sm/panel:gl-flex-row gl-w-full gl-min-w-0"
            data-testid="issue-board-filtered-search"><div class="gl-flex gl-min-w-0 gl-grow gl-gap-3"><div role="group"
            data-testid="filtered-search-input"
            class="input-group gl-search-box-by-click gl-grow gl-search-box-by-click-with-search-button">
            <input placeholder="Search" aria-label="Search" data-testid="filtered-search-term-input"
              class="gl-filtered-search-term-input gl-form-input form-control">
            <div class="input-group-append"><gl-button icon="search" category="tertiary" aria-label="Search"
              data-testid="search-button" class="gl-search-box-by-click-search-button"></gl-button></div>
          </div></div></div>
        </div>
        <div class="gl-hidden gl-gap-2 @md/panel:gl-flex">${buttons}<div
          class="gl-hidden gl-items-center @md/panel:gl-flex"><gl-button icon="maximize" category="tertiary"
          data-testid="focus-mode-button" title="Toggle focus mode"
          aria-label="Toggle focus mode"></gl-button></div></div>
      </div></div>
      <div data-testid="boards-list" class="gl-flex gl-min-h-0 gl-grow gl-flex-col board-content"><div
        class="boards-list gl-w-full gl-overflow-x-auto gl-whitespace-nowrap gl-py-5 gl-pl-0 gl-pr-5 @xl/panel:gl-pl-3 @xl/panel:gl-pr-6"><div
        class="gl-h-full">
        <board-column v-for="list in lists" :key="list.id" :ref="list.id" :list="list" @open="open"
          @dropCard="drop(list.id, $event)"></board-column>
      </div></div></div>
      <work-item-drawer v-if="panel.shown"></work-item-drawer>
    </div>
  `,
});

function projectOf(issue: Issue): string {
  return issue.reference.split('#')[0] ?? '';
}
