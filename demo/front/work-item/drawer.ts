import { computed, defineComponent, onBeforeUnmount, onMounted, ref } from 'vue';
import { closePanel, openFullPage, panel } from '../panel';
import { mountData } from '../session';
import type { WorkItem } from '../types';
import { WorkItemDetail } from './detail';

/**
 * The side panel. It stands in `#contextual-panel-portal`, outside the app that opens it; before 18.6 it is a drawer over
 * the page. Another item replaces the whole detail. `clientSide` says whether "Open in full page" is a push of the page's
 * router or a plain link (boards, and items of another namespace).
 */
export const WorkItemDrawer = defineComponent({
  components: { WorkItemDetail },
  props: { clientSide: Boolean },
  setup(props) {
    const root = ref<HTMLElement>();
    const shown = computed(() => panel.shown);
    /** Known once the item is there; an epic's page is the group's. */
    const epicPath = ref('');
    const address = computed(() => epicPath.value || `/${shown.value?.fullPath}/-/issues/${shown.value?.iid}`);
    function onKeydown(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || document.querySelector('dialog:modal, .gl-modal.show')) return;
      const focused = document.activeElement;
      if (focused?.closest('.js-editor') || focused?.classList.contains('gl-form-input')) return;
      closePanel();
    }
    onMounted(() => {
      const home = mountData.isFirst ? 'js-drawer-container' : 'contextual-panel-portal';
      if (root.value) document.getElementById(home)?.append(root.value);
      document.addEventListener('keydown', onKeydown);
    });
    onBeforeUnmount(() => {
      document.removeEventListener('keydown', onKeydown);
      root.value?.remove(); // Vue takes out the app's own elements only
    });
    return {
      root,
      shown,
      classes: mountData.isFirst ? 'gl-drawer gl-drawer-default' : 'work-item-drawer gl-pt-4 gl-leading-reset',
      closePanel,
      address,
      reference: computed(
        () => `${shown.value?.fullPath.split('/').at(-1)}${epicPath.value ? '&' : '#'}${shown.value?.iid}`,
      ),
      onLoaded({ webUrl, workItemType }: WorkItem) {
        epicPath.value = workItemType.name === 'Epic' ? new URL(webUrl).pathname : '';
      },
      openInFullPage(event: MouseEvent) {
        if (
          !props.clientSide ||
          panel.shown?.fullPath !== mountData.fullPath ||
          epicPath.value ||
          event.metaKey ||
          event.ctrlKey
        )
          return;
        event.preventDefault();
        openFullPage(panel.shown);
      },
      copyAddress: () => void navigator.clipboard?.writeText(location.origin + address.value),
    };
  },
  template: `
    <div ref="root" class="vue-portal-target"><div data-testid="work-item-drawer" :class="classes">
      <div class="work-item-drawer-header gl-flex gl-w-full gl-items-start gl-gap-x-2 gl-px-4 @xl/panel:gl-px-6">
        <div class="gl-flex gl-grow gl-items-center gl-gap-2">
          <a :href="address" data-testid="work-item-drawer-ref-link"
            class="gl-text-sm gl-font-bold gl-text-default gl-link" @click="openInFullPage">{{ reference }}</a>
          <gl-button icon="link" size="sm" category="tertiary" data-testid="work-item-drawer-copy-button"
            title="Copy item URL" aria-label="Copy item URL" :data-clipboard-text="address"
            @click="copyAddress"></gl-button>
        </div>
        <gl-button :href="address" icon="maximize" size="sm" category="tertiary"
          data-testid="work-item-drawer-link-button" title="Open in full page" aria-label="Open in full page"
          @click="openInFullPage"></gl-button>
        <gl-button icon="close" size="sm" category="tertiary" aria-label="Close panel" title="Close panel"
          class="gl-drawer-close-button" @click="closePanel"></gl-button>
      </div>
      <work-item-detail v-if="shown" :key="shown.fullPath + shown.iid" :full-path="shown.fullPath" :iid="shown.iid"
        is-drawer @loaded="onLoaded"></work-item-detail>
    </div></div>
  `,
});
