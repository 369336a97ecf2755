import type { PropType } from 'vue';
import { computed, defineComponent } from 'vue';
import { openItem } from '../panel';
import type { WorkItem } from '../types';
import { idOf, widget } from '../types';

/** A child or linked item. The overlay link covers the whole row at z-index 1; a click on it opens the side panel. */
export const WorkItemLinkChild = defineComponent({
  props: { item: { type: Object as PropType<WorkItem>, required: true }, canUpdate: Boolean },
  setup(props) {
    const of = (type: string) => computed(() => widget(props.item, type) ?? { type });
    return {
      path: computed(() => new URL(props.item.webUrl).pathname),
      assignees: of('ASSIGNEES'),
      labels: of('LABELS'),
      weight: of('WEIGHT'),
      milestone: of('MILESTONE'),
      status: of('STATUS'),
      idOf,
      openItem,
    };
  },
  template: `
    <div data-testid="links-child"
      class="item-body work-item-link-child gl-relative gl-flex gl-min-w-0 gl-grow gl-gap-3 gl-hyphens-auto gl-break-words gl-rounded-base gl-p-3 !gl-ml-0">
      <a :href="path" data-testid="issuable-card-link-overlay" aria-label="Work item"
        class="!gl-absolute gl-left-0 gl-top-0 !gl-z-1 !gl-flex gl-h-full gl-w-full"
        @click="openItem(item, $event)"></a>
      <div class="gl-z-2 gl-cursor-help"><work-item-type-icon
        :type="item.workItemType.name"></work-item-type-icon></div>
      <div class="gl-flex gl-min-w-0 gl-grow gl-flex-col gl-flex-wrap issue-clickable">
        <div class="gl-mb-2 gl-min-w-0 gl-justify-between gl-gap-3 @sm/panel:gl-flex">
          <div class="item-title gl-mb-2 gl-min-w-0 @sm/panel:gl-mb-0">
            <gl-icon v-if="item.confidential" name="eye-slash" data-testid="confidential-icon" class="gl-text-warning"></gl-icon>
            <a :id="'listItem-' + item.namespace.fullPath + '/' + idOf(item.id)" :href="path"
              class="gl-hyphens-auto gl-break-words gl-font-semibold gl-link"
              :class="item.state === 'CLOSED' ? '!gl-text-subtle' : ''" @click="openItem(item, $event)">{{ item.title }}</a></div>
          <div
            class="gl-flex gl-shrink-0 gl-flex-row-reverse gl-items-center gl-justify-end gl-gap-3 @sm/panel:gl-flex-row">
            <div v-if="assignees.assignees && assignees.assignees.nodes.length"
              class="gl-avatars-inline gl-avatars-inline-sm"><div v-for="user in assignees.assignees.nodes"
              :key="user.id" class="gl-avatars-inline-child"><div class="gl-leading-0">
              <a :href="user.webPath" :aria-label="user.name"
                class="gl-avatar-link gl-link gl-link-meta gl-relative gl-z-2"><gl-avatar :name="user.name"
                :size="16"></gl-avatar></a></div></div></div>
            <div v-if="status.status" class="gl-max-w-20"><status-badge :status="status.status"></status-badge></div>
          </div>
        </div>
        <div class="gl-justify-between @sm/panel:gl-flex @xl/panel:!gl-ml-0">
          <div
            class="gl-mb-2 gl-flex gl-flex-wrap gl-items-center gl-gap-x-3 gl-gap-y-2 gl-text-sm gl-text-subtle @sm/panel:gl-mb-0">
            <span>#{{ item.iid }}</span>
            <div v-if="weight.weight != null" data-testid="item-weight"
              class="gl-flex gl-cursor-help gl-items-center gl-gap-2"><gl-icon name="weight"
              data-testid="item-weight-icon"></gl-icon>
              <span data-testid="item-weight-title" class="gl-truncate-component gl-min-w-0"><span
                class="gl-truncate-end">{{ weight.weight }}</span></span></div>
            <button v-if="milestone.milestone" type="button" data-testid="board-card-milestone"
              :aria-label="'Milestone: ' + milestone.milestone.title"
              class="issue-milestone-details gl-flex gl-max-w-15 gl-gap-2 gl-items-center !gl-cursor-help gl-bg-transparent gl-border-0 gl-p-0 gl-text-subtle focus-visible:gl-focus-inset">
              <gl-icon name="milestone" data-testid="board-card-milestone-icon"></gl-icon><span
                data-testid="board-card-milestone-title"
                class="gl-truncate-component gl-min-w-0 milestone-title gl-inline-block gl-truncate"><span
                class="gl-truncate-end">{{ milestone.milestone.title }}</span></span></button>
          </div>
        </div>
        <div v-if="labels.labels" class="gl-flex gl-flex-wrap"><gl-label v-for="label in labels.labels.nodes"
          :key="label.id" :title="label.title" :color="label.color" :text-color="label.textColor"
          class="gl-mb-auto gl-mr-2 gl-mt-2 gl-relative gl-z-2"></gl-label></div>
      </div>
      <div v-if="canUpdate"><gl-button icon="close" size="sm" category="tertiary" aria-label="Remove" title="Remove"
        data-testid="remove-work-item-link" class="gl-relative gl-z-2 -gl-mr-2 -gl-mt-1"></gl-button></div>
    </div>
  `,
});
