import type { PropType } from 'vue';
import { computed, defineComponent, nextTick, ref } from 'vue';
import { request } from '../graphql';
import { groupLabels, projectLabels } from '../operations';
import { useShortcut } from '../shortcuts';
import type { Label, Nodes, WorkItem } from '../types';
import { widget } from '../types';
import { rememberLabels } from './draft';
import { updateWorkItem } from './update';

/** Labels. While the dropdown is open the labels are gone from the page; they come back as new elements. */
export const WorkItemLabels = defineComponent({
  props: { workItem: { type: Object as PropType<WorkItem>, required: true }, canUpdate: Boolean },
  setup(props, { emit }) {
    const labels = computed(() => widget(props.workItem, 'LABELS')?.labels?.nodes ?? []);
    const isEditing = ref(false);
    const isUpdating = ref(false);
    const search = ref('');
    const known = ref<Label[]>([]);
    const selected = ref<string[]>([]);
    const searchInput = ref<HTMLInputElement>();
    const matching = computed(() => {
      const term = search.value.toLowerCase();
      return known.value.filter(label => label.title.toLowerCase().includes(term));
    });

    async function save(addLabelIds: string[], removeLabelIds: string[]): Promise<void> {
      if (addLabelIds.length + removeLabelIds.length === 0) return;
      isUpdating.value = true;
      try {
        await updateWorkItem({ id: props.workItem.id, labelsWidget: { addLabelIds, removeLabelIds } });
      } catch {
        emit('error', 'Something went wrong while updating the issue. Please try again.');
      } finally {
        isUpdating.value = false;
      }
    }
    async function start(): Promise<void> {
      isEditing.value = true;
      search.value = '';
      selected.value = labels.value.map(label => label.id);
      void nextTick(() => searchInput.value?.focus());
      type Answer = { project?: { labels: Nodes<Label> }; group?: { labels: Nodes<Label> } };
      const { workItemType, namespace } = props.workItem;
      const query = workItemType.name === 'Epic' ? groupLabels : projectLabels;
      const { project, group } = await request<Answer>(query, { fullPath: namespace.fullPath });
      known.value = (project ?? group)?.labels.nodes ?? [];
      rememberLabels(known.value);
    }
    async function stop(): Promise<void> {
      if (!isEditing.value) return;
      isEditing.value = false;
      const before = labels.value.map(label => label.id);
      await save(
        selected.value.filter(id => !before.includes(id)),
        before.filter(id => !selected.value.includes(id)),
      );
    }
    useShortcut('l', () => {
      if (props.canUpdate) void start();
    });
    return {
      labels,
      isEditing,
      isUpdating,
      search,
      matching,
      selected,
      searchInput,
      start,
      stop,
      toggle(id: string) {
        selected.value = selected.value.includes(id)
          ? selected.value.filter(one => one !== id)
          : [...selected.value, id];
      },
      remove: (id: string) => save([], [id]),
      linkOf: (label: Label) =>
        `/${props.workItem.namespace.fullPath}/-/issues?label_name[]=${encodeURIComponent(label.title)}`,
    };
  },
  template: `
    <section data-testid="work-item-labels" class="js-labels work-item-attributes-item">
      <div class="gl-flex gl-items-center gl-gap-3"><h3 class="gl-heading-5 gl-mb-0">Labels</h3>
        <span v-if="isUpdating" role="status" aria-label="Loading" class="gl-spinner-container"><span
          class="gl-spinner gl-spinner-dark gl-spinner-sm"></span></span>
        <gl-button v-if="canUpdate && !isEditing" key="edit-button" size="sm" category="tertiary"
          data-testid="edit-button" title="Change label" class="shortcut-sidebar-dropdown-toggle gl-ml-auto gl-shrink-0"
          @click="start">Edit</gl-button>
        <gl-button v-if="isEditing" key="apply-button" size="sm" category="tertiary" data-testid="apply-button"
          class="gl-ml-auto gl-shrink-0" @click="stop">Apply</gl-button>
      </div>
      <div v-if="isEditing" v-outside="stop" class="gl-relative gl-mt-2" @keydown.esc.stop="stop">
        <div class="gl-new-dropdown gl-w-full">
          <div class="gl-new-dropdown-panel !gl-block !gl-static gl-w-full"><div
            class="gl-new-dropdown-inner gl-flex-col">
            <div class="gl-listbox-search"><input ref="searchInput" v-model="search" type="search"
              aria-label="Search labels" placeholder="Search labels" class="gl-listbox-search-input"
              data-testid="listbox-search-input"></div>
            <ul role="listbox" aria-label="Select labels" aria-multiselectable="true"
              class="gl-new-dropdown-contents label-choices">
              <li v-for="label in matching" :key="label.id" role="option" tabindex="0" class="gl-new-dropdown-item"
                :aria-selected="String(selected.includes(label.id))" :data-testid="'listbox-item-' + label.id"
                @click="toggle(label.id)" @keydown.enter.space.prevent="toggle(label.id)">
                <span class="gl-new-dropdown-item-content"><gl-icon name="check" class="gl-new-dropdown-item-check-icon"
                  :class="selected.includes(label.id) ? '' : 'gl-invisible'"></gl-icon>
                  <span class="gl-new-dropdown-item-text-wrapper gl-flex gl-items-center gl-gap-3"><span
                    class="dropdown-label-box"
                    :style="{ background: label.color }"></span>{{ label.title }}</span></span>
              </li>
            </ul>
          </div></div>
        </div>
      </div>
      <div v-else-if="labels.length" data-testid="selected-label-content" class="gl-mt-1 gl-flex gl-flex-wrap gl-gap-2">
        <gl-label v-for="label in labels" :key="label.id" :data-testid="label.title" :title="label.title"
          :color="label.color" :text-color="label.textColor" :description="label.description || undefined"
          :target="linkOf(label)" :show-close-button="canUpdate" @close="remove(label.id)"></gl-label>
      </div>
      <span v-else class="gl-text-subtle">None</span>
    </section>
  `,
});
