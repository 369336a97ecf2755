import type { PropType } from 'vue';
import { computed, defineComponent } from 'vue';
import { afterChunk } from '../chunk';
import { panel } from '../panel';
import { mountData } from '../session';
import type { Label } from '../types';
import { idOf } from '../types';
import { display } from './display';
import type { Issue } from './issue';

/** Weight on a card: of Enterprise Edition, so in a file of its own, and late on the first card. */
const IssueCardWeight = defineComponent({
  props: { weight: { type: Number, required: true } },
  template: `
    <button type="button" data-testid="issue-weight" :aria-label="'Weight: ' + weight"
      class="gl-isolate board-card-info board-card-weight gl-inline-flex gl-items-center gl-gap-2 gl-align-bottom gl-text-sm gl-text-subtle !gl-cursor-help gl-bg-transparent gl-border-0 gl-p-0 focus-visible:gl-focus-inset">
      <gl-icon name="weight" data-testid="board-card-weight-icon"></gl-icon><span data-testid="board-card-weight-title"
        class="gl-truncate-component gl-min-w-0 board-card-info-text"><span
        class="gl-truncate-end">{{ weight }}</span></span></button>
  `,
});

/** A card. Its list's own label is left out, the others are sorted by title and their links name no label. */
export const BoardCard = defineComponent({
  components: { IssueCardWeight: afterChunk(400, IssueCardWeight) },
  props: {
    issue: { type: Object as PropType<Issue>, required: true },
    listLabel: { type: Object as PropType<Label | null>, default: null },
    canEdit: Boolean,
  },
  setup(props, { emit }) {
    return {
      idOf,
      path: computed(() => new URL(props.issue.webUrl).pathname),
      project: computed(() => props.issue.reference.split('#')[0] ?? ''),
      isGroupBoard: mountData.isGroup,
      typeName: computed(() =>
        (props.issue.type ?? 'ISSUE').toLowerCase().replace(/^./, letter => letter.toUpperCase()),
      ),
      labels: computed(() =>
        !display.showLabels
          ? []
          : props.issue.labels.nodes
              .filter(label => label.id !== props.listLabel?.id)
              .sort((a, b) => (a.title > b.title ? 1 : -1)),
      ),
      health: computed(
        () =>
          ({
            onTrack: ['success', 'On track'],
            needsAttention: ['warning', 'Needs attention'],
            atRisk: ['danger', 'At risk'],
          })[props.issue.healthStatus ?? ''],
      ),
      open(event: MouseEvent) {
        if (event.metaKey || event.ctrlKey || event.shiftKey || !mountData.openItemsInSidePanel) return;
        event.preventDefault();
        emit('open', props.issue);
      },
      isActive: computed(() => panel.shown?.id === Number(idOf(props.issue.id))),
      menu: [
        { text: 'Move to start of list', action: () => emit('moveWithin', 'start') },
        { text: 'Move to end of list', action: () => emit('moveWithin', 'end') },
      ],
    };
  },
  template: `
    <li :data-item-id="issue.id" :data-item-iid="issue.iid" :data-item-path="issue.reference" data-testid="board-card"
      data-draggable-item-type="card"
      class="board-card gl-border gl-relative gl-mb-3 gl-rounded-lg gl-border-section gl-bg-section gl-leading-normal hover:gl-bg-subtle dark:hover:gl-bg-gray-200" :class="[canEdit ? 'gl-cursor-grab' : '', isActive ? 'is-active' : '']"><div>
      <a :id="'listItem-' + project + '/' + idOf(issue.id)" :href="path"
        :aria-label="typeName + ' number ' + issue.iid + ': ' + issue.title" draggable="false"
        data-testid="board-card-button"
        class="board-card-button gl-absolute gl-inset-0 gl-block gl-rounded-lg gl-border-0 gl-bg-transparent gl-p-0 gl-outline-none focus:gl-focus"
        @click="open"></a>
      <div class="gl-flex gl-flex-col gl-gap-3 gl-p-4">
        <div class="gl-flex"><h3
          class="board-card-title gl-isolate gl-mb-0 gl-mt-0 gl-min-w-0 gl-hyphens-auto gl-break-words gl-text-base gl-mr-6">
          <gl-icon v-if="issue.confidential" name="eye-slash" data-testid="confidential-icon" class="gl-mr-2 gl-text-warning"></gl-icon><a :href="path"
            :title="issue.title" draggable="false" data-testid="board-card-title-link"
            class="js-no-trigger-title gl-text-default hover:gl-text-default"
            @click="open"><span>{{ issue.title }}</span></a></h3>
          <gl-disclosure-dropdown v-if="canEdit"
            class="move-to-position js-no-trigger gl-absolute gl-right-3 gl-top-3 gl-block"
            data-testid="board-move-to-position" toggle-text="Card options" icon="ellipsis_v" size="sm"
            category="tertiary" no-caret :items="menu"></gl-disclosure-dropdown>
        </div>
        <div v-if="labels.length" class="board-card-labels gl-flex gl-flex-wrap gl-gap-2"><gl-label
          v-for="label in labels" :key="label.id" class="js-no-trigger" target="#" :title="label.title"
          :color="label.color" :text-color="label.textColor" :description="label.description || undefined"
          @click="$event.preventDefault()"></gl-label></div>
        <div class="board-card-footer gl-flex gl-flex-wrap gl-items-start gl-justify-between gl-gap-y-2">
          <div
            class="board-card-number-container gl-flex gl-flex-wrap-reverse gl-items-center gl-overflow-hidden gl-min-h-6"><div
            class="board-info-items gl-flex gl-flex-wrap gl-gap-3 gl-gap-y-2 gl-leading-20">
            <span
              class="board-card-number gl-isolate gl-gap-2 gl-overflow-hidden gl-text-sm gl-text-subtle"><work-item-type-icon
              :type="typeName" class="gl-text-subtle"></work-item-type-icon> <span v-if="isGroupBoard"
              class="gl-truncate board-item-path">{{ project }}</span><span
              data-testid="work-item-id-text">#{{ issue.iid }}</span></span>
            <issue-card-weight v-if="issue.weight !== null" :weight="issue.weight"></issue-card-weight>
            <button v-if="issue.milestone" type="button" data-testid="issue-milestone"
              :aria-label="'Milestone: ' + issue.milestone.title"
              class="issue-milestone-details gl-isolate gl-flex gl-max-w-15 gl-gap-2 gl-items-center gl-align-bottom gl-text-sm !gl-cursor-help gl-bg-transparent gl-border-0 gl-p-0 gl-text-subtle focus-visible:gl-focus-inset"><gl-icon
              name="milestone" data-testid="board-card-milestone-icon"></gl-icon><span
              data-testid="board-card-milestone-title"
              class="gl-truncate-component gl-min-w-0 milestone-title gl-inline-block gl-truncate"><span
              class="gl-truncate-end">{{ issue.milestone.title }}</span></span></button>
            <span v-if="health" data-testid="issue-healthStatus" class="gl-badge badge badge-pill"
              :class="'badge-' + health[0]"><span class="gl-badge-content">{{ health[1] }}</span></span>
          </div></div>
          <div class="gl-flex gl-flex-1 gl-flex-wrap gl-items-center gl-justify-end gl-gap-3">
            <div class="board-card-assignee gl-flex"><a v-for="user in issue.assignees.nodes" :key="user.id"
              :href="user.webPath" :title="user.name"
              class="gl-avatar-link user-avatar-link js-user-link js-no-trigger gl-link gl-link-meta"><span><gl-avatar
              :name="user.name" :size="24" data-testid="user-avatar-image"></gl-avatar></span></a></div>
            <div v-if="issue.status" class="gl-max-w-20"><status-badge :status="issue.status"
              class="gl-isolate"></status-badge></div>
          </div>
        </div>
      </div>
    </div></li>
  `,
});
