import { mountData } from '../session';
import type { Label, Widget, WorkItem, WorkItemType } from '../types';
import { widget } from '../types';

/** What GitLab gives as the number of an item that does not exist yet. */
const newWorkItemIid = 'new-work-item-iid';
const newWorkItemId = 'gid://gitlab/WorkItem/new';

/** Items being created, by id. One of each type, so that the dialog and the page share it, as in GitLab. */
const drafts = new Map<string, WorkItem>();

/** Labels that the page has seen; the ids in a change are looked up here. */
const labels = new Map<string, Label>();

export function rememberLabels(all: Label[]): void {
  for (const label of all) labels.set(label.id, label);
}

export function isDraft(id: string): boolean {
  return id.startsWith(newWorkItemId);
}

/** An empty item of the type with the widgets that the form shows; no request is made for it. */
export function startDraft(fullPath: string, type: WorkItemType): WorkItem {
  const shown = ['STATUS', 'ASSIGNEES', 'LABELS', 'WEIGHT', 'MILESTONE', 'ITERATION', 'START_AND_DUE_DATE'];
  const now = new Date().toISOString();
  const draft: WorkItem = {
    id: `${newWorkItemId}-${type.name.toLowerCase()}`,
    iid: newWorkItemIid,
    title: '',
    state: 'OPEN',
    confidential: false,
    createdAt: now,
    updatedAt: now,
    webUrl: '',
    reference: '',
    author: { id: '', username: '', name: '', webPath: '' },
    namespace: { id: '', fullPath },
    workItemType: type,
    userPermissions: {
      updateWorkItem: mountData.canEdit,
      setWorkItemMetadata: mountData.canEdit,
      createNote: false,
      markNoteAsInternal: false,
    },
    widgets: type.widgetDefinitions.filter(one => shown.includes(one.type)).map(one => emptyWidget(one.type)),
  };
  drafts.set(draft.id, draft);
  return draft;
}

/** Applies the input of a workItemUpdate to the draft that it names. */
export function changeDraft(input: { id: string; [widget: string]: unknown }): WorkItem {
  const draft = drafts.get(input.id);
  if (!draft) throw new Error(`expected a draft ${input.id}, found none`);
  const { weightWidget, labelsWidget } = input as {
    weightWidget?: { weight: number | null };
    labelsWidget?: { addLabelIds: string[]; removeLabelIds: string[] };
  };
  const changed = {
    ...draft,
    widgets: (draft.widgets ?? []).map(one => {
      if (one.type === 'WEIGHT' && weightWidget) return { ...one, weight: weightWidget.weight };
      if (one.type === 'LABELS' && labelsWidget) return { ...one, labels: { nodes: changedLabels(one, labelsWidget) } };
      return one;
    }),
  };
  drafts.set(draft.id, changed);
  return changed;
}

/** The draft's part of the input of workItemCreate. */
export function createInput(draft: WorkItem): Record<string, unknown> {
  const weight = widget(draft, 'WEIGHT')?.weight ?? null;
  const labelIds = widget(draft, 'LABELS')?.labels?.nodes.map(label => label.id) ?? [];
  return {
    namespacePath: draft.namespace.fullPath,
    workItemTypeId: draft.workItemType.id,
    ...(weight !== null && { weightWidget: { weight } }),
    ...(labelIds.length > 0 && { labelsWidget: { labelIds } }),
  };
}

function emptyWidget(type: string): Widget {
  const nothing = { nodes: [] };
  return { type, weight: null, assignees: nothing, labels: nothing, milestone: null, status: null };
}

function changedLabels(
  before: Widget,
  { addLabelIds, removeLabelIds }: { addLabelIds: string[]; removeLabelIds: string[] },
): Label[] {
  const added = addLabelIds.flatMap(id => labels.get(id) ?? []);
  return [...(before.labels?.nodes ?? []).filter(label => !removeLabelIds.includes(label.id)), ...added];
}
