import { defineComponent, ref } from 'vue';

/**
 * Shell of a sidebar widget: heading, Edit or Apply, then either the value or the form. The section element stays the
 * same through editing. Any press outside the form ends the editing and so saves what is typed; the Apply button lies
 * outside too, which is why it saves twice.
 */
export const WorkItemSidebarWidget = defineComponent({
  props: {
    title: { type: String, required: true },
    canUpdate: Boolean,
    isUpdating: Boolean,
  },
  setup(_, { emit }) {
    const isEditing = ref(false);
    return {
      isEditing,
      startEditing() {
        isEditing.value = true;
        emit('startEditing');
      },
      stopEditing() {
        isEditing.value = false;
        emit('stopEditing');
      },
    };
  },
  template: `
    <section class="work-item-attributes-item">
      <div class="gl-flex gl-items-center gl-gap-3"><h3 class="gl-heading-5 gl-mb-0">{{ title }}</h3>
        <span v-if="isUpdating" role="status" aria-label="Loading" class="gl-spinner-container"><span
          class="gl-spinner gl-spinner-dark gl-spinner-sm"></span></span>
        <gl-button v-if="canUpdate && !isEditing" key="edit-button" size="sm" category="tertiary"
          data-testid="edit-button"
          class="shortcut-sidebar-dropdown-toggle gl-ml-auto gl-shrink-0" @click="startEditing">Edit</gl-button>
        <gl-button v-if="isEditing" key="apply-button" size="sm" category="tertiary" data-testid="apply-button"
          class="gl-ml-auto gl-shrink-0" @click="stopEditing">Apply</gl-button>
      </div><div v-if="isEditing" v-outside="stopEditing"><slot name="editing-content"
        :stop-editing="stopEditing"></slot></div><slot v-else name="content"></slot>
    </section>
  `,
});
