import type { PropType } from 'vue';
import { computed, defineComponent } from 'vue';
import { openItem } from '../panel';
import { longTime, timeAgo } from '../time';
import type { Label, WorkItem } from '../types';
import { idOf, widget } from '../types';

/**
 * A row of the list. Labels stand directly in the info line; an overlay link at z-index 1 covers the row, unless it is
 * not `clickable`. `hidden` names the fields that the display settings leave out.
 */
export const IssuableItem = defineComponent({
  props: {
    item: { type: Object as PropType<WorkItem>, required: true },
    clickable: { type: Boolean, default: true },
    hidden: { type: Array as PropType<string[]>, default: () => [] },
  },
  setup(props) {
    const of = (type: string, key: string) =>
      computed(() => (props.hidden.includes(key) ? undefined : widget(props.item, type)) ?? { type });
    const all = computed(() => widget(props.item, 'LABELS')?.labels?.nodes ?? []);
    return {
      labels: computed(() => (props.hidden.includes('labels') ? [] : all.value)),
      labelIds: computed(() => JSON.stringify(all.value.map(label => Number(idOf(label.id))))),
      path: computed(() => new URL(props.item.webUrl).pathname),
      assignees: of('ASSIGNEES', 'assignee'),
      weight: of('WEIGHT', 'weight'),
      milestone: of('MILESTONE', 'milestone'),
      status: of('STATUS', 'status'),
      health: of('HEALTH_STATUS', 'health'),
      idOf,
      longTime,
      timeAgo,
      open: (event: MouseEvent) => props.clickable && openItem(props.item, event),
      linkOf: (label: Label) => `?label_name[]=${encodeURIComponent(label.title)}`,
    };
  },
  template: `
    <li :id="'issuable_' + idOf(item.id)" :data-labels="labelIds" :data-qa-issue-id="idOf(item.id)"
      :data-qa-issuable-title="item.title" data-testid="issuable-container"
      class="issue !gl-flex gl-flex-col gl-gap-y-3 !gl-px-5 @sm/panel:gl-flex-row"
      :class="clickable ? 'issue-clickable gl-relative gl-cursor-pointer hover:gl-bg-subtle' : ''">
      <a v-if="clickable" tabindex="-1" :href="path" aria-hidden="true" data-testid="issuable-card-link-overlay"
        class="!gl-absolute gl-left-0 gl-top-0 !gl-z-1 !gl-flex gl-h-full gl-w-full"
        @click="open($event)"></a>
      <div class="issuable-main-info">
        <div data-testid="issuable-title" class="issue-title title gl-text-[0]"><work-item-type-icon
          :type="item.workItemType.name" class="gl-mr-2"></work-item-type-icon><button
          v-if="item.confidential" title="Confidential" data-testid="confidential-icon-container"
          class="button-reset gl-mr-2 gl-inline-block gl-w-5"><gl-icon
          name="eye-slash" class="gl-text-warning"></gl-icon></button><a
          :id="'listItem-' + item.namespace.fullPath + '/' + idOf(item.id)" :href="path"
          data-testid="issuable-title-link" class="issue-title-text gl-text-base gl-link"
          @click="open($event)">{{ item.title }}</a></div>
        <div class="issuable-info gl-flex gl-flex-wrap gl-items-center gl-gap-3 gl-gap-y-1">
          <span data-testid="issuable-reference" class="issuable-reference">{{ item.reference }}</span>
          <span aria-hidden="true" class="-gl-ml-2 gl-hidden @sm/panel:gl-block">·</span>
          <span class="issuable-authored -gl-ml-2 gl-hidden @sm/panel:gl-block">created <button type="button"
            :title="longTime(item.createdAt)" :aria-label="longTime(item.createdAt)" data-testid="issuable-created-at"
            class="button-reset gl-text-subtle">{{ timeAgo(item.createdAt) }}</button> by
            <a :href="item.author.webPath" :data-user-id="idOf(item.author.id)" :data-username="item.author.username"
              :data-name="item.author.name" data-testid="issuable-author"
              class="author-link js-user-link gl-text-sm !gl-text-subtle gl-link"><span
              class="author">{{ item.author.name }}</span></a></span>
          <div v-if="item.widgets" class="gl-contents">
            <button v-if="weight.weight != null" type="button" data-testid="issuable-weight-content" title="Weight"
              class="gl-flex gl-items-center gl-gap-2 issuable-weight gl-text-subtle gl-bg-transparent gl-border-0 gl-p-0 focus-visible:gl-focus-inset"><gl-icon
              name="weight" data-testid="issuable-weight-content-icon" :size="12"></gl-icon><span
              data-testid="issuable-weight-content-title" class="gl-truncate-component gl-min-w-0"><span
              class="gl-truncate-end">{{ weight.weight }}</span></span></button>
            <a v-if="milestone.milestone" :href="milestone.milestone.webPath" data-testid="issuable-milestone"
              class="gl-flex gl-items-center gl-gap-2 gl-link !gl-text-subtle gl-bg-transparent gl-border-0 gl-p-0 focus-visible:gl-focus-inset gl-max-w-30 gl-min-w-0"><gl-icon
              name="milestone" data-testid="issuable-milestone-icon" :size="12"></gl-icon><span
              data-testid="issuable-milestone-title" class="gl-truncate-component gl-min-w-0"><span
              class="gl-truncate-end">{{ milestone.milestone.title }}</span></span></a>
          </div>
          <gl-label v-for="(label, at) in labels" :key="label.id" :title="label.title" :color="label.color"
            :text-color="label.textColor" :description="label.description || undefined" :target="linkOf(label)"
            :class="at + 1 < labels.length ? '-gl-mr-2' : ''"></gl-label>
        </div>
      </div>
      <div class="issuable-meta @sm/panel:gl-max-w-2/8 @md/panel:gl-max-w-3/8">
        <ul class="controls gl-flex gl-max-w-full gl-flex-wrap-reverse gl-justify-end gl-gap-3 gl-gap-y-2">
          <li data-testid="issuable-status" class="!gl-mr-0">{{ item.state === 'CLOSED' ? 'Closed' : '' }}</li>
          <li v-if="assignees.assignees && assignees.assignees.nodes.length" class="!gl-mr-0"><div
            class="gl-flex gl-items-center"><a v-for="user in assignees.assignees.nodes" :key="user.id"
            :href="user.webPath" :title="user.name" data-testid="assignee-link"
            class="gl-avatar-link user-avatar-link js-user-link js-no-trigger author-link gl-link gl-link-meta"><span
            class="gl-inline-flex"><gl-avatar :name="user.name" :size="16"
            data-testid="user-avatar-image"></gl-avatar></span></a></div></li>
          <li v-if="item.userDiscussionsCount && !hidden.includes('comments')" data-testid="issuable-comments"
            class="!gl-mr-0 gl-hidden @sm/panel:gl-inline-flex"><button type="button" title="Comments"
            class="button-reset gl-flex gl-items-center !gl-text-inherit"><gl-icon
            name="comments"></gl-icon>{{ item.userDiscussionsCount }}</button></li>
          <li v-if="status.status" class="!gl-mr-0"><status-badge :status="status.status"></status-badge></li>
        </ul>
        <div
          class="gl-hidden @sm/panel:gl-flex @sm/panel:gl-flex-col @sm/panel:gl-items-end @md/panel:gl-flex-row @md/panel:gl-items-center">
          <span v-if="health.healthStatus && health.healthStatus !== 'onTrack'"
            class="gl-mr-3 gl-text-sm gl-text-warning"><gl-icon
            name="warning"></gl-icon> {{ health.healthStatus === 'atRisk' ? 'At risk' : 'Needs attention' }}</span>
          <button type="button" :title="longTime(item.updatedAt)" :aria-label="longTime(item.updatedAt)"
            data-testid="issuable-timestamp"
            class="button-reset gl-text-subtle @sm/panel:gl-inline-block">updated {{ timeAgo(item.updatedAt) }}</button>
        </div>
      </div>
    </li>
  `,
});
