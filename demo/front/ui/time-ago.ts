import { defineComponent } from 'vue';
import { longTime, timeAgo } from '../time';

/** How long ago, with the exact time as its tooltip. */
export const TimeAgo = defineComponent({
  props: { time: { type: String, required: true } },
  setup: () => ({ longTime, timeAgo }),
  template: `
    <time tabindex="0" :datetime="time" :title="longTime(time)" :aria-label="longTime(time)">{{ timeAgo(time) }}</time>
  `,
});
