import { defineComponent } from 'vue';

/** The work item status ("In progress"), not the open or closed state. */
export const StatusBadge = defineComponent({
  props: { status: { type: Object, required: true } },
  template: `
    <div data-testid="work-item-status-badge" :aria-label="status.name"
      class="work-item-status gl-inline-flex gl-max-w-full gl-items-center gl-rounded-pill gl-bg-strong gl-py-1 gl-pl-2 gl-pr-2-5 gl-text-sm gl-leading-normal gl-text-strong">
      <gl-icon :name="status.iconName" :size="12" :style="{ color: status.color }"></gl-icon>
      <div class="gl-shrink-1 gl-ml-2 gl-min-w-0 gl-overflow-hidden"><span data-testid="truncate-end-container"
        :title="status.name" class="gl-truncate-component"><span
        class="gl-truncate-end">{{ status.name }}</span></span></div>
    </div>
  `,
});

export const WorkItemTypeIcon = defineComponent({
  props: { type: { type: String, required: true }, showText: { type: Boolean, default: false } },
  template: `
    <button type="button" data-testid="work-item-type-icon" :title="showText ? '' : type" :aria-label="type"
      class="!gl-cursor-default gl-border-none gl-bg-transparent gl-p-0 focus-visible:gl-focus-inset">
      <gl-icon :name="'work-item-' + type.toLowerCase()"></gl-icon>
      <span :class="showText ? '' : 'gl-sr-only !gl-absolute'">{{ type }}</span>
    </button>
  `,
});
