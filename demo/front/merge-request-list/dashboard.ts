import type { PropType } from 'vue';
import { defineComponent, ref } from 'vue';
import { request } from '../graphql';
import { requestsAssigned, requestsAuthored, requestsReviewRequested } from '../operations';
import { timeAgo } from '../time';
import type { Nodes, PageInfo } from '../types';
import { idOf } from '../types';
import { CiIcon } from './row';
import type { MergeRequestRow } from './types';

const showLabelsKey = 'gl-show-merge-request-labels';

const sections = [
  { title: 'Reviewer', document: requestsReviewRequested },
  { title: 'Assigned', document: requestsAssigned },
  { title: 'Author', document: requestsAuthored },
];

/** A merge request of the dashboard: a row of cells, labels only for those who switched them on, and as no links. */
const DashboardRow = defineComponent({
  components: { CiIcon },
  props: { mr: { type: Object as PropType<MergeRequestRow>, required: true }, showLabels: Boolean },
  setup: () => ({ idOf, timeAgo }),
  template: `
    <div role="row" data-testid="merge-request">
      <div role="cell"><span class="gl-badge badge badge-pill"
        :class="mr.draft ? 'badge-warning' : 'badge-neutral'"><span
        class="gl-badge-content">{{ mr.draft ? 'Draft' : 'Review requested' }}</span></span></div>
      <div role="cell" class="gl-flex gl-flex-col gl-items-start gl-gap-2">
        <a :href="mr.webPath" class="gl-font-bold gl-text-default hover:gl-text-default gl-link">{{ mr.title }}</a>
        <div class="gl-text-sm gl-text-subtle">{{ mr.reference }} <a :href="mr.author.webPath"
          :data-name="mr.author.name" :data-user-id="idOf(mr.author.id)" :data-username="mr.author.username"
          class="js-user-link gl-mx-2 gl-inline-flex gl-align-bottom gl-text-subtle gl-link"><gl-avatar
          :name="mr.author.name" :size="16"></gl-avatar><span class="gl-sr-only">{{ mr.author.name }}</span></a>
          <template v-if="mr.milestone"><gl-icon name="milestone"></gl-icon> {{ mr.milestone.title }}</template></div>
        <div v-if="showLabels && mr.labels.nodes.length" class="gl-mt-3 gl-flex gl-flex-wrap gl-gap-2"
          data-testid="labels-container"><gl-label v-for="label in mr.labels.nodes" :key="label.id"
          :title="label.title" :color="label.color" :text-color="label.textColor"
          :description="label.description || undefined"></gl-label></div>
      </div>
      <div role="cell"><gl-avatar v-for="user in mr.assignees.nodes" :key="user.id" :name="user.name"
        :size="32"></gl-avatar></div>
      <div role="cell"><gl-avatar v-for="user in mr.reviewers.nodes" :key="user.id" :name="user.name"
        :size="32"></gl-avatar></div>
      <div class="gl-flex gl-flex-col gl-items-end gl-gap-2" role="cell">
        <div class="gl-flex gl-gap-3"><ci-icon v-if="mr.headPipeline" :pipeline="mr.headPipeline"></ci-icon></div>
        <div class="gl-text-sm gl-text-subtle">Updated {{ timeAgo(mr.updatedAt) }}</div></div>
    </div>
  `,
});

type Mine = Nodes<MergeRequestRow> & { count: number; pageInfo: PageInfo };

/** One list of the dashboard; asks for twenty and for twenty more on "Show more". */
const DashboardSection = defineComponent({
  components: { DashboardRow },
  props: {
    section: { type: Object as PropType<(typeof sections)[number]>, required: true },
    state: { type: String, required: true },
    showLabels: Boolean,
  },
  setup(props) {
    const mergeRequests = ref<MergeRequestRow[]>([]);
    const count = ref(0);
    const pageInfo = ref<PageInfo>({ hasNextPage: false, endCursor: null });
    const isLoading = ref(true);
    async function load(): Promise<void> {
      isLoading.value = true;
      const variables = { state: props.state, first: 20, after: pageInfo.value.endCursor };
      type Answer = { currentUser: { mergeRequests: Mine } | null };
      const mine = (await request<Answer>(props.section.document, variables)).currentUser?.mergeRequests;
      mergeRequests.value = [...mergeRequests.value, ...(mine?.nodes ?? [])];
      count.value = mine?.count ?? 0;
      if (mine) pageInfo.value = mine.pageInfo;
      isLoading.value = false;
    }
    void load();
    return { mergeRequests, count, pageInfo, isLoading, load };
  },
  template: `
    <crud-component :title="section.title" :anchor-id="'merge-requests-' + section.title.toLowerCase()"
      :loading="isLoading && !mergeRequests.length" :empty="!mergeRequests.length">
      <template #count><span class="gl-badge badge badge-pill badge-neutral"><span
        class="gl-badge-content">{{ count }}</span></span></template>
      <template #empty>No merge requests match this list.</template>
      <div class="gl-contents" data-testid="section-content"><div class="gl-overflow-x-auto"><div role="table"
        class="merge-request-dashboard-table gl-w-full">
        <div role="rowgroup"><div role="row" class="gl-bg-subtle gl-text-sm"><div role="columnheader">Status</div><div
          role="columnheader">Title</div><div role="columnheader">Assignee</div><div
          role="columnheader">Reviewers</div><div role="columnheader">Checks</div></div></div>
        <div role="rowgroup"><dashboard-row v-for="mr in mergeRequests" :key="mr.id" :mr="mr"
          :show-labels="showLabels"></dashboard-row></div>
      </div></div>
      <div v-if="pageInfo.hasNextPage" class="crud-pagination-container gl-flex gl-justify-center"><gl-button
        data-testid="load-more" :loading="isLoading" @click="load">Show more</gl-button></div></div>
    </crud-component>
  `,
});

/** The dashboard of merge requests, grouped by one's role in them. */
export const MergeRequestDashboard = defineComponent({
  components: { DashboardSection },
  setup() {
    const showLabels = ref(localStorage.getItem(showLabelsKey) === 'true');
    const state = ref(location.pathname.endsWith('/merged') ? 'merged' : 'opened');
    return {
      sections,
      showLabels,
      state,
      tabs: [
        { state: 'opened', text: 'Active', path: '/dashboard/merge_requests' },
        { state: 'merged', text: 'Merged', path: '/dashboard/merge_requests/merged' },
      ],
      open(tab: { state: string; path: string }) {
        state.value = tab.state;
        history.pushState(null, '', tab.path);
      },
      toggleLabels() {
        showLabels.value = !showLabels.value;
        localStorage.setItem(showLabelsKey, String(showLabels.value));
      },
    };
  },
  template: `
    <div class="js-merge-request-dashboard-root">
      <div class="gl-flex gl-items-center gl-justify-between"><ul role="tablist" class="nav gl-tabs-nav"><li
        v-for="tab in tabs" :key="tab.state" role="presentation" class="nav-item"
        data-testid="merge-request-dashboard-tab"><a role="tab" :href="tab.path" class="nav-link gl-tab-nav-item"
        :class="state === tab.state ? 'active gl-tab-nav-item-active' : ''"
        :aria-selected="String(state === tab.state)" @click.prevent="open(tab)">{{ tab.text }}</a></li></ul>
        <gl-button data-testid="show-labels-toggle" category="tertiary" icon="preferences"
          :aria-label="showLabels ? 'Hide labels' : 'Show labels'" :aria-pressed="String(showLabels)"
          @click="toggleLabels"></gl-button></div>
      <dashboard-section v-for="section in sections" :key="section.title + state" :section="section" :state="state"
        :show-labels="showLabels"></dashboard-section>
    </div>
  `,
});
