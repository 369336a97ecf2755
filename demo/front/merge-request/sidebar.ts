import type { PropType } from 'vue';
import { defineComponent, ref } from 'vue';
import { mountData } from '../session';
import type { Label } from '../types';
import { idOf } from '../types';
import type { MergeRequestData } from './types';

/** The label list, rendered twice: the hidden copy belongs to the open dropdown. */
const labelList = `
  <div data-testid="value-wrapper" class="value issuable-show-labels js-value gl-pt-2"
    :class="mr.labels.nodes.length ? 'has-labels' : ''">
    <div class="sidebar-collapsed-icon"><gl-icon name="labels"></gl-icon><span
      class="collapse-truncated-title gl-px-3 gl-pt-2 gl-text-sm">{{ mr.labels.nodes.length }}</span></div>
    <span v-if="!mr.labels.nodes.length" data-testid="empty-placeholder" class="gl-text-subtle">None</span>
    <gl-label v-for="label in mr.labels.nodes" :key="label.id" data-testid="selected-label-content"
      :data-qa-label-name="label.title" class="hide-collapsed" :title="label.title" :color="label.color"
      :text-color="label.textColor" :target="linkOf(label)" :show-close-button="canUpdate"
      @close="$emit('removeLabel', label)"></gl-label>
  </div>
`;

const heading = (title: string): string => `
  <div class="gl-flex gl-items-center gl-font-bold gl-leading-20 gl-text-default"><span data-testid="title"
    class="hide-collapsed">${title}</span>
`;

const edit = `<gl-button v-if="canUpdate" size="sm" category="tertiary" data-testid="edit-button"
  class="hide-collapsed shortcut-sidebar-dropdown-toggle -gl-mr-2 gl-ml-auto"`;

const user = `
  <a :href="user.webPath" :data-user-id="idOf(user.id)" :data-username="user.username" data-placement="left"
    class="js-user-link gl-inline-block gl-break-anywhere gl-link"><span class="gl-flex gl-items-center"><gl-avatar
    :name="user.name" :size="24"></gl-avatar><span class="gl-ml-3 gl-leading-normal">{{ user.name }}</span></span></a>
`;

/** The merge request's sidebar, as it replaces the server's placeholders. */
export const MergeRequestSidebar = defineComponent({
  props: { mr: { type: Object as PropType<MergeRequestData>, required: true }, canUpdate: Boolean },
  setup: () => ({
    idOf,
    isEditingLabels: ref(false),
    linkOf: (label: Label) => `/${mountData.fullPath}/-/merge_requests?label_name[]=${encodeURIComponent(label.title)}`,
  }),
  template: `
    <form class="issuable-context-form inline-update js-issuable-update !gl-pr-2" @submit.prevent>
      <div class="block assignee" data-testid="assignee-block-container"><div
        data-testid="assignees-widget">${heading('Assignee')}${edit}>Edit</gl-button></div>
        <div data-testid="assignees" class="gl-pt-2"><div v-for="user in mr.assignees.nodes" :key="user.id"
          class="assignee-grid gl-mb-2">${user}</div><span v-if="!mr.assignees.nodes.length"
          class="gl-text-subtle">None</span></div></div></div>
      <div class="block reviewer"
        data-testid="reviewers-block-container"><div>${heading('Reviewer')}${edit.replace('edit-button', 'reviewers-edit-button')}>Edit</gl-button></div>
        <div class="gl-pt-2"><div v-for="user in mr.reviewers.nodes" :key="user.id" data-testid="reviewer"
          class="reviewer-grid gl-mb-2 gl-flex gl-items-center gl-justify-between">${user}<span title="Awaiting review"
          data-testid="reviewer-state-icon-parent"><gl-icon name="dotted-circle"
          data-testid="reviewer-state-icon"></gl-icon></span></div><span v-if="!mr.reviewers.nodes.length"
          class="gl-text-subtle">None</span></div></div></div>
      <div data-testid="sidebar-labels"
        class="labels-select-wrapper gl-relative block labels js-labels-block"><div>${heading('Labels')}${edit} @click="isEditingLabels = !isEditingLabels">Edit</gl-button></div>
        <div v-show="!isEditingLabels" data-testid="collapsed-content">${labelList}</div>
        <div v-show="isEditingLabels" data-testid="expanded-content">${labelList}</div></div></div>
      <div class="block milestone" data-testid="sidebar-milestones"><div
        data-testid="milestone-edit">${heading('Milestone')}${edit}>Edit</gl-button></div>
        <div data-testid="collapsed-content"><div data-testid="select-milestone" class="hide-collapsed gl-pt-2"><a
          v-if="mr.milestone" :href="mr.milestone.webPath" data-testid="milestone-link"
          class="gl-text-inherit hover:gl-text-blue-800 gl-link">{{ mr.milestone.title }}</a><span v-else
          class="gl-text-subtle">None</span></div></div></div></div>
      <div class="block time-tracking"><div class="gl-font-bold">Time tracking</div><div
        class="gl-pt-2 gl-text-subtle">No estimate or time spent</div></div>
      <div class="block participants"><div
        class="gl-mb-2 gl-font-bold">{{ mr.participants.nodes.length }} Participants</div><div
        class="gl-flex gl-flex-wrap gl-gap-3"><a v-for="user in mr.participants.nodes" :key="user.id"
        :href="user.webPath" :data-user-id="idOf(user.id)" :data-username="user.username"
        class="author-link js-user-link gl-inline-block gl-rounded-full"><gl-avatar :name="user.name" :size="24"
        class="!gl-mr-0" data-testid="user-avatar-image"></gl-avatar></a></div></div>
    </form>
  `,
});
