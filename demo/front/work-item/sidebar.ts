import type { PropType } from 'vue';
import { computed, defineComponent } from 'vue';
import { afterChunk } from '../chunk';
import type { WorkItem } from '../types';
import { WorkItemLabels } from './labels';
import {
  WorkItemAssignees,
  WorkItemDates,
  WorkItemHealthStatus,
  WorkItemIteration,
  WorkItemMilestone,
  WorkItemParent,
  WorkItemParticipants,
  WorkItemStatus,
  WorkItemTimeTracking,
} from './plain-widgets';
import { WorkItemWeight } from './weight';

/** Type of widget, component, and which widgets need more than permission to set metadata; in GitLab's order. */
const parts = [
  ['STATUS', 'work-item-status'],
  ['ASSIGNEES', 'work-item-assignees'],
  ['LABELS', 'work-item-labels'],
  ['HIERARCHY', 'work-item-parent'],
  ['WEIGHT', 'work-item-weight'],
  ['MILESTONE', 'work-item-milestone'],
  ['ITERATION', 'work-item-iteration'],
  ['START_AND_DUE_DATE', 'work-item-dates'],
  ['HEALTH_STATUS', 'work-item-health-status'],
  ['TIME_TRACKING', 'work-item-time-tracking'],
  ['PARTICIPANTS', 'work-item-participants'],
] as const;

/** The attributes column. A widget that the plan or the type lacks is absent; weight is in a file of its own. */
export const WorkItemAttributesWrapper = defineComponent({
  components: {
    WorkItemStatus,
    WorkItemAssignees,
    WorkItemLabels,
    WorkItemParent,
    WorkItemWeight: afterChunk(170, WorkItemWeight),
    WorkItemMilestone,
    WorkItemIteration,
    WorkItemDates,
    WorkItemHealthStatus,
    WorkItemTimeTracking,
    WorkItemParticipants,
  },
  props: {
    workItem: { type: Object as PropType<WorkItem>, required: true },
    /** In the form of a new item the widgets stand in the column itself. */
    creating: Boolean,
  },
  setup(props) {
    const present = (type: string): boolean => {
      const found = props.workItem.widgets?.find(one => one.type === type);
      // An epic's weight is only rolled up, and so has no widget.
      return found !== undefined && !(type === 'WEIGHT' && props.workItem.workItemType.name === 'Epic');
    };
    return {
      shown: computed(() => parts.filter(([type]) => present(type)).map(([, name]) => name)),
      canUpdate: computed(() => props.workItem.userPermissions?.setWorkItemMetadata ?? false),
    };
  },
  template: `
    <component :is="creating ? 'aside' : 'div'"
      :data-testid="creating ? 'work-item-overview-right-sidebar' : undefined" :class="creating ? 'work-item-overview-right-sidebar gl-px-3 is-modal' : 'work-item-attributes-wrapper work-item-sidebar-container'">
      <component :is="name" v-for="name in shown" :key="name" :work-item="workItem" :can-update="canUpdate"
        @error="$emit('error', $event)"></component>
    </component>
  `,
});
