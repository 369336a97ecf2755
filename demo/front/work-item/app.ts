import { computed, defineComponent } from 'vue';
import { IssuesListApp } from '../list/app';
import { panel } from '../panel';
import { placeOf, push, route } from '../router';
import type { WorkItem } from '../types';
import { CreateWorkItem } from './create';
import { WorkItemDetail } from './detail';
import { WorkItemDrawer } from './drawer';

/** List and detail of a project's work items in one document, and the side panel over either. */
export const WorkItemsApp = defineComponent({
  components: { CreateWorkItem, IssuesListApp, WorkItemDetail, WorkItemDrawer },
  setup: () => ({
    place: computed(() => placeOf(route.path)),
    panel,
    preselectedType: computed(() => new URLSearchParams(route.search).get('type') ?? ''),
    showItem: (item: WorkItem) => push(new URL(item.webUrl).pathname),
    goBack: () => history.back(),
  }),
  template: `
    <div v-if="place.kind === 'item'" :key="place.iid" data-testid="work-item-router-view" :type="place.type"
      class="work-item-router-view">
      <work-item-detail :full-path="place.fullPath" :iid="place.iid"></work-item-detail><work-item-drawer
        v-if="panel.shown" client-side></work-item-drawer>
    </div>
    <div v-else-if="place.kind === 'new'" key="new" class="work-item-router-view" data-testid="work-item-router-view">
      <create-work-item :full-path="place.fullPath" :preselected-type="preselectedType" @workItemCreated="showItem"
        @cancel="goBack"></create-work-item>
    </div>
    <div v-else key="list" class="work-item-router-view" data-testid="work-item-router-view">
      <issues-list-app></issues-list-app><work-item-drawer v-if="panel.shown" client-side></work-item-drawer>
    </div>
  `,
});
