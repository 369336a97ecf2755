import type { PropType } from 'vue';
import Vue, { computed, defineComponent, nextTick, ref } from 'vue';
import { request } from './graphql';
import { NotesApp } from './merge-request/notes-app';
import { namespaceWorkItem } from './operations';
import { mountData, readMountData } from './session';
import type { Label, WorkItem } from './types';
import { widget } from './types';
import { onWorkItemUpdated, updateWorkItem } from './work-item/update';

const labelList = `
  <div data-testid="value-wrapper" class="value issuable-show-labels js-value gl-pt-2"><gl-label
    v-for="label in labels" :key="label.id" data-testid="selected-label-content" :data-qa-label-name="label.title"
    class="hide-collapsed" :title="label.title" :color="label.color" :text-color="label.textColor"
    :target="linkOf(label)"></gl-label><span v-if="!labels.length" class="gl-text-subtle">None</span></div>
`;

/** The sidebar of the old issue page, with the form of its weight. Without the licence there is no weight in it. */
const LegacySidebar = defineComponent({
  props: { item: { type: Object as PropType<WorkItem>, required: true } },
  setup(props) {
    const weight = computed(() => widget(props.item, 'WEIGHT')?.weight ?? null);
    const typed = ref<number | ''>('');
    const isEditing = ref(false);
    const input = ref<HTMLInputElement>();
    return {
      weight,
      typed,
      isEditing,
      input,
      canEdit: mountData.canEdit,
      hasWeight: mountData.weightFeatureAvailable,
      labels: computed(() => widget(props.item, 'LABELS')?.labels?.nodes ?? []),
      linkOf: (label: Label) => `/${mountData.fullPath}/-/issues?label_name[]=${encodeURIComponent(label.title)}`,
      edit() {
        typed.value = weight.value ?? '';
        isEditing.value = true;
        void nextTick(() => input.value?.focus());
      },
      async save() {
        await updateWorkItem({ id: props.item.id, weightWidget: { weight: typed.value === '' ? null : typed.value } });
        isEditing.value = false;
      },
    };
  },
  template: `
    <div class="issuable-context-form">
      <div data-testid="sidebar-labels" class="labels-select-wrapper gl-relative block labels js-labels-block"><div
        class="gl-font-bold">Labels</div><div data-testid="collapsed-content">${labelList}</div><div
        v-show="false" data-testid="expanded-content">${labelList}</div></div>
      <div class="js-sidebar-weight-widget-root"><div v-if="hasWeight" data-testid="sidebar-weight" class="block weight">
        <div class="gl-flex gl-items-center gl-font-bold gl-leading-20"><span data-testid="title">Weight</span><gl-button
          v-if="canEdit" size="sm" category="tertiary" data-testid="edit-button" class="gl-ml-auto"
          @click="isEditing ? isEditing = false : edit()">{{ isEditing ? 'Close' : 'Edit' }}</gl-button></div>
        <div v-show="!isEditing" data-testid="collapsed-content"><div class="hide-collapsed"><span
          data-testid="sidebar-weight-value">{{ weight === null ? 'None' : weight }}</span></div></div>
        <div v-if="isEditing" data-testid="expanded-content"><form @submit.prevent="save"><input id="weight-input"
          ref="input" v-model.number="typed" type="number" min="0" class="gl-form-input form-control"></form></div>
      </div></div>
    </div>
  `,
});

/** Puts the notes and, later, the sidebar into the server's page. */
export async function mountLegacyIssuePage(page: HTMLElement): Promise<void> {
  readMountData(page);
  const notes = document.getElementById('js-vue-notes');
  if (notes) mount(notes, NotesApp, { noteable: 'Issue', noteableId: notes.dataset.noteableId });
  type Answer = { namespace: { workItem: WorkItem } };
  const variables = { fullPath: mountData.fullPath, iid: mountData.iid };
  const { namespace } = await request<Answer>(namespaceWorkItem, variables);
  const state = Vue.observable({ item: namespace.workItem });
  onWorkItemUpdated(item => {
    state.item = item;
  });
  const place = document.querySelector('.js-issuable-sidebar .js-sidebar-root');
  if (place) new Vue({ el: place, render: h => h(LegacySidebar, { props: { item: state.item } }) });
}

function mount(place: Element, component: Parameters<Vue.CreateElement>[0], props: Record<string, unknown>): void {
  new Vue({ el: place, render: h => h(component, { props }) });
}
