import type { PropType } from 'vue';
import { computed, defineComponent } from 'vue';
import type { WorkItem } from '../types';
import { idOf } from '../types';

/** The row under the title: state, confidentiality, type, when and by whom. Gone while title and description are edited. */
export const WorkItemCreatedUpdated = defineComponent({
  props: { workItem: { type: Object as PropType<WorkItem>, required: true } },
  setup: props => ({ idOf, isOpen: computed(() => props.workItem.state === 'OPEN') }),
  template: `
    <div class="gl-my-2 gl-text-subtle gl-grow">
      <span class="gl-align-middle gl-badge badge badge-pill" :class="isOpen ? 'badge-success' : 'badge-info'"><gl-icon
        :name="isOpen ? 'issue-open-m' : 'issue-close'" class="gl-badge-icon"></gl-icon><span
        class="gl-badge-content">{{ isOpen ? 'Open' : 'Closed' }}<template
        v-if="!isOpen && workItem.promotedToEpicUrl"> (<a :href="workItem.promotedToEpicUrl"
        class="gl-link !gl-text-inherit gl-underline">promoted</a>)</template></span></span>
      <span v-if="workItem.confidential" class="gl-align-middle gl-badge badge badge-pill badge-warning"
        title="Only project members can view"><gl-icon name="eye-slash" class="gl-badge-icon"></gl-icon><span
        class="gl-badge-content">Confidential</span></span>
      <work-item-type-icon :type="workItem.workItemType.name" show-text class="gl-align-middle"></work-item-type-icon>
      <span data-testid="work-item-created" class="gl-align-middle">created <time-ago
        :time="workItem.createdAt"></time-ago> by <a :href="workItem.author.webPath" :title="workItem.author.name"
        :data-user-id="idOf(workItem.author.id)" data-testid="work-item-author"
        class="gl-avatar-link js-user-link gl-font-bold gl-text-default gl-link gl-link-meta">{{ workItem.author.name }}</a></span>
    </div>
  `,
});
