import type { PropType } from 'vue';
import { computed, defineComponent, nextTick, ref } from 'vue';
import type { WorkItem } from '../types';
import { widget } from '../types';
import { WorkItemSidebarWidget } from './sidebar-widget';
import { updateWorkItem } from './update';

/**
 * Weight. Read view: the number is a bare text node of the section, followed by a warning icon where it differs from the
 * sum of the children. Digits only are taken; anything else means no weight, without a word.
 */
export const WorkItemWeight = defineComponent({
  components: { WorkItemSidebarWidget },
  props: { workItem: { type: Object as PropType<WorkItem>, required: true }, canUpdate: Boolean },
  setup(props, { emit }) {
    const weightWidget = computed(() => widget(props.workItem, 'WEIGHT'));
    const weight = computed(() => weightWidget.value?.weight ?? null);
    const rolledUp = computed(() => weightWidget.value?.rolledUpWeight ?? null);
    const hasChildren = computed(() => widget(props.workItem, 'HIERARCHY')?.hasChildren ?? false);
    const typed = ref('');
    const isUpdating = ref(false);
    const input = ref<HTMLInputElement>();

    async function save(): Promise<void> {
      const wanted = /^\d+$/.test(typed.value) ? Number(typed.value) : null;
      if (wanted === weight.value) return;
      isUpdating.value = true;
      try {
        await updateWorkItem({ id: props.workItem.id, weightWidget: { weight: wanted } });
      } catch {
        emit('error', 'Something went wrong while updating the issue. Please try again.');
      } finally {
        isUpdating.value = false;
      }
    }
    return {
      weight,
      conflicts: computed(() => hasChildren.value && rolledUp.value !== null && rolledUp.value !== weight.value),
      rolledUp,
      typed,
      isUpdating,
      input,
      save,
      start() {
        typed.value = weight.value === null ? '' : String(weight.value);
        void nextTick(() => input.value?.focus());
      },
      cancel(stopEditing: () => void) {
        typed.value = weight.value === null ? '' : String(weight.value);
        stopEditing();
      },
      clear(stopEditing: () => void) {
        typed.value = '';
        stopEditing();
      },
    };
  },
  template: `
    <work-item-sidebar-widget title="Weight" :can-update="canUpdate" :is-updating="isUpdating"
      data-testid="work-item-weight" :work-item-iid="workItem.iid" @startEditing="start" @stopEditing="save">
      <template #content><template v-if="weight !== null">
        {{ weight }}
        <span v-if="conflicts" :title="'Does not match the total of its child items: ' + rolledUp"><gl-icon
          id="conflicting-weight-warning-icon" name="warning" class="gl-text-warning gl-ml-2"></gl-icon></span>
      </template><span v-else class="gl-text-subtle">None</span></template>
      <template #editing-content="{ stopEditing }">
        <div class="gl-relative gl-px-2">
          <div role="group" class="form-group gl-form-group"><div><label for="weight-widget-input"
            class="gl-sr-only">Weight</label></div>
            <div><input id="weight-widget-input" ref="input" type="number" min="0" placeholder="Enter a number"
              class="gl-form-input form-control" :value="typed"
              @input="typed = $event.target.value" @keydown.enter="stopEditing" @keydown.esc.exact.stop="cancel(stopEditing)"></div></div>
          <gl-button v-if="typed !== ''" icon="clear" size="sm" category="tertiary" title="Remove weight"
            aria-label="Remove weight" data-testid="remove-weight"
            class="gl-absolute gl-right-7 gl-top-2" @click="clear(stopEditing)"></gl-button>
        </div>
      </template>
    </work-item-sidebar-widget>
  `,
});
