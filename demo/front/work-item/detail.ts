import { computed, defineComponent, onBeforeUnmount, onMounted, ref } from 'vue';
import { afterChunk } from '../chunk';
import { request } from '../graphql';
import { WorkItemNotes } from '../notes/work-item-notes';
import { namespaceWorkItem } from '../operations';
import { isSignedIn, mountData } from '../session';
import { useShortcut } from '../shortcuts';
import type { WorkItem } from '../types';
import { WorkItemCreatedUpdated } from './created';
import { WorkItemDescription } from './description';
import { WorkItemDevelopment } from './development';
import { WorkItemRelationships } from './relationships';
import { WorkItemAttributesWrapper } from './sidebar';
import { WorkItemStickyHeader } from './sticky-header';
import { WorkItemTree } from './tree';
import { onWorkItemUpdated, updateWorkItem } from './update';

/**
 * One work item, in the page and in the side panel. A skeleton first; then title, header row, description and sidebar in
 * one batch; the other sections each in their own time.
 */
export const WorkItemDetail = defineComponent({
  components: {
    WorkItemAttributesWrapper,
    WorkItemCreatedUpdated,
    WorkItemDescription,
    WorkItemStickyHeader,
    WorkItemTree: afterChunk(130, WorkItemTree),
    WorkItemRelationships: afterChunk(250, WorkItemRelationships),
    WorkItemDevelopment,
    WorkItemNotes: afterChunk(290, WorkItemNotes),
  },
  props: { fullPath: { type: String, required: true }, iid: { type: String, required: true }, isDrawer: Boolean },
  setup(props, { emit }) {
    const workItem = ref<WorkItem>();
    const notFound = ref(false);
    const error = ref('');
    const notice = ref('');
    const editMode = ref(false);
    const isUpdating = ref(false);
    const title = ref('');
    const isTitleSeen = ref(true);
    const linksLoaded = ref(false);
    const sidebarShown = ref(localStorage.getItem('work_item_show_sidebar') !== 'false');
    const titleRow = ref<HTMLElement>();
    const canUpdate = computed(() => workItem.value?.userPermissions?.updateWorkItem ?? false);
    const observer = new IntersectionObserver(entries => {
      isTitleSeen.value = entries.at(-1)?.isIntersecting ?? true;
    });

    async function load(): Promise<void> {
      type Answer = { namespace: { workItem: WorkItem | null } | null };
      const { namespace } = await request<Answer>(namespaceWorkItem, { fullPath: props.fullPath, iid: props.iid });
      workItem.value = namespace?.workItem ?? undefined;
      notFound.value = !workItem.value;
      if (workItem.value) emit('loaded', workItem.value);
      if (workItem.value && !props.isDrawer) {
        const { title, iid, workItemType } = workItem.value;
        document.title = `${title} (#${iid}) · ${workItemType.name} · ${props.fullPath}`;
      }
    }
    async function update(change: Record<string, unknown>): Promise<boolean> {
      if (!workItem.value) return false;
      isUpdating.value = true;
      try {
        await updateWorkItem({ id: workItem.value.id, ...change });
        return true;
      } catch {
        error.value = 'Something went wrong while updating the issue. Please try again.';
        return false;
      } finally {
        isUpdating.value = false;
      }
    }
    function edit(): void {
      if (!canUpdate.value || editMode.value) return;
      title.value = workItem.value?.title ?? '';
      editMode.value = true;
    }
    onMounted(() => {
      load().catch(() => {
        error.value = 'Something went wrong when fetching the work item. Please try again.';
      });
    });
    const off = onWorkItemUpdated(item => {
      if (item.id === workItem.value?.id) workItem.value = item;
    });
    onBeforeUnmount(() => {
      off();
      observer.disconnect();
    });
    useShortcut('e', edit);
    return {
      workItem,
      notFound,
      error,
      notice,
      editMode,
      isUpdating,
      title,
      isTitleSeen,
      linksLoaded,
      sidebarShown,
      titleRow,
      canUpdate,
      observer,
      edit,
      isSignedIn,
      isFirst: mountData.isFirst,
      async save(description: string) {
        if (await update({ title: title.value, descriptionWidget: { description } })) editMode.value = false;
      },
      toggleState: () => update({ stateEvent: workItem.value?.state === 'OPEN' ? 'CLOSE' : 'REOPEN' }),
      onQuickActions(messages: string[]) {
        notice.value = messages.join(' ');
        void load();
      },
      toggleSidebar() {
        sidebarShown.value = !sidebarShown.value;
        localStorage.setItem('work_item_show_sidebar', String(sidebarShown.value));
      },
    };
  },
  computed: {
    actions(): { text: string; testid: string; action: () => void }[] {
      const { workItem } = this;
      const copy = (): void => void navigator.clipboard?.writeText(workItem?.reference ?? '');
      return [
        ...(this.canUpdate
          ? [
              {
                text: `${workItem?.state === 'OPEN' ? 'Close' : 'Reopen'} issue`,
                testid: 'state-toggle-action',
                action: () => void this.toggleState(),
              },
            ]
          : []),
        { text: 'Copy reference', testid: 'copy-reference-action', action: copy },
        {
          text: this.sidebarShown ? 'Hide sidebar' : 'Show sidebar',
          testid: 'sidebar-toggle-action',
          action: this.toggleSidebar,
        },
      ];
    },
  },
  watch: {
    titleRow(row: HTMLElement | undefined) {
      this.observer.disconnect();
      if (row) this.observer.observe(row);
    },
  },
  template: `
    <div data-testid="work-item-detail" class="work-item-detail"
      :class="isDrawer ? 'js-dynamic-panel-inner work-item-drawer-content !gl-pt-0' : ''">
      <div id="top"></div>
      <section class="work-item-view"><section class="gl-pt-5">
        <div v-if="error" role="alert" class="gl-alert gl-alert-danger gl-mb-4"><gl-icon name="status-failed"
          class="gl-alert-icon"></gl-icon><div class="gl-alert-content"><div
          class="gl-alert-body">{{ error }}</div></div>
          <gl-button icon="close" size="sm" category="tertiary" class="gl-dismiss-btn" aria-label="Dismiss"
            @click="error = ''"></gl-button></div>
        <div v-if="notice" role="status" class="gl-alert gl-alert-info gl-mb-4"><gl-icon name="information-o"
          class="gl-alert-icon"></gl-icon><div class="gl-alert-content"><div
          class="gl-alert-body">{{ notice }}</div></div>
          <gl-button icon="close" size="sm" category="tertiary" class="gl-dismiss-btn" aria-label="Dismiss"
            @click="notice = ''"></gl-button></div>
        <div class="@sm/panel:gl-hidden gl-flex"></div>
        <div v-if="notFound" class="gl-empty-state gl-text-center gl-py-11"><h2
          class="gl-heading-2">Page not found</h2><p
          class="gl-text-subtle">This item does not exist, or you do not have permission to view it.</p></div>
        <div v-else-if="!workItem" data-testid="work-item-loading" class="work-item-loading"><div
          class="gl-animate-skeleton-loader gl-h-7 gl-rounded-base"></div><div
          class="gl-animate-skeleton-loader gl-mt-4 gl-h-4 gl-rounded-base !gl-max-w-34"></div><div
          class="gl-animate-skeleton-loader gl-mt-6 gl-h-12 gl-rounded-base"></div></div>
        <div v-else data-testid="detail-wrapper">
          <div ref="titleRow" class="gl-block gl-flex-row gl-items-start gl-gap-3 @sm/panel:!gl-flex">
            <div data-testid="work-item-type" class="@sm/panel:!gl-block gl-w-full">
              <component :is="isDrawer ? 'h2' : 'h1'" v-if="!editMode" data-testid="work-item-title"
                class="gl-heading-1 !gl-m-0 gl-w-full gl-wrap-anywhere"><span>{{ workItem.title }}</span></component>
              <div v-else class="form-group gl-form-group"><label for="work-item-title"
                class="gl-mb-2 gl-font-bold">Title (required)</label><input id="work-item-title" v-model="title"
                data-testid="work-item-title-input" class="gl-form-input form-control"></div>
            </div>
            <div v-if="!editMode" class="gl-ml-auto gl-mt-1 gl-flex gl-gap-3 gl-self-start">
              <gl-button v-if="canUpdate" category="secondary" title="Edit title and description"
                data-testid="work-item-edit-form-button" class="shortcut-edit-wi-description"
                @click="edit">Edit</gl-button>
              <gl-button v-if="isSignedIn" category="secondary" icon="todo-add" title="Add a to-do item"
                aria-label="Add a to-do item"></gl-button>
              <div><gl-disclosure-dropdown data-testid="work-item-actions-dropdown" toggle-text="More actions"
                icon="ellipsis_v" category="tertiary" no-caret :items="actions"></gl-disclosure-dropdown></div>
            </div>
          </div>
          <div><div class="gl-flex gl-items-center gl-gap-3"><work-item-created-updated v-if="!editMode"
            :work-item="workItem"></work-item-created-updated></div></div>
          <div><work-item-sticky-header v-if="!isTitleSeen && !isDrawer" :work-item="workItem" :can-update="canUpdate"
            @edit="edit"><gl-disclosure-dropdown data-testid="work-item-actions-dropdown" toggle-text="More actions"
            icon="ellipsis_v" category="tertiary" no-caret
            :items="actions"></gl-disclosure-dropdown></work-item-sticky-header></div>
          <div data-testid="work-item-overview" class="work-item-overview"
            :class="sidebarShown ? '' : 'sidebar-hidden'">
            <section><work-item-description :work-item="workItem" :edit-mode="editMode" :is-updating="isUpdating"
              @save="save" @cancel="editMode = false"></work-item-description></section>
            <component :is="isFirst ? 'aside' : 'section'" v-show="sidebarShown"
              data-testid="work-item-overview-right-sidebar"
              class="work-item-overview-right-sidebar"><h2 class="gl-sr-only">Attributes</h2>
              <work-item-attributes-wrapper :work-item="workItem"
                @error="error = $event"></work-item-attributes-wrapper></component>
            <work-item-tree :work-item="workItem" :can-update="canUpdate"></work-item-tree>
            <work-item-relationships :work-item="workItem" :can-update="canUpdate"
              @loaded="linksLoaded = true"></work-item-relationships>
            <div><work-item-development v-if="linksLoaded" :work-item="workItem"></work-item-development></div>
            <work-item-notes :work-item="workItem" :heading-level="isDrawer ? 'h3' : 'h2'" @error="error = $event"
              @toggleState="toggleState" @quickActions="onQuickActions"></work-item-notes>
          </div>
        </div>
      </section></section>
    </div>
  `,
});
