import type { PropType } from 'vue';
import { computed, defineComponent } from 'vue';
import { mountData } from '../session';
import type { Label } from '../types';
import type { Issue } from './issue';

/** A card of GitLab 16: without the link over all of it, and its title's link has no hook of tests. */
export const OlderBoardCard = defineComponent({
  props: {
    issue: { type: Object as PropType<Issue>, required: true },
    listLabel: { type: Object as PropType<Label | null>, default: null },
    canEdit: Boolean,
  },
  setup: props => ({
    path: computed(() => new URL(props.issue.webUrl).pathname),
    labels: computed(() => props.issue.labels.nodes.filter(label => label.id !== props.listLabel?.id)),
    project: mountData.isGroup ? computed(() => props.issue.reference.split('#')[0]) : '',
  }),
  template: `
    <li :data-item-id="issue.id" :data-item-iid="issue.iid" :data-item-path="issue.reference"
      data-qa-selector="board_card" class="board-card gl-p-5 gl-bg-section gl-mb-3"><div>
      <div class="gl-flex" dir="auto"><h4
        class="board-card-title gl-mb-0 gl-mt-0 gl-min-w-0 gl-hyphens-auto gl-break-words gl-text-base"><gl-icon
        v-if="issue.confidential" name="eye-slash" class="confidential-icon gl-mr-2" aria-label="Confidential"></gl-icon><a
        :href="path" :title="issue.title" class="js-no-trigger gl-text-default hover:gl-text-default"
        @mousemove.stop>{{ issue.title }}</a></h4></div>
      <div v-if="labels.length" class="board-card-labels gl-mt-2 gl-flex gl-flex-wrap"><gl-label v-for="label in labels"
        :key="label.id" class="js-no-trigger gl-mr-2 gl-mt-2" target="#" :title="label.title" :color="label.color"
        :text-color="label.textColor"></gl-label></div>
      <div class="board-card-footer gl-mt-3 gl-flex gl-items-end gl-justify-between"><div
        class="board-card-number-container gl-flex gl-overflow-hidden"><span
        class="board-info-items gl-inline-block gl-leading-20"><span class="board-card-number gl-text-sm gl-text-subtle"><span
        v-if="project" class="board-item-path">{{ project }}</span>#{{ issue.iid }}</span></span></div></div>
    </div></li>
  `,
});
