import type { PropType } from 'vue';
import { defineComponent } from 'vue';
import type { WorkItem } from '../types';

/** Title and buttons again, in the page only while the real ones are scrolled out of sight. */
export const WorkItemStickyHeader = defineComponent({
  props: { workItem: { type: Object as PropType<WorkItem>, required: true }, canUpdate: Boolean },
  template: `
    <div data-testid="work-item-sticky-header"
      class="issue-sticky-header gl-border-b gl-z-3 gl-bg-default gl-py-2 gl-fixed">
      <div class="work-item-sticky-header-text gl-mx-auto gl-flex gl-items-center gl-gap-3 gl-px-5 @xl/panel:gl-px-6">
        <work-item-type-icon :type="workItem.workItemType.name" class="gl-align-middle"></work-item-type-icon>
        <a href="#top" :title="workItem.title"
          class="gl-link gl-mr-auto gl-block gl-truncate gl-pr-3 gl-font-bold gl-text-strong">{{ workItem.title }}</a>
        <gl-button v-if="canUpdate" category="secondary" data-testid="work-item-edit-button-sticky"
          class="shortcut-edit-wi-description gl-shrink-0" @click="$emit('edit')">Edit</gl-button>
        <slot></slot>
      </div>
    </div>
  `,
});
