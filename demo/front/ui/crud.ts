import { defineComponent, ref } from 'vue';

/** The card of child items, linked items and development: title, count, actions, a body that collapses. */
export const CrudComponent = defineComponent({
  props: {
    title: { type: String, required: true },
    anchorId: { type: String, required: true },
    empty: { type: Boolean, default: false },
    loading: { type: Boolean, default: false },
  },
  setup: () => ({ collapsed: ref(false) }),
  template: `
    <section :id="anchorId" class="crud gl-border gl-rounded-lg gl-border-section gl-bg-subtle gl-mt-5">
      <header
        class="crud-header gl-border-b gl-relative gl-flex gl-flex-wrap gl-justify-between gl-gap-x-5 gl-gap-y-2 gl-rounded-t-lg gl-border-section gl-bg-section gl-p-4 gl-pl-5 @md/panel:gl-flex-nowrap gl-pr-10">
        <div class="gl-flex gl-grow gl-flex-col gl-self-center">
          <h2 data-testid="crud-title"
            class="gl-m-0 gl-inline-flex gl-items-center gl-gap-3 gl-text-base gl-font-bold gl-leading-normal">
            <a :href="'#' + anchorId" :aria-labelledby="anchorId"
              class="anchor gl-absolute gl-no-underline gl-link"></a>
            {{ title }}
            <span data-testid="crud-count"
              class="crud-count gl-inline-flex gl-items-center gl-gap-2 gl-self-start gl-text-sm gl-text-subtle"><slot
              name="count"></slot></span>
          </h2>
        </div>
        <div data-testid="crud-actions" class="gl-flex gl-items-center gl-gap-3">
          <slot name="actions"></slot>
          <div class="gl-border-l gl-absolute gl-right-5 gl-top-4 gl-h-6 gl-border-l-section gl-pl-3">
            <gl-button size="sm" category="tertiary" :icon="collapsed ? 'chevron-down' : 'chevron-up'"
              :aria-label="collapsed ? 'Expand' : 'Collapse'"
              :aria-expanded="String(!collapsed)" :aria-controls="anchorId" data-testid="crud-collapse-toggle" class="-gl-mr-2 gl-self-start" @click="collapsed = !collapsed"></gl-button>
          </div>
        </div>
      </header>
      <div v-show="!collapsed">
        <div data-testid="crud-body" class="crud-body gl-mx-5 gl-my-4 gl-rounded-b-lg">
          <span v-if="loading" role="status" aria-label="Loading" class="gl-spinner-container"><span
            class="gl-spinner gl-spinner-dark gl-spinner-sm"></span></span>
          <span v-else-if="empty" data-testid="crud-empty" class="gl-text-subtle"><slot name="empty"></slot></span>
          <slot v-else></slot>
        </div>
      </div>
    </section>
  `,
});
