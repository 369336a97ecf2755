import { computed, defineComponent, onBeforeUnmount, onMounted, ref, watch } from 'vue';
import { MarkdownEditor } from '../editor/markdown-editor';
import { request } from '../graphql';
import { createWorkItem, namespaceWorkItemTypes } from '../operations';
import type { Nodes, WorkItem, WorkItemType } from '../types';
import { createInput, startDraft } from './draft';
import { WorkItemAttributesWrapper } from './sidebar';
import { onWorkItemUpdated } from './update';

/**
 * The form of a new item, in the page and in the dialog. Its attribute widgets are the same as an item's, but what is
 * set in them stays in the page until the item is created. Emits `workItemCreated` and `cancel`.
 */
export const CreateWorkItem = defineComponent({
  components: { MarkdownEditor, WorkItemAttributesWrapper },
  props: {
    fullPath: { type: String, required: true },
    /** `ISSUE`, as in the address; without it the first type that there is. */
    preselectedType: { type: String, default: '' },
    parentId: { type: String, default: '' },
    isModal: Boolean,
  },
  setup(props, { emit }) {
    const types = ref<WorkItemType[]>([]);
    const typeId = ref('');
    const draft = ref<WorkItem>();
    const canCreate = ref(true);
    const title = ref('');
    const isTitleValid = ref(true);
    const description = ref('');
    const confidential = ref(false);
    const loading = ref(false);
    const error = ref('');

    async function load(): Promise<void> {
      type Answer = {
        namespace: { userPermissions: { createWorkItem: boolean }; workItemTypes: Nodes<WorkItemType> };
      };
      const { namespace } = await request<Answer>(namespaceWorkItemTypes, { fullPath: props.fullPath });
      types.value = namespace.workItemTypes.nodes;
      canCreate.value = namespace.userPermissions.createWorkItem;
      const wanted = types.value.find(type => type.name.toUpperCase() === props.preselectedType);
      typeId.value = (wanted ?? types.value[0])?.id ?? '';
    }
    async function create(): Promise<void> {
      isTitleValid.value = title.value.trim() !== '';
      if (!draft.value || !isTitleValid.value || loading.value) return;
      loading.value = true;
      error.value = '';
      try {
        type Answer = { workItemCreate: { errors: string[]; workItem: WorkItem | null } };
        const input = {
          ...createInput(draft.value),
          title: title.value,
          confidential: confidential.value,
          ...(description.value && { descriptionWidget: { description: description.value } }),
          ...(props.parentId && { hierarchyWidget: { parentId: props.parentId } }),
        };
        const { errors, workItem } = (await request<Answer>(createWorkItem, { input })).workItemCreate;
        if (workItem) emit('workItemCreated', workItem);
        else error.value = errors.join(' ');
      } catch {
        error.value = 'Something went wrong when creating item. Please try again.';
      } finally {
        loading.value = false;
      }
    }
    onMounted(() => {
      load().catch(() => {
        error.value = 'Something went wrong when fetching work item types. Please try again.';
      });
    });
    watch(typeId, id => {
      const type = types.value.find(one => one.id === id);
      draft.value = type && startDraft(props.fullPath, type);
    });
    const off = onWorkItemUpdated(item => {
      if (item.id === draft.value?.id) draft.value = item;
    });
    onBeforeUnmount(off);
    return {
      types,
      typeId,
      typeText: computed(() => (draft.value?.workItemType.name ?? 'item').toLowerCase()),
      draft,
      canCreate,
      title,
      isTitleValid,
      description,
      confidential,
      loading,
      error,
      create,
      cancel: () => emit('cancel'),
      fieldProps: {
        id: 'work-item-description',
        name: 'work-item-description',
        'data-testid': 'markdown-editor-form-field',
        'aria-label': 'Description',
        placeholder: 'Write a description or drag your files here…',
      },
    };
  },
  template: `
    <form class="create-work-item gl-pt-5" @submit.prevent="create">
      <h1 v-if="!isModal" class="page-title gl-heading-1 !gl-mt-0 gl-mb-5">New {{ typeText }}</h1>
      <div v-if="error" role="alert" class="gl-alert gl-alert-danger gl-mb-4"><gl-icon name="status-failed"
        class="gl-alert-icon"></gl-icon><div class="gl-alert-content"><div
        class="gl-alert-body">{{ error }}</div></div></div>
      <div v-if="!draft" data-testid="work-item-loading" class="work-item-loading"><div
        class="gl-animate-skeleton-loader gl-h-7 gl-rounded-base"></div></div>
      <template v-else>
        <div v-if="!parentId" role="group" class="form-group gl-form-group gl-max-w-26"><label for="work-item-type"
          class="gl-mb-2 gl-font-bold">Type</label><select id="work-item-type" v-model="typeId"
          data-testid="work-item-types-select" class="gl-form-select custom-select"><option v-for="type in types"
          :key="type.id" :value="type.id">{{ type.name }}</option></select></div>
        <div data-testid="work-item-overview" class="work-item-overview gl-mb-3">
          <div role="group" class="form-group gl-form-group" data-testid="title-input"><label for="work-item-title"
            class="gl-mb-2 gl-font-bold">Title (required)</label><input id="work-item-title" v-model="title"
            data-testid="work-item-title-input" maxlength="255" class="gl-form-input form-control"
            :class="isTitleValid ? '' : 'is-invalid'"><div v-if="!isTitleValid"
            class="invalid-feedback !gl-block">A title is required</div></div>
          <section>
            <label for="work-item-description" class="gl-mb-2 gl-font-bold">Description</label>
            <markdown-editor v-model="description" :full-path="fullPath" :field-props="fieldProps"
              @submit="create"></markdown-editor>
            <div class="gl-form-checkbox custom-control custom-checkbox gl-mt-3"><input id="work-item-confidential"
              v-model="confidential" type="checkbox" data-testid="confidential-checkbox"
              class="custom-control-input"><label for="work-item-confidential"
              class="custom-control-label">Turn on confidentiality: Limit visibility to project members with at least the Planner role.</label></div>
          </section>
          <work-item-attributes-wrapper v-if="draft.userPermissions.setWorkItemMetadata" :key="draft.id"
            :work-item="draft" creating @error="error = $event"></work-item-attributes-wrapper>
          <aside v-else data-testid="work-item-overview-right-sidebar"
            class="work-item-overview-right-sidebar gl-px-3 is-modal"><strong>Limited access</strong><div>Only project
            members can add metadata.</div></aside>
        </div>
        <div data-testid="form-buttons" class="gl-border-t gl-flex gl-justify-end gl-gap-3 gl-py-4"
          :class="isModal ? '' : 'gl-flex-row-reverse'">
          <gl-button data-testid="cancel-button" @click="cancel">Cancel</gl-button>
          <gl-button variant="confirm" data-testid="create-button" :loading="loading" :disabled="!canCreate"
            @click="create">Create {{ typeText }}</gl-button>
        </div>
      </template>
    </form>
  `,
});
