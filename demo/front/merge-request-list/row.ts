import type { PropType } from 'vue';
import { computed, defineComponent } from 'vue';
import { longTime, timeAgo } from '../time';
import type { Label } from '../types';
import { idOf } from '../types';
import type { MergeRequestRow } from './types';

/** The pipeline's state as a coloured icon. */
export const CiIcon = defineComponent({
  props: { pipeline: { type: Object as PropType<MergeRequestRow['headPipeline']>, required: true } },
  setup: props => ({
    look: computed(() => {
      const text = props.pipeline?.detailedStatus.text ?? '';
      return { passed: 'success', failed: 'danger', running: 'info' }[text] ?? 'neutral';
    }),
  }),
  template: `
    <a href="#" :title="'Pipeline: ' + pipeline.detailedStatus.text" data-testid="ci-icon"
      class="ci-icon gl-inline-flex gl-items-center gl-text-sm" :class="'ci-icon-variant-' + look"><span
      class="ci-icon-gl-icon-wrapper"><gl-icon
      :name="look === 'danger' ? 'status-failed' : look === 'info' ? 'status-running' : 'status-success'"></gl-icon></span></a>
  `,
});

/** A row of a list of merge requests: that of issues, without the overlay link, as no side panel opens here. */
export const MergeRequestItem = defineComponent({
  components: { CiIcon },
  props: { mr: { type: Object as PropType<MergeRequestRow>, required: true } },
  setup: props => ({
    labelIds: computed(() => JSON.stringify(props.mr.labels.nodes.map(label => Number(idOf(label.id))))),
    status: computed(() => ({ merged: 'Merged', closed: 'Closed' })[props.mr.state as string] ?? ''),
    approval: computed(() => {
      const { approvalsRequired, approvalsLeft } = props.mr;
      return approvalsLeft > 0 ? `${approvalsRequired - approvalsLeft} of ${approvalsRequired} approvals` : 'Approved';
    }),
    project: computed(() => props.mr.reference.split('!')[0] ?? ''),
    idOf,
    longTime,
    timeAgo,
    linkOf: (label: Label) => `?label_name[]=${encodeURIComponent(label.title)}`,
  }),
  template: `
    <li :id="'issuable_' + idOf(mr.id)" :data-labels="labelIds" :data-qa-issue-id="idOf(mr.id)"
      :data-qa-issuable-title="mr.title" data-testid="issuable-container"
      class="issue !gl-flex gl-flex-col gl-gap-y-3 !gl-px-5 @sm/panel:gl-flex-row merge-request"
      :class="mr.closedAt ? 'closed' : ''">
      <div class="issuable-main-info">
        <div data-testid="issuable-title" class="issue-title title gl-text-[0]"><a
          :id="'listItem-' + project + '/' + idOf(mr.id)" :href="mr.webPath" data-testid="issuable-title-link"
          class="issue-title-text gl-text-base gl-link">{{ mr.title }}</a></div>
        <div class="issuable-info gl-flex gl-flex-wrap gl-items-center gl-gap-3 gl-gap-y-1">
          <span data-testid="issuable-reference" class="issuable-reference">{{ mr.reference }}</span>
          <span aria-hidden="true" class="-gl-ml-2 gl-hidden @sm/panel:gl-block">·</span>
          <span class="issuable-authored -gl-ml-2 gl-hidden @sm/panel:gl-block">created <button type="button"
            :title="longTime(mr.createdAt)" :aria-label="longTime(mr.createdAt)" data-testid="issuable-created-at"
            class="button-reset gl-text-subtle">{{ timeAgo(mr.createdAt) }}</button> by
            <a :href="mr.author.webPath" :data-user-id="idOf(mr.author.id)" :data-username="mr.author.username"
              :data-name="mr.author.name" data-testid="issuable-author"
              class="author-link js-user-link gl-text-sm !gl-text-subtle gl-link"><span
              class="author">{{ mr.author.name }}</span></a></span>
          <a v-if="mr.milestone" :href="mr.milestone.webPath" data-testid="issuable-milestone"
            class="gl-flex gl-items-center gl-gap-2 gl-link !gl-text-subtle gl-bg-transparent gl-border-0 gl-p-0 focus-visible:gl-focus-inset gl-max-w-30 gl-min-w-0"><gl-icon
            name="milestone" data-testid="issuable-milestone-icon" :size="12"></gl-icon><span
            data-testid="issuable-milestone-title" class="gl-truncate-component gl-min-w-0"><span
            class="gl-truncate-end">{{ mr.milestone.title }}</span></span></a>
          <gl-label v-for="(label, at) in mr.labels.nodes" :key="label.id" :title="label.title" :color="label.color"
            :text-color="label.textColor" :description="label.description || undefined" :target="linkOf(label)"
            :class="at + 1 < mr.labels.nodes.length ? '-gl-mr-2' : ''"></gl-label>
        </div>
      </div>
      <div class="issuable-meta @sm/panel:gl-max-w-2/8 @md/panel:gl-max-w-3/8">
        <ul class="controls gl-flex gl-max-w-full gl-flex-wrap-reverse gl-justify-end gl-gap-3 gl-gap-y-2">
          <li data-testid="issuable-status" class="!gl-mr-0"><button v-if="status" type="button"
            class="!gl-cursor-default gl-rounded-pill gl-border-none gl-bg-transparent gl-p-0"><span
            class="gl-badge badge badge-pill" :class="mr.state === 'closed' ? 'badge-danger' : 'badge-info'"><span
            class="gl-badge-content">{{ status }}</span></span></button></li>
          <li v-if="mr.headPipeline" class="issuable-pipeline-status !gl-mr-0 gl-hidden @sm/panel:gl-flex"><ci-icon
            :pipeline="mr.headPipeline"></ci-icon></li>
          <li v-if="mr.assignees.nodes.length" class="!gl-mr-0"><div class="gl-flex gl-items-center"><a
            v-for="user in mr.assignees.nodes" :key="user.id" :href="user.webPath" :title="user.name"
            data-testid="assignee-link"
            class="gl-avatar-link user-avatar-link js-user-link js-no-trigger author-link gl-link gl-link-meta"><span
            class="gl-inline-flex"><gl-avatar :name="user.name" :size="16"
            data-testid="user-avatar-image"></gl-avatar></span></a></div></li>
          <li v-if="mr.reviewers.nodes.length" class="issuable-reviewers !gl-mr-0"><div
            class="gl-flex gl-items-center"><a v-for="user in mr.reviewers.nodes" :key="user.id" :href="user.webPath"
            :title="'Review requested from ' + user.name" data-testid="reviewer-link"
            class="gl-avatar-link user-avatar-link js-user-link author-link gl-link gl-link-meta"><gl-avatar
            :name="user.name" :size="16"></gl-avatar></a></div></li>
          <li v-if="mr.approvalsRequired" class="!gl-mr-0"><button type="button" data-testid="mr-approvals"
            class="button-reset gl-text-subtle"><gl-icon name="approval"></gl-icon> {{ approval }}</button></li>
          <li v-if="mr.userDiscussionsCount" data-testid="issuable-comments"
            class="!gl-mr-0 gl-hidden @sm/panel:gl-inline-flex"><button type="button" title="Comments"
            class="button-reset gl-flex gl-items-center !gl-text-inherit"><gl-icon
            name="comments"></gl-icon>{{ mr.userDiscussionsCount }}</button></li>
        </ul>
        <div
          class="gl-hidden @sm/panel:gl-flex @sm/panel:gl-flex-col @sm/panel:gl-items-end @md/panel:gl-flex-row @md/panel:gl-items-center">
          <button type="button" :title="longTime(mr.updatedAt)" :aria-label="longTime(mr.updatedAt)"
            data-testid="issuable-timestamp"
            class="button-reset gl-text-subtle @sm/panel:gl-inline-block">updated {{ timeAgo(mr.updatedAt) }}</button>
        </div>
      </div>
    </li>
  `,
});
