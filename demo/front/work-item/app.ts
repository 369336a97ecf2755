import { computed, defineComponent } from 'vue';
import { IssuesListApp } from '../list/app';
import { panel } from '../panel';
import { placeOf, route } from '../router';
import { WorkItemDetail } from './detail';
import { WorkItemDrawer } from './drawer';

/** List and detail of a project's work items in one document, and the side panel over either. */
export const WorkItemsApp = defineComponent({
  components: { IssuesListApp, WorkItemDetail, WorkItemDrawer },
  setup: () => ({ place: computed(() => placeOf(route.path)), panel }),
  template: `
    <div v-if="place.kind === 'item'" :key="place.iid" data-testid="work-item-router-view" :type="place.type"
      class="work-item-router-view">
      <work-item-detail :full-path="place.fullPath" :iid="place.iid"></work-item-detail><work-item-drawer
        v-if="panel.shown" client-side></work-item-drawer>
    </div>
    <div v-else key="list" class="work-item-router-view" data-testid="work-item-router-view">
      <issues-list-app></issues-list-app><work-item-drawer v-if="panel.shown" client-side></work-item-drawer>
    </div>
  `,
});
