import { defineComponent } from 'vue';

const looks = {
  opened: ['badge-success', 'merge-request', 'Open'],
  merged: ['badge-info', 'merge', 'Merged'],
  closed: ['badge-danger', 'merge-request-close', 'Closed'],
} as const;

/** The state badge in the header row; `.js-mr-header` and its data are gone once it stands. */
export const MergeRequestHeader = defineComponent({
  props: { state: { type: String, required: true } },
  setup: props => ({ look: looks[props.state as keyof typeof looks] ?? looks.opened }),
  template: `
    <span class="gl-contents"><span class="gl-shrink-0 gl-mr-2 gl-self-center gl-badge badge badge-pill"
      :class="look[0]" :aria-label="look[2]"><gl-icon :name="look[1]" class="gl-badge-icon"></gl-icon><span
      class="gl-badge-content">{{ look[2] }}</span></span></span>
  `,
});
