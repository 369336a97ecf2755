import type { PropType } from 'vue';
import { computed, defineComponent, ref } from 'vue';
import { isSignedIn, mountData } from '../session';
import type { PageInfo } from '../types';
import type { Sort } from './address';

export type Tab = { state: string; text: string; hint: string };

const pageSizes = ['20', '50', '100'].map(value => ({ value, text: `Show ${value} items` }));

/**
 * What all lists have around their rows: tabs, search, sort order, paging. The rows are in the slot; they are gone while
 * others are loaded. Emits `change` with what the address is to say.
 */
export const IssuableList = defineComponent({
  props: {
    tabs: { type: Array as PropType<Tab[]>, required: true },
    sorts: { type: Array as PropType<Sort[]>, required: true },
    query: {
      type: Object as PropType<{ state: string; field: string; direction: string; search: string; size: number }>,
      required: true,
    },
    pageInfo: { type: Object as PropType<PageInfo>, required: true },
    isLoading: Boolean,
    isEmpty: Boolean,
    error: { type: String, default: '' },
    canBulkEdit: Boolean,
  },
  setup(props, { emit }) {
    const search = ref(props.query.search);
    return {
      search,
      isSignedIn,
      isOlder: mountData.isOlder,
      pageSizes,
      bulkEditing: ref(false),
      sortText: computed(() => props.sorts.find(sort => sort.value === props.query.field)?.text ?? ''),
      change: (changes: Record<string, string | null>) => emit('change', changes),
      sortBy: (field: string) => emit('change', { sort: `${field}_${props.query.direction}`.toLowerCase() }),
      turn() {
        const direction = props.query.direction === 'ASC' ? 'DESC' : 'ASC';
        emit('change', { sort: `${props.query.field}_${direction}`.toLowerCase() });
      },
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
          <gl-button v-if="canBulkEdit" :data-testid="isOlder ? null : 'bulk-edit-start-button'" :disabled="bulkEditing"
            @click="bulkEditing = true">Bulk edit</gl-button>
          <slot name="nav-actions"></slot>
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
        </div><slot name="user-preference"></slot></div>
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
        <ul v-if="!isEmpty" key="rows" class="content-list issuable-list issues-list"><slot></slot></ul>
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
