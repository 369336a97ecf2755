import type { PropType } from 'vue';
import { computed, defineComponent } from 'vue';
import { isSignedIn } from '../session';

/** The merge widget: approval, what merging will do, and which issues it closes. */
export const MergeRequestWidget = defineComponent({
  props: {
    state: { type: String, required: true },
    targetBranch: { type: String, required: true },
    commitCount: { type: Number, required: true },
    /** `{ reference, path }` of the issues that merging closes. */
    closes: { type: Array as PropType<{ reference: string; path: string }[]>, required: true },
  },
  setup: props => ({
    isSignedIn,
    /** What stands between the links: "#1 and #2", "#1, #2, and #3". */
    after(at: number): string {
      const { length } = props.closes;
      if (at + 2 === length) return length === 2 ? ' and ' : ', and ';
      return at + 2 < length ? ', ' : '';
    },
    closesText: computed(() => {
      if (props.state === 'merged') return 'Closed';
      if (props.state === 'closed') return 'Did not close';
      return props.closes.length === 1 ? 'Closes issue' : 'Closes issues';
    }),
  }),
  template: `
    <div id="widget-state" class="mr-state-widget gl-mt-5">
      <div class="js-mr-approvals mr-section-container"><div
        class="mr-widget-body media gl-flex gl-items-center gl-gap-3 gl-p-4"><gl-icon name="approval"></gl-icon>
        <gl-button v-if="isSignedIn" variant="confirm" category="secondary" size="sm"
          data-testid="approve-button">Approve</gl-button><div data-testid="approvals-summary-content"><span
          class="gl-text-subtle">Approval is optional</span></div></div></div>
      <div class="mr-section-container" data-testid="mr-widget-content"><div class="mr-widget-section"><div
        class="mr-widget-body media gl-flex gl-items-start gl-gap-3 gl-p-4"><gl-icon name="status-success"
        class="gl-text-success"></gl-icon><span class="gl-font-bold">Ready to merge!</span></div>
        <div data-testid="ready_to_merge_state" class="gl-border-t gl-border-t-section gl-bg-subtle gl-p-4 gl-pl-7"><div
          data-testid="merged-status-content" class="mr-widget-merge-details gl-w-full"><p
          class="gl-mb-2 gl-text-default">Merge details</p>
          <ul class="gl-mb-0 gl-ml-3 gl-pl-4 gl-text-subtle">
            <li class="gl-leading-normal"><span><span class="gl-font-bold">{{ commitCount }}</span> commits and <span
              class="gl-font-bold">1</span> merge commit will be added to <span data-testid="widget-target-branch"
              class="gl-font-monospace gl-font-bold">{{ targetBranch }}</span>.</span></li>
            <li data-testid="source-branch-deleted-text"
              class="gl-leading-normal">Source branch will not be deleted.</li>
            <li v-if="closes.length" class="gl-leading-normal"><section
              class="mr-ready-merge-related-links gl-inline"><p
              class="gl-m-0 gl-inline !gl-text-sm">{{ closesText }} <span><template v-for="(issue, at) in closes"><a
              :key="issue.path" :href="issue.path"
              class="gfm gfm-issue">{{ issue.reference }}</a>{{ after(at) }}</template></span></p></section></li>
          </ul></div></div>
      </div></div>
    </div>
  `,
});
