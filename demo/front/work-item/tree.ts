import type { PropType } from 'vue';
import { computed, defineComponent, ref } from 'vue';
import { request } from '../graphql';
import { workItemTree } from '../operations';
import type { WorkItem } from '../types';
import { widget } from '../types';
import { CreateWorkItemModal } from './create-modal';
import { WorkItemLinkChild } from './link-child';
import { onWorkItemUpdated } from './update';

/** Child items. */
export const WorkItemTree = defineComponent({
  components: { CreateWorkItemModal, WorkItemLinkChild },
  props: { workItem: { type: Object as PropType<WorkItem>, required: true }, canUpdate: Boolean },
  setup(props) {
    const children = ref<WorkItem[]>([]);
    const loading = ref(true);
    const isCreating = ref(false);
    const rolledUpWeight = computed(() => widget(props.workItem, 'WEIGHT')?.rolledUpWeight ?? null);
    async function load(): Promise<void> {
      type Answer = { namespace: { workItem: WorkItem } };
      const variables = { fullPath: props.workItem.namespace.fullPath, iid: props.workItem.iid };
      const { namespace } = await request<Answer>(workItemTree, variables);
      children.value = widget(namespace.workItem, 'HIERARCHY')?.children?.nodes ?? [];
      loading.value = false;
    }
    void load();
    const off = onWorkItemUpdated(item => {
      children.value = children.value.map(child => (child.id === item.id ? { ...child, ...item } : child));
    });
    return {
      children,
      loading,
      isCreating,
      rolledUpWeight,
      childType: computed(() => (props.workItem.workItemType.name === 'Epic' ? 'Epic' : 'Task')),
      off,
      onCreated() {
        isCreating.value = false;
        void load();
      },
    };
  },
  beforeDestroy() {
    this.off();
  },
  template: `
    <crud-component title="Child items" anchor-id="childitems" data-testid="work-item-tree" :loading="loading"
      :empty="children.length === 0">
      <template #count>
        <div data-testid="work-item-rolled-up-count-wrapper" class="gl-ml-2 @sm/panel:gl-ml-0"><span tabindex="0"
          data-testid="work-item-rolled-up-badge-count" class="gl-inline-block">
          <span class="gl-badge badge badge-pill badge-neutral"><span
            class="gl-badge-content">{{ children.length }}</span></span></span></div>
        <div v-if="rolledUpWeight !== null" class="gl-hidden @sm/panel:gl-flex"><span tabindex="0"
          data-testid="work-item-rollup-weight"
          class="gl-flex gl-cursor-help gl-items-center gl-gap-2 gl-font-normal gl-text-subtle @sm/panel:gl-ml-3">
          <gl-icon name="weight"></gl-icon><span data-testid="work-item-weight-value"
            class="gl-text-sm">{{ rolledUpWeight }}</span></span></div>
      </template>
      <template #actions><gl-button v-if="canUpdate" size="sm" @click="isCreating = true">Add</gl-button>
        <create-work-item-modal v-if="isCreating" :full-path="workItem.namespace.fullPath"
          :preselected-type="childType.toUpperCase()" :parent-id="workItem.id" @workItemCreated="onCreated"
          @hide="isCreating = false"></create-work-item-modal></template>
      <template
        #empty>No child items are currently assigned. Use child items to break down work into smaller parts.</template>
      <div class="!gl-px-3 gl-pb-3 gl-pt-2">
        <ul data-testid="child-items-container" :data-parent-id="workItem.id" :data-parent-title="workItem.title"
          class="content-list gl-m-0 gl-list-none gl-p-0">
          <li v-for="child in children" :key="child.id" :data-child-title="child.title"
            :data-child-type="child.workItemType.name" class="tree-item !gl-mx-0 !gl-px-0 !gl-py-2">
            <div class="gl-flex gl-items-start"><div data-testid="child-contents-container"
              class="gl-w-full"><work-item-link-child :item="child"
              :can-update="canUpdate"></work-item-link-child></div></div>
          </li>
        </ul>
      </div>
    </crud-component>
  `,
});
