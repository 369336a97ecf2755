import type { PropType } from 'vue';
import { computed, defineComponent, ref } from 'vue';
import { request } from '../graphql';
import { workItemLinkedItems } from '../operations';
import type { Widget, WorkItem } from '../types';
import { widget } from '../types';
import { WorkItemLinkChild } from './link-child';

const headings = [
  ['blocks', 'Blocking'],
  ['is_blocked_by', 'Blocked by'],
  ['relates_to', 'Related to'],
] as const;

/** Linked items, in the lists Blocking, Blocked by and Related to. Emits `loaded`. */
export const WorkItemRelationships = defineComponent({
  components: { WorkItemLinkChild },
  props: { workItem: { type: Object as PropType<WorkItem>, required: true }, canUpdate: Boolean },
  setup(props, { emit }) {
    const links = ref<NonNullable<Widget['linkedItems']>['nodes']>([]);
    const loading = ref(true);
    async function load(): Promise<void> {
      type Answer = { namespace: { workItem: WorkItem } };
      const variables = { fullPath: props.workItem.namespace.fullPath, iid: props.workItem.iid };
      const { namespace } = await request<Answer>(workItemLinkedItems, variables);
      links.value = widget(namespace.workItem, 'LINKED_ITEMS')?.linkedItems?.nodes ?? [];
      loading.value = false;
      emit('loaded');
    }
    void load();
    const lists = computed(() =>
      headings
        .map(([type, heading]) => ({ heading, items: links.value.filter(link => link.linkType === type) }))
        .filter(list => list.items.length > 0),
    );
    return { links, loading, lists };
  },
  template: `
    <crud-component title="Linked items" anchor-id="linkeditems" data-testid="work-item-relationships"
      :loading="loading" :empty="links.length === 0">
      <template #count><span class="gl-badge badge badge-pill badge-neutral"
        :aria-label="'Issue has ' + links.length + ' linked items'"><span
        class="gl-badge-content">{{ links.length }}</span></span></template>
      <template #actions><gl-button v-if="canUpdate" size="sm"
        data-testid="link-item-add-button">Add</gl-button></template>
      <template #empty>Link items together to show that they're related or that one is blocking others.</template>
      <div v-for="list in lists" :key="list.heading" data-testid="work-item-linked-items-list"
        class="!gl-px-3 gl-pb-3 gl-pt-2">
        <h3 class="gl-mb-0 gl-mt-3 gl-text-sm gl-font-semibold gl-text-subtle">{{ list.heading }}</h3>
        <ul class="work-items-list content-list gl-m-0 gl-list-none gl-p-0">
          <li v-for="link in list.items" :key="link.linkId" :data-work-item-id="link.workItem.id"
            data-testid="link-child-contents-container" class="linked-item !gl-mx-0 !gl-px-0 !gl-py-2">
            <work-item-link-child :item="link.workItem" :can-update="canUpdate"></work-item-link-child>
          </li>
        </ul>
      </div>
    </crud-component>
  `,
});
