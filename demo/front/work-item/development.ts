import type { PropType } from 'vue';
import { defineComponent, ref } from 'vue';
import { request } from '../graphql';
import { workItemDevelopment } from '../operations';
import type { MergeRequest, WorkItem } from '../types';
import { widget } from '../types';

/** The merge requests that close this item when merged. Absent until they are known, and where there are none. */
export const WorkItemDevelopment = defineComponent({
  props: { workItem: { type: Object as PropType<WorkItem>, required: true } },
  setup(props) {
    const mergeRequests = ref<MergeRequest[]>([]);
    async function load(): Promise<void> {
      type Answer = { namespace: { workItem: WorkItem } };
      const variables = { fullPath: props.workItem.namespace.fullPath, iid: props.workItem.iid };
      const { namespace } = await request<Answer>(workItemDevelopment, variables);
      const nodes = widget(namespace.workItem, 'DEVELOPMENT')?.closingMergeRequests?.nodes ?? [];
      mergeRequests.value = nodes.map(node => node.mergeRequest);
    }
    void load();
    return { mergeRequests };
  },
  template: `
    <crud-component v-if="mergeRequests.length" title="Development" anchor-id="developmentitems"
      data-testid="work-item-development">
      <template #count><span class="gl-self-baseline gl-badge badge badge-pill badge-neutral"><span
        class="gl-badge-content">{{ mergeRequests.length }}</span></span>
        <span tabindex="0" title="This issue will be closed when the following is merged."
          aria-label="This issue will be closed when the following is merged." data-testid="more-information"><gl-icon
          name="information-o" class="gl-text-link"></gl-icon></span></template>
      <div><ul data-testid="work-item-dev-items-list" :data-list-length="mergeRequests.length"
        class="content-list gl-m-0 gl-list-none gl-p-0">
        <li v-for="mr in mergeRequests" :key="mr.id" class="gl-p-3">
          <div class="gl-flex gl-w-full gl-items-start gl-justify-between gl-gap-3" :work-item-iid="workItem.iid">
            <div
              class="gl-flex gl-min-w-0 gl-grow gl-flex-wrap gl-items-center gl-justify-between gl-gap-3 gl-gap-y-0 @xl/panel:gl-flex-nowrap">
              <div class="item-title gl-flex gl-min-w-0 gl-items-center gl-gap-3"><gl-icon
                name="merge-request"></gl-icon>
                <a :href="mr.webPath"
                  class="gl-truncate gl-font-semibold gl-text-default hover:gl-text-default hover:gl-underline gl-link">{{ mr.title }}</a></div>
              <div class="item-info-area gl-mt-1 gl-flex gl-shrink-0 gl-grow gl-gap-3"><div
                class="item-meta gl-flex gl-grow gl-flex-wrap-reverse gl-gap-3 @sm/panel:gl-justify-between">
                <div class="item-path-area item-path-id gl-flex gl-flex-wrap gl-items-center gl-gap-3"><span
                  :title="mr.reference" data-testid="mr-reference"
                  class="gl-font-sm gl-inline-flex gl-max-w-20 gl-text-subtle"><span>!{{ mr.iid }}</span></span></div>
                <div class="item-attributes-area gl-flex gl-items-center gl-gap-3"><div
                  class="item-assignees gl-flex gl-shrink-0 gl-items-center gl-gap-3 gl-self-end">
                  <span v-if="mr.state === 'merged'" class="gl-badge badge badge-pill badge-info"><span
                    class="gl-badge-content">Merged</span></span>
                  <span v-else-if="mr.state === 'closed'" class="gl-badge badge badge-pill badge-danger"><span
                    class="gl-badge-content">Closed</span></span>
                  <div class="gl-avatars-inline gl-avatars-inline-sm"><div class="gl-avatars-inline-child"><div
                    class="gl-leading-0"><a :href="mr.author.webPath" :aria-label="mr.author.name"
                    class="gl-avatar-link gl-link gl-link-meta"><gl-avatar :name="mr.author.name"
                    :size="16"></gl-avatar></a></div></div></div>
                </div></div>
              </div></div>
            </div>
          </div>
        </li>
      </ul></div>
    </crud-component>
  `,
});
