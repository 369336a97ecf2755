import { computed, defineComponent, onBeforeUnmount, onMounted, ref } from 'vue';
import { CreateWorkItem } from './create';

/**
 * The dialog of a new item. It stands at the end of the body, outside the app that opens it, and keeps the focus: what
 * is focused outside loses it again. Emits `workItemCreated` and `hide`.
 */
export const CreateWorkItemModal = defineComponent({
  components: { CreateWorkItem },
  props: {
    fullPath: { type: String, required: true },
    preselectedType: { type: String, default: 'ISSUE' },
    parentId: { type: String, default: '' },
  },
  setup(props, { emit }) {
    const root = ref<HTMLElement>();
    const content = ref<HTMLElement>();
    const opener = document.activeElement;
    const hide = (): void => emit('hide');
    function keepFocus(event: FocusEvent): void {
      if (event.target instanceof Node && !content.value?.contains(event.target)) content.value?.focus();
    }
    onMounted(() => {
      if (root.value) document.body.append(root.value);
      content.value?.focus();
      document.addEventListener('focusin', keepFocus);
    });
    onBeforeUnmount(() => {
      document.removeEventListener('focusin', keepFocus);
      root.value?.remove(); // Vue takes out the app's own elements only
      if (opener instanceof HTMLElement) opener.focus();
    });
    return {
      root,
      content,
      hide,
      heading: computed(() => `New ${props.preselectedType.toLowerCase()}`),
      fullPage: computed(() => `/${props.fullPath}/-/issues/new?type=${props.preselectedType}`),
    };
  },
  template: `
    <div id="create-work-item-modal___BV_modal_outer_" ref="root" class="modal-outer">
      <div id="create-work-item-modal" data-testid="create-work-item-modal" role="dialog" aria-modal="true"
        :aria-label="heading" class="modal create-work-item-modal gl-@container gl-modal show !gl-block"
        @click.self="hide" @keydown.esc.stop="hide">
        <div class="modal-dialog modal-lg modal-dialog-scrollable"><div
          id="create-work-item-modal___BV_modal_content_" ref="content" tabindex="-1" class="modal-content">
          <header class="modal-header"><div
            class="gl-flex gl-w-full gl-items-center gl-justify-between gl-gap-x-2 gl-pr-3"><h2
            class="modal-title">{{ heading }}</h2><gl-button :href="fullPage" icon="maximize" category="tertiary"
            size="sm" data-testid="new-work-item-modal-link" title="Open in full page"
            aria-label="Open in full page"></gl-button></div>
            <gl-button icon="close" category="tertiary" size="sm" class="close" aria-label="Close"
              @click="hide"></gl-button></header>
          <div id="create-work-item-modal___BV_modal_body_" class="modal-body !gl-pb-0"><create-work-item
            :full-path="fullPath" :preselected-type="preselectedType" :parent-id="parentId" is-modal
            @workItemCreated="$emit('workItemCreated', $event)" @cancel="hide"></create-work-item></div>
        </div></div>
      </div>
      <div class="modal-backdrop gl-modal-backdrop"></div>
    </div>
  `,
});
