import { computed, defineComponent, ref, watch } from 'vue';
import { request } from '../graphql';
import { listVariables, useListAddress } from '../list/address';
import { IssuableList } from '../list/issuable-list';
import { groupMergeRequests, projectMergeRequests } from '../operations';
import { mountData } from '../session';
import type { Nodes, PageInfo } from '../types';
import { MergeRequestItem } from './row';
import type { MergeRequestRow } from './types';

const tabs = [
  { state: 'opened', text: 'Open', hint: 'Filter by merge requests that are currently open.' },
  { state: 'merged', text: 'Merged', hint: 'Filter by merge requests that are currently merged.' },
  { state: 'closed', text: 'Closed', hint: 'Filter by merge requests that are currently closed and unmerged.' },
  { state: 'all', text: 'All', hint: 'Show all merge requests.' },
];

const sorts = [
  { value: 'CREATED', text: 'Created date' },
  { value: 'UPDATED', text: 'Updated date' },
  { value: 'TITLE', text: 'Title' },
  { value: 'MERGED_AT', text: 'Merged date' },
  { value: 'MILESTONE_DUE', text: 'Milestone due date' },
];

type Answer = { namespace: { mergeRequests: Nodes<MergeRequestRow> & { pageInfo: PageInfo } } };

/** The merge requests of a project, or of all projects of a group. */
export const MergeRequestsListApp = defineComponent({
  components: { IssuableList, MergeRequestItem },
  setup() {
    const mergeRequests = ref<MergeRequestRow[]>([]);
    const pageInfo = ref<PageInfo>({ hasNextPage: false, endCursor: null });
    const isLoading = ref(true);
    const error = ref('');
    const { query, change } = useListAddress(sorts);
    let latest = 0;
    async function load(): Promise<void> {
      const mine = ++latest;
      isLoading.value = true;
      error.value = '';
      const document = mountData.isGroup ? groupMergeRequests : projectMergeRequests;
      try {
        const variables = { ...listVariables(query.value), fullPath: mountData.fullPath };
        const { namespace } = await request<Answer>(document, variables);
        if (mine !== latest) return;
        mergeRequests.value = namespace.mergeRequests.nodes;
        pageInfo.value = namespace.mergeRequests.pageInfo;
      } catch {
        if (mine === latest) error.value = 'An error occurred while loading merge requests.';
      }
      if (mine === latest) isLoading.value = false;
    }
    watch(() => JSON.stringify(query.value), load, { immediate: true });
    return {
      mergeRequests,
      pageInfo,
      isLoading,
      error,
      query,
      change,
      tabs,
      sorts,
      canEdit: computed(() => mountData.canEdit && !mountData.isGroup),
    };
  },
  template: `
    <div><issuable-list :tabs="tabs" :sorts="sorts" :query="query" :page-info="pageInfo" :is-loading="isLoading"
      :is-empty="!mergeRequests.length" :error="error" :can-bulk-edit="canEdit" @change="change">
      <merge-request-item v-for="mr in mergeRequests" :key="mr.id" :mr="mr"></merge-request-item>
    </issuable-list></div>
  `,
});
