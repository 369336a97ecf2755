import { computed, defineComponent, onBeforeUnmount, ref, watch } from 'vue';
import { request } from '../graphql';
import { getWorkItemsFull, getWorkItemsSlim } from '../operations';
import { replace, route } from '../router';
import { isSignedIn, mountData } from '../session';
import type { Nodes, PageInfo, WorkItem } from '../types';
import { CreateWorkItemModal } from '../work-item/create-modal';
import { onWorkItemUpdated } from '../work-item/update';
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

const pageSizes = ['20', '50', '100'].map(value => ({ value, text: `Show ${value} items` }));

type Answer = { namespace: { workItems: Nodes<WorkItem> & { pageInfo: PageInfo } } };

/**
 * The issue list. Tab, sort order, search and page live in the address. Every change of them makes all rows anew; an
 * update of one item does not.
 */
export const IssuesListApp = defineComponent({
  components: { CreateWorkItemModal, IssuableItem },
  setup() {
    const items = ref<WorkItem[]>([]);
    const pageInfo = ref<PageInfo>({ hasNextPage: false, endCursor: null });
    const isLoading = ref(true);
    const error = ref('');
    const bulkEditing = ref(false);
    const isCreating = ref(false);
    const search = ref('');
    const query = computed(() => {
      const address = new URLSearchParams(route.search);
      const [, field = 'CREATED', direction = 'DESC'] =
        /^(.+)_(ASC|DESC)$/.exec((address.get('sort') ?? '').toUpperCase()) ?? [];
      return {
        state: address.get('state') ?? 'opened',
        field: sorts.some(sort => sort.value === field) ? field : 'CREATED',
        direction,
        search: address.get('search') ?? '',
        labelName: address.getAll('label_name[]'),
        after: address.get('page_after'),
        before: address.get('page_before'),
        size: Number(address.get('first_page_size') ?? 20),
      };
    });

    function change(changes: Record<string, string | null>): void {
      const address = new URL(location.href);
      for (const name of ['page_after', 'page_before']) address.searchParams.delete(name);
      for (const [name, value] of Object.entries(changes)) {
        if (value === null) address.searchParams.delete(name);
        else address.searchParams.set(name, value);
      }
      replace(address.href);
    }
    let latest = 0;
    async function load(): Promise<void> {
      const mine = ++latest;
      isLoading.value = true;
      error.value = '';
      const { state, field, direction, labelName, after, before, size } = query.value;
      const variables = {
        fullPath: mountData.fullPath,
        state,
        sort: `${field}_${direction}`,
        search: query.value.search || null,
        labelName: labelName.length > 0 ? labelName : null,
        ...(before ? { last: size, before } : { first: size, after }),
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
    search.value = query.value.search;
    document.title = 'Issues · GitLab · GitLab';
    return {
      items,
      pageInfo,
      isLoading,
      error,
      bulkEditing,
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
      fullPath: mountData.fullPath,
      search,
      query,
      tabs,
      sorts,
      pageSizes,
      change,
      isSignedIn,
      canEdit: computed(() => mountData.canEdit),
      newItem: `/${mountData.fullPath}/-/issues/new?type=ISSUE&initialCreationContext=list-route`,
      sortText: computed(() => sorts.find(sort => sort.value === query.value.field)?.text ?? ''),
      sortBy: (field: string) => change({ sort: `${field}_${query.value.direction}`.toLowerCase() }),
      turn: () =>
        change({ sort: `${query.value.field}_${query.value.direction === 'ASC' ? 'DESC' : 'ASC'}`.toLowerCase() }),
    };
  },
  template: `
    <div class="issuable-list-container">
      <div class="top-area">
        <div class="tabs gl-tabs mobile-separator issuable-state-filters gl-m-0 gl-flex gl-grow gl-p-0"><div
          class="gl-tabs-wrapper">
          <ul role="tablist" class="nav gl-border-b-0 gl-tabs-nav">
            <li v-for="tab in tabs" :key="tab.state" role="presentation" class="nav-item"><a role="tab" href="#"
              :aria-selected="String(query.state === tab.state)" class="nav-link gl-tab-nav-item"
              :class="query.state === tab.state ? 'active gl-tab-nav-item-active' : ''"
              @click.prevent="change({ state: tab.state })"><span :title="tab.hint"
              :data-testid="tab.state + '-issuables-tab'">{{ tab.text }}</span></a></li>
          </ul></div></div>
        <div class="nav-controls gl-justify-end"><div v-if="isSignedIn" class="gl-flex gl-justify-end gl-gap-3">
          <gl-button v-if="canEdit" data-testid="bulk-edit-start-button" :disabled="bulkEditing"
            @click="bulkEditing = true">Bulk edit</gl-button>
          <div><div><gl-button variant="confirm" :href="newItem" data-testid="new-epic-button"
            @click="openDialog">New item</gl-button><create-work-item-modal v-if="isCreating" :full-path="fullPath"
            @workItemCreated="onCreated" @hide="isCreating = false"></create-work-item-modal></div></div>
          <gl-disclosure-dropdown data-testid="work-items-list-more-actions-dropdown" toggle-text="Actions"
            icon="ellipsis_v" category="tertiary" no-caret
            :items="[{ text: 'Export as CSV', testid: 'export-as-csv-button', action: () => {} }]"></gl-disclosure-dropdown>
        </div></div>
      </div>
      <form
        class="vue-filtered-search-bar-container gl-flex gl-flex-col gl-gap-3 @sm/panel:gl-flex-row row-content-block gl-grow gl-border-t-0"
        data-testid="issuable-search-container" @submit.prevent="change({ search: search || null })">
        <div class="gl-flex gl-min-w-0 gl-grow gl-gap-3"><div role="group" data-testid="filtered-search-input"
          class="input-group gl-search-box-by-click gl-grow gl-search-box-by-click-with-search-button">
          <input v-model="search" placeholder="Search or filter results…" aria-label="Search"
            data-testid="filtered-search-term-input" class="gl-filtered-search-term-input gl-form-input form-control">
          <div class="input-group-append"><button type="submit" aria-label="Search" data-testid="search-button"
            class="gl-search-box-by-click-search-button btn gl-button btn-default btn-md btn-default-tertiary btn-icon"><gl-icon
            name="search" class="gl-button-icon"></gl-icon></button></div>
        </div></div>
        <div class="gl-flex gl-items-center gl-justify-between gl-gap-3"><div role="group"
          class="gl-button-group btn-group sort-group">
          <gl-collapsible-listbox :items="sorts" :selected="query.field" :toggle-text="sortText"
            @select="sortBy"></gl-collapsible-listbox>
          <gl-button :icon="query.direction === 'ASC' ? 'sort-lowest' : 'sort-highest'" class="sorting-direction-button"
            :title="'Sort direction: ' + (query.direction === 'ASC' ? 'Ascending' : 'Descending')"
            :aria-label="'Sort direction: ' + (query.direction === 'ASC' ? 'Ascending' : 'Descending')"
            @click="turn"></gl-button>
        </div></div>
      </form>
      <aside class="issues-bulk-update right-sidebar"
        :class="bulkEditing ? 'right-sidebar-expanded' : 'right-sidebar-collapsed'"><div
        class="gl-border-b gl-flex gl-justify-between gl-p-4"><gl-button variant="confirm"
        disabled>Update selected</gl-button><gl-button @click="bulkEditing = false">Cancel</gl-button></div></aside>
      <div v-if="error" role="alert" class="gl-alert gl-alert-danger"><div class="gl-alert-content"><div
        class="gl-alert-body">{{ error }}</div></div></div>
      <ul v-if="isLoading" key="skeleton" class="content-list"><li v-for="row in 6" :key="row"
        class="!gl-px-5 gl-py-5"><div class="gl-animate-skeleton-loader gl-h-4 gl-rounded-base"></div><div
        class="gl-animate-skeleton-loader gl-mt-3 gl-h-4 gl-rounded-base !gl-max-w-26"></div></li></ul>
      <template v-else>
        <ul v-if="items.length" key="rows" class="content-list issuable-list issues-list"><issuable-item
          v-for="item in items" :key="item.id" :item="item"></issuable-item></ul>
        <div v-else class="gl-empty-state gl-py-11 gl-text-center"><h2 class="gl-heading-3">No results found</h2><p
          class="gl-text-subtle">To widen your search, change or remove filters above.</p></div>
        <div data-testid="list-footer"
          class="gl-relative gl-mt-6 gl-flex gl-justify-between @md/panel:!gl-justify-center">
          <div v-if="pageInfo.hasNextPage || pageInfo.hasPreviousPage" class="gl-keyset-pagination"><div role="group"
            class="gl-button-group btn-group">
            <gl-button data-testid="prevButton" icon="chevron-lg-left" :disabled="!pageInfo.hasPreviousPage"
              @click="change({ page_before: pageInfo.startCursor })">Previous</gl-button>
            <gl-button data-testid="nextButton" :disabled="!pageInfo.hasNextPage"
              @click="change({ page_after: pageInfo.endCursor })">Next</gl-button></div></div>
          <gl-collapsible-listbox class="gl-relative gl-right-0 @md/panel:gl-absolute" :items="pageSizes"
            :selected="String(query.size)" :toggle-text="'Show ' + query.size + ' items'"
            @select="change({ first_page_size: $event })"></gl-collapsible-listbox>
        </div>
      </template>
    </div>
  `,
});
