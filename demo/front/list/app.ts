import { computed, defineComponent, onBeforeUnmount, ref, watch } from 'vue';
import { request } from '../graphql';
import { getWorkItemsFull, getWorkItemsSlim } from '../operations';
import { mountData } from '../session';
import type { Nodes, PageInfo, WorkItem } from '../types';
import { CreateWorkItemModal } from '../work-item/create-modal';
import { onWorkItemUpdated } from '../work-item/update';
import { listVariables, useListAddress } from './address';
import { DisplaySettings, useHiddenMetadata } from './display-settings';
import { IssuableList } from './issuable-list';
import { OlderIssuableItem } from './older-row';
import { IssuableItem } from './row';

const tabs = [
  { state: 'opened', text: 'Open', hint: 'Filter by issues that are currently opened.' },
  { state: 'closed', text: 'Closed', hint: 'Filter by issues that are currently closed.' },
  { state: 'all', text: 'All', hint: 'Show all issues.' },
];

const sorts = [
  { value: 'CREATED', text: 'Created date' },
  { value: 'UPDATED', text: 'Updated date' },
  { value: 'TITLE', text: 'Title' },
  { value: 'WEIGHT', text: 'Weight' },
  { value: 'MILESTONE_DUE', text: 'Milestone due date' },
];

/** The group whose items stand in for those of everywhere: our part of the schema has no list without a namespace. */
const everywhere = 'gitlab-org';

type Answer = { namespace: { workItems: Nodes<WorkItem> & { pageInfo: PageInfo } } };

/**
 * The list of issues or of all work items, of a project, of a group with everything below it, or of the dashboard.
 * Every change of tab, order, search or page makes all rows anew; an update of one item does not.
 */
export const IssuesListApp = defineComponent({
  components: { CreateWorkItemModal, DisplaySettings, IssuableList },
  setup() {
    const items = ref<WorkItem[]>([]);
    const pageInfo = ref<PageInfo>({ hasNextPage: false, endCursor: null });
    const isLoading = ref(true);
    const error = ref('');
    const isCreating = ref(false);
    const { query, change } = useListAddress(sorts);
    const { fullPath, isGroup, isWorkItemList, canEdit, isOlder } = mountData;
    const isDashboard = fullPath === '';

    let latest = 0;
    async function load(): Promise<void> {
      const mine = ++latest;
      isLoading.value = true;
      error.value = '';
      const { assignee, milestoneTitle } = query.value;
      const variables = {
        ...listVariables(query.value),
        fullPath: fullPath || everywhere,
        includeDescendants: isGroup || isDashboard,
        types: isWorkItemList ? null : ['ISSUE', 'INCIDENT', 'TASK'],
        milestoneTitle: milestoneTitle && [milestoneTitle],
        assigneeUsernames: assignee ? [assignee] : null,
      };
      const slim = request<Answer>(getWorkItemsSlim, variables);
      const full = request<Answer>(getWorkItemsFull, variables);
      try {
        const { workItems } = (await Promise.race([slim, full])).namespace;
        if (mine !== latest) return;
        items.value = workItems.nodes;
        pageInfo.value = workItems.pageInfo;
        isLoading.value = false;
        const details = (await full).namespace.workItems.nodes;
        if (mine !== latest) return;
        const byId = new Map(details.map(item => [item.id, item]));
        items.value = items.value.map(item => byId.get(item.id) ?? item);
        await slim;
      } catch {
        if (mine !== latest) return;
        isLoading.value = false;
        error.value = 'Something went wrong when fetching work items. Please try again.';
      }
    }
    watch(() => JSON.stringify(query.value), load, { immediate: true });
    const off = onWorkItemUpdated(changed => {
      items.value = items.value.map(item => (item.id === changed.id ? { ...item, ...changed } : item));
    });
    onBeforeUnmount(off);
    if (!isDashboard) document.title = `${isWorkItemList ? 'Work items' : 'Issues'} · GitLab · GitLab`;
    return {
      items,
      pageInfo,
      isLoading,
      error,
      isCreating,
      openDialog(event: MouseEvent) {
        if (event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        isCreating.value = true;
      },
      onCreated() {
        isCreating.value = false;
        void load();
      },
      fullPath,
      query,
      change,
      tabs,
      sorts,
      canEdit: computed(() => canEdit && !isDashboard),
      canCreate: computed(() => !isGroup && !isDashboard),
      isDashboard,
      isOlder,
      row: isOlder ? OlderIssuableItem : IssuableItem,
      hidden: useHiddenMetadata(),
      newItem: `/${fullPath}/-/issues/new?type=ISSUE&initialCreationContext=list-route`,
    };
  },
  template: `
    <issuable-list :tabs="tabs" :sorts="sorts" :query="query" :page-info="pageInfo" :is-loading="isLoading"
      :is-empty="!items.length" :error="error" :can-bulk-edit="canEdit" @change="change">
      <template #nav-actions>
        <div v-if="canCreate"><div><gl-button variant="confirm" :href="newItem"
          :data-testid="isOlder ? null : 'new-epic-button'" @click="openDialog">New item</gl-button><create-work-item-modal v-if="isCreating" :full-path="fullPath"
          @workItemCreated="onCreated" @hide="isCreating = false"></create-work-item-modal></div></div>
        <gl-disclosure-dropdown data-testid="work-items-list-more-actions-dropdown" toggle-text="Actions"
          icon="ellipsis_v" category="tertiary" no-caret
          :items="[{ text: 'Export as CSV', testid: 'export-as-csv-button', action: () => {} }]"></gl-disclosure-dropdown>
      </template>
      <template #user-preference><display-settings v-if="!isDashboard && !isOlder"></display-settings></template>
      <component :is="row" v-for="item in items" :key="item.id" :item="item" v-bind="isOlder ? {} : { clickable: !isDashboard,
        hidden: isDashboard ? [] : hidden.keys }"></component>
    </issuable-list>
  `,
});
