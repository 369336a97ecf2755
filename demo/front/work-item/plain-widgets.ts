import type { PropType } from 'vue';
import { computed, defineComponent } from 'vue';
import { shortDate } from '../time';
import type { WorkItem } from '../types';
import { idOf, widget } from '../types';

/** Heading and Edit button of the widgets that the demo only shows. */
const header = (title: string): string => `
  <div class="gl-flex gl-items-center gl-gap-3"><h3 class="gl-heading-5 gl-mb-0">${title}</h3>
    <gl-button v-if="canUpdate" size="sm" category="tertiary" data-testid="edit-button"
      class="shortcut-sidebar-dropdown-toggle gl-ml-auto gl-shrink-0">Edit</gl-button>
  </div>
`;

const none = '<span v-else class="gl-text-subtle">None</span>';

/** A widget without editing. The template knows `value`, the item's widget of that type, and `workItem`. */
function plainWidget(type: string, template: string) {
  return defineComponent({
    props: { workItem: { type: Object as PropType<WorkItem>, required: true }, canUpdate: Boolean },
    setup: props => ({ value: computed(() => widget(props.workItem, type) ?? { type }), idOf, shortDate }),
    template,
  });
}

export const WorkItemStatus = plainWidget(
  'STATUS',
  `<section data-testid="work-item-status" class="work-item-attributes-item">${header('Status')}
    <status-badge v-if="value.status" :status="value.status" class="gl-mt-2"></status-badge>${none}</section>`,
);

export const WorkItemAssignees = plainWidget(
  'ASSIGNEES',
  `<section data-testid="work-item-assignees"
    class="issuable-assignees gl-mt-2 js-assignee work-item-attributes-item">${header('Assignees')}
    <div v-if="value.assignees && value.assignees.nodes.length" class="gl-mt-2"><div class="gl-flex gl-flex-wrap">
      <div v-for="(user, at) in value.assignees.nodes" :key="user.id"
        class="assignee-grid gl-grid gl-w-full gl-items-center"
        :class="at + 1 < value.assignees.nodes.length ? 'gl-mb-3' : ''">
        <a :href="user.webPath" :data-user-id="idOf(user.id)" :data-username="user.username" data-placement="left"
          class="js-user-link gl-inline-block gl-break-anywhere gl-link">
          <span class="gl-flex"><span class="gl-relative"><gl-avatar :name="user.name" :size="24" aria-hidden="true"
            data-testid="avatar-image"></gl-avatar></span>
            <div data-testid="username"
              class="gl-ml-3 gl-grid gl-items-center gl-leading-normal"><span><span>{{ user.name }}</span></span></div></span></a>
      </div></div></div>${none}</section>`,
);

export const WorkItemParent = plainWidget(
  'HIERARCHY',
  `<section data-testid="work-item-parent" class="work-item-attributes-item">${header('Parent')}
    <a v-if="value.parent" :href="value.parent.webUrl" data-testid="work-item-parent-link"
      class="gl-link !gl-text-default">{{ value.parent.title }}</a>${none}</section>`,
);

export const WorkItemMilestone = plainWidget(
  'MILESTONE',
  `<section data-testid="work-item-milestone" class="js-milestone work-item-attributes-item">${header('Milestone')}
    <a v-if="value.milestone" :href="value.milestone.webPath" :data-milestone="idOf(value.milestone.id)"
      data-reference-type="milestone" data-placement="left" data-testid="work-item-milestone-link"
      class="has-popover !gl-text-default gl-link">{{ value.milestone.title }}</a>${none}</section>`,
);

export const WorkItemIteration = plainWidget(
  'ITERATION',
  `<section data-testid="work-item-iteration" :work-item-iid="workItem.iid"
    class="work-item-attributes-item">${header('Iteration')}
    <span v-if="value.iteration"
      data-testid="work-item-iteration-link">{{ value.iteration.title || shortDate(value.iteration.startDate) + ' – ' + shortDate(value.iteration.dueDate) }}</span>${none}</section>`,
);

export const WorkItemDates = plainWidget(
  'START_AND_DUE_DATE',
  `<section data-testid="work-item-due-dates" class="work-item-attributes-item">${header('Dates')}
    <p class="gl-m-0 gl-py-1"><span class="gl-inline-block gl-min-w-8">Start:</span> <span
      data-testid="start-date-value"
      :class="value.startDate ? '' : 'gl-text-subtle'">{{ value.startDate ? shortDate(value.startDate) : 'None' }}</span></p>
    <p class="gl-m-0 gl-pt-1"><span class="gl-inline-block gl-min-w-8">Due:</span> <span data-testid="due-date-value"
      :class="value.dueDate ? '' : 'gl-text-subtle'">{{ value.dueDate ? shortDate(value.dueDate) : 'None' }}</span></p></section>`,
);

const health = `{ onTrack: ['success', 'On track'], needsAttention: ['warning', 'Needs attention'], atRisk: ['danger', 'At risk'] }[value.healthStatus]`;

export const WorkItemHealthStatus = plainWidget(
  'HEALTH_STATUS',
  `<section data-testid="work-item-health-status" class="work-item-attributes-item">${header('Health status')}
    <span v-if="value.healthStatus" data-testid="work-item-health-status-value" class="gl-badge badge badge-pill"
      :class="'badge-' + ${health}[0]"><span
      class="gl-badge-content">{{ ${health}[1] }}</span></span>${none}</section>`,
);

export const WorkItemTimeTracking = plainWidget(
  'TIME_TRACKING',
  `<div data-testid="work-item-time-tracking" class="work-item-attributes-item">
    <div class="gl-flex gl-items-center gl-justify-between"><h3 class="gl-heading-5 !gl-mb-2">Time tracking</h3>
      <gl-button v-if="canUpdate" icon="plus" size="sm" category="tertiary" data-testid="add-time-entry-button"
        title="Add time entry" aria-label="Add time entry"></gl-button></div>
    <div data-testid="time-tracking-body" class="time-tracking-body gl-flex gl-flex-wrap gl-items-center gl-gap-2">
      <span
        v-if="value.timeEstimate || value.totalTimeSpent">Spent {{ (value.totalTimeSpent || 0) / 3600 }}h of {{ (value.timeEstimate || 0) / 3600 }}h</span>
      <span v-else class="gl-text-subtle">Add an estimate or time spent.</span></div></div>`,
);

export const WorkItemParticipants = plainWidget(
  'PARTICIPANTS',
  `<div data-testid="work-item-participants" class="work-item-attributes-item">
    <div
      class="gl-mb-2 gl-flex gl-items-center gl-gap-2 gl-font-bold gl-leading-24 gl-text-default">{{ value.participants ? value.participants.nodes.length : 0 }} Participants</div>
    <div class="gl-flex gl-flex-wrap gl-gap-3"><a v-for="user in value.participants ? value.participants.nodes : []"
      :key="user.id" :href="user.webPath" :data-user-id="idOf(user.id)" :data-username="user.username"
      class="author-link js-user-link gl-inline-block gl-rounded-full"><span><gl-avatar :name="user.name" :size="24"
        class="!gl-mr-0"></gl-avatar></span></a></div></div>`,
);
