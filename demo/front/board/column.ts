import type { PropType } from 'vue';
import { computed, defineComponent, onBeforeUnmount, ref } from 'vue';
import { request } from '../graphql';
import { boardListIssues } from '../operations';
import { mountData } from '../session';
import type { Label, Nodes, PageInfo } from '../types';
import { onWorkItemUpdated } from '../work-item/update';
import { BoardCard } from './card';
import { followPress } from './drag';
import type { Issue } from './issue';
import { follow } from './issue';
import { OlderBoardCard } from './older-card';

export type List = { id: string; title: string; listType: string; label: Label | null };

/** A list of the board. Loads ten cards (`pageSize`), and as many more whenever its end is scrolled into sight. */
export const BoardColumn = defineComponent({
  props: { list: { type: Object as PropType<List>, required: true } },
  setup(props, { emit }) {
    const issues = ref<Issue[]>([]);
    const count = ref(0);
    const totalWeight = ref(0);
    const isCollapsed = ref(false);
    const isLoading = ref(false);
    let pageInfo: PageInfo = { hasNextPage: true, endCursor: null };

    async function loadMore(): Promise<void> {
      if (isLoading.value || !pageInfo.hasNextPage) return;
      isLoading.value = true;
      type Column = {
        issuesCount: number;
        totalIssueWeight: string | number;
        issues: Nodes<Issue> & { pageInfo: PageInfo };
      };
      type Answer = { owner: { board: { lists: Nodes<Column> } } };
      const { fullPath, boardId, isGroup, pageSize } = mountData;
      const variables = { fullPath, boardId, id: props.list.id, first: pageSize, after: pageInfo.endCursor };
      const document = boardListIssues(isGroup ? 'group' : 'project');
      const column = (await request<Answer>(document, variables)).owner.board.lists.nodes[0];
      isLoading.value = false;
      if (!column) return;
      issues.value = [...issues.value, ...column.issues.nodes];
      count.value = column.issuesCount;
      totalWeight.value = Number(column.totalIssueWeight);
      pageInfo = column.issues.pageInfo;
    }
    void loadMore();
    const off = onWorkItemUpdated(item => {
      issues.value = issues.value.map(issue => follow(issue, item));
    });
    onBeforeUnmount(off);
    return {
      card: mountData.isOlder ? OlderBoardCard : BoardCard,
      issues,
      count,
      totalWeight,
      weightFeatureAvailable: mountData.weightFeatureAvailable,
      isCollapsed,
      isLoading,
      canEdit: computed(() => mountData.canEdit),
      color: computed(() => props.list.label?.color),
      onScroll({ target }: { target: HTMLElement }) {
        if (target.scrollTop + target.clientHeight > target.scrollHeight - 100) void loadMore();
      },
      moveWithin(id: string, place: 'start' | 'end') {
        const moved = issues.value.filter(issue => issue.id === id);
        const rest = issues.value.filter(issue => issue.id !== id);
        issues.value = place === 'start' ? [...moved, ...rest] : [...rest, ...moved];
      },
      press(event: PointerEvent) {
        const card = (event.target as Element).closest<HTMLElement>('.board-card');
        if (!card || event.button !== 0 || !mountData.canEdit) return;
        followPress(event, card, drop => emit('dropCard', { ...drop, id: card.dataset.itemId }));
      },
      /** Puts a card elsewhere in this list. */
      shift(id: string, at: number) {
        const moved = issues.value.filter(issue => issue.id === id);
        const rest = issues.value.filter(issue => issue.id !== id);
        issues.value = [...rest.slice(0, at), ...moved, ...rest.slice(at)];
      },
      /** Takes a card out, for another list. */
      take(id: string): Issue | undefined {
        const taken = issues.value.find(issue => issue.id === id);
        if (!taken) return undefined;
        issues.value = issues.value.filter(issue => issue.id !== id);
        count.value -= 1;
        totalWeight.value -= taken.weight ?? 0;
        return taken;
      },
      put(issue: Issue, at: number) {
        issues.value = [...issues.value.slice(0, at), issue, ...issues.value.slice(at)];
        count.value += 1;
        totalWeight.value += issue.weight ?? 0;
      },
    };
  },
  template: `
    <div :data-list-id="list.id" data-testid="board-list" data-draggable-item-type="list"
      class="board-column gl-relative gl-inline-flex gl-h-full gl-px-1 gl-align-top"><div
      class="board is-expandable gl-relative gl-inline-block gl-h-full gl-whitespace-normal gl-px-3 gl-align-top">
      <div class="gl-relative gl-flex gl-h-full gl-flex-col gl-rounded-lg gl-bg-strong dark:gl-bg-subtle">
        <header data-testid="board-list-header"
          class="board-header gl-relative gl-rounded-tl-base gl-rounded-tr-base gl-border-4 gl-border-t-solid"
          :style="{ borderTopColor: color || 'transparent' }"><div
          class="board-title gl-m-0 gl-flex gl-h-9 gl-items-center gl-px-3 gl-text-base -gl-mt-2">
          <gl-button :icon="isCollapsed ? 'chevron-right' : 'chevron-down'" size="sm" category="tertiary"
            :aria-label="isCollapsed ? 'Expand' : 'Collapse'" data-testid="board-title-caret"
            class="board-title-caret no-drag gl-mr-2" @click="isCollapsed = !isCollapsed"></gl-button>
          <h2 class="gl-text-bold board-title-text gl-text-base gl-grow gl-m-0"><gl-label v-if="list.label"
            :title="list.label.title" :color="list.label.color" :text-color="list.label.textColor"></gl-label><span
            v-else>{{ list.title }}</span></h2>
          <div data-testid="issue-count-badge" class="issue-count-badge no-drag gl-inline-flex gl-pr-2"><span
            class="gl-inline-flex gl-items-center gl-gap-3 gl-text-sm gl-font-bold gl-text-subtle">
            <span data-testid="item-count" :title="count + ' issues'"
              class="gl-inline-flex gl-items-center gl-gap-2"><gl-icon name="issues"></gl-icon><span class="item-count"
              data-testid="board-items-count">{{ count }}</span></span>
            <span v-if="weightFeatureAvailable" data-testid="weight" :title="totalWeight + ' total weight'"
              class="gl-inline-flex gl-items-center gl-gap-2"><gl-icon name="weight"></gl-icon><span class="item-count"
              data-testid="board-items-count">{{ totalWeight }}</span></span></span></div>
          <div v-if="canEdit" role="group" class="board-list-button-group gl-pl-2 gl-button-group btn-group"><gl-button
            icon="plus" size="sm" aria-label="Create new issue" title="Create new issue"
            data-testid="new-issue-btn"></gl-button><gl-button icon="settings" size="sm" aria-label="Edit list settings"
            title="Edit list settings" data-testid="settings-btn"></gl-button></div>
        </div></header>
        <div v-show="!isCollapsed" data-testid="board-list-cards-area"
          class="board-list-component gl-relative gl-flex gl-h-full gl-min-h-0 gl-flex-col">
          <ul :data-board="list.id" :data-board-type="list.listType" :data-list-id="list.id"
            data-testid="tree-root-wrapper"
            class="board-list gl-mb-0 gl-h-full gl-w-full gl-list-none gl-overflow-x-hidden gl-p-3 gl-pt-2 gl-overflow-y-auto"
            @scroll.passive="onScroll" @pointerdown="press">
            <component :is="card" v-for="issue in issues" :key="issue.id" :issue="issue" :list-label="list.label"
              :can-edit="canEdit" @open="$emit('open', $event)"
              @moveWithin="moveWithin(issue.id, $event)"></component>
            <li v-if="isLoading" key="loading" class="gl-p-3 gl-text-center"><span role="status" aria-label="Loading"
              class="gl-spinner-container"><span class="gl-spinner gl-spinner-dark gl-spinner-sm"></span></span></li>
          </ul>
        </div>
      </div>
    </div></div>
  `,
});
