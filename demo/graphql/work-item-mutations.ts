import { GraphQLError } from 'graphql';
import { changeLabels, setMilestone, setState, setTitle, setWeight, touch } from '../edit';
import { linkItems } from '../link-items';
import { newWorkItem } from '../new-work-item';
import { canEdit, canRead } from '../permissions';
import type { HealthStatus, Label, Milestone, Store, User, WorkItem } from '../store';
import { findNamespace, labelsOf, parentOf, workItemById } from '../store';
import { type Context, unavailable } from './context';
import { idOf } from './ids';
import { typeNamed, typesOf, widgetTypes } from './plain';
import { workItemObject } from './work-item';

type Widgets = {
  descriptionWidget?: { description: string } | null;
  weightWidget?: { weight?: number | null } | null;
  labelsWidget?: {
    addLabelIds?: string[] | null;
    removeLabelIds?: string[] | null;
    labelIds?: string[] | null;
  } | null;
  milestoneWidget?: { milestoneId?: string | null } | null;
  healthStatusWidget?: { healthStatus?: HealthStatus | null } | null;
  assigneesWidget?: { assigneeIds: string[] } | null;
  statusWidget?: { status?: string | null } | null;
  startAndDueDateWidget?: { startDate?: string | null; dueDate?: string | null } | null;
  hierarchyWidget?: { parentId?: string | null; childrenIds?: string[] | null } | null;
};

export type UpdateInput = Widgets & {
  id: string;
  title?: string | null;
  confidential?: boolean | null;
  stateEvent?: 'CLOSE' | 'REOPEN' | null;
};

/**
 * Like GitLab: a widget that the type does not have is an error of the request; what one may not set, or is not
 * licensed, is left alone without a word; a wrong value is told in `errors` and nothing is written.
 */
export function updateWorkItem(context: Context, input: UpdateInput) {
  const { store, viewer } = context;
  const item = workItem(context, input.id);
  if (!viewer.user) throw unavailable();
  if (!canEdit(viewer)) {
    if (input.title || input.descriptionWidget || input.stateEvent) throw unavailable();
    return { workItem: workItemObject(context, item), errors: [] };
  }
  checkWidgets(item.workItemType, input);
  const errors = problems(input);
  if (errors.length > 0) return { workItem: workItemObject(context, item), errors };
  if (input.title) setTitle(item, input.title, viewer.user);
  if (typeof input.confidential === 'boolean') item.confidential = input.confidential;
  if (input.stateEvent) setState(item, input.stateEvent === 'CLOSE' ? 'CLOSED' : 'OPEN', viewer.user);
  writeWidgets(store, item, input, viewer.user);
  touch(item);
  return { workItem: workItemObject(context, item), errors: [] };
}

export type CreateInput = Widgets & {
  namespacePath?: string | null;
  projectPath?: string | null;
  workItemTypeId: string;
  title: string;
  confidential?: boolean | null;
  linkedItemsWidget?: { linkType?: LinkType | null; workItemsIds?: string[] | null } | null;
};

export function createWorkItem(context: Context, input: CreateInput) {
  const { store, viewer } = context;
  const fullPath = input.namespacePath ?? input.projectPath ?? '';
  const namespace = findNamespace(store, fullPath);
  const type = typeNamed(idOf(input.workItemTypeId, 'WorkItems::Type'));
  if (!namespace || !type || !viewer.user || !canEdit(viewer)) throw unavailable();
  checkWidgets(type, input);
  const errors = problems(input);
  if (!typesOf(namespace, store).includes(type)) errors.push(`${type} is not available in this namespace`);
  const parent = input.hierarchyWidget?.parentId ? workItem(context, input.hierarchyWidget.parentId) : undefined;
  if (parent && !(parent.workItemType === 'Epic' || (parent.workItemType === 'Issue' && type === 'Task'))) {
    errors.push("it's not allowed to add this type of parent item");
  }
  if (errors.length > 0) return { workItem: null, errors };
  const item = newWorkItem(store, fullPath, type, input.title, viewer.user);
  if (input.confidential) item.confidential = true;
  store.workItems.push(item);
  writeWidgets(store, item, input, viewer.user);
  const { linkType, workItemsIds } = input.linkedItemsWidget ?? {};
  if (workItemsIds) link(store, item, linkType ?? 'RELATED', workItemsIds);
  return { workItem: workItemObject(context, item), errors: [] };
}

export function convertWorkItem(context: Context, input: { id: string; workItemTypeId: string }) {
  const item = workItem(context, input.id);
  const type = typeNamed(idOf(input.workItemTypeId, 'WorkItems::Type'));
  if (!type || !canEdit(context.viewer)) throw unavailable();
  item.workItemType = type;
  touch(item);
  return { workItem: workItemObject(context, item), errors: [] };
}

type LinkType = 'RELATED' | 'BLOCKS' | 'BLOCKED_BY';

export function addLinkedItems(
  context: Context,
  input: { id: string; linkType?: LinkType | null; workItemsIds: string[] },
) {
  const item = workItem(context, input.id);
  if (!canEdit(context.viewer)) throw unavailable();
  const errors = link(context.store, item, input.linkType ?? 'RELATED', input.workItemsIds);
  const message = `Successfully linked ID(s): ${input.workItemsIds.map(id => idOf(id)).join(' and ')}.`;
  return { workItem: workItemObject(context, item), errors, message: errors.length > 0 ? null : message };
}

export function removeLinkedItems(context: Context, input: { id: string; workItemsIds: string[] }) {
  const item = workItem(context, input.id);
  if (!canEdit(context.viewer)) throw unavailable();
  for (const gid of input.workItemsIds) {
    const other = workItem(context, gid);
    item.linkedItems = item.linkedItems.filter(one => one.workItemId !== other.id);
    other.linkedItems = other.linkedItems.filter(one => one.workItemId !== item.id);
  }
  return { workItem: workItemObject(context, item), errors: [], message: null };
}

/** The item if the viewer may see it; unknown and hidden ones are alike. */
function workItem({ store, viewer }: Context, id: string): WorkItem {
  const item = workItemById(store, Number(idOf(id, 'WorkItem', 'Issue')));
  if (!item || !canRead(item, viewer)) throw unavailable();
  return item;
}

/** Which widget each part of the input writes; licence does not matter here, the type does. */
const widgetOf: Record<string, string> = {
  weightWidget: 'WEIGHT',
  labelsWidget: 'LABELS',
  milestoneWidget: 'MILESTONE',
  healthStatusWidget: 'HEALTH_STATUS',
  statusWidget: 'STATUS',
  iterationWidget: 'ITERATION',
};

function checkWidgets(type: WorkItem['workItemType'], input: object): void {
  const has = widgetTypes('ultimate', type);
  const foreign = Object.keys(input).filter(key => {
    const widget = widgetOf[key];
    return widget !== undefined && !has.includes(widget);
  });
  if (foreign.length > 0) {
    const names = foreign.map(key => key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)).join(', ');
    throw new GraphQLError(`Following widget keys are not supported by ${type} type: [${names}]`);
  }
}

function problems(input: Widgets & { title?: string | null }): string[] {
  return [
    (input.weightWidget?.weight ?? 0) < 0 ? 'Weight must be greater than or equal to 0' : '',
    typeof input.title === 'string' && input.title.trim() === '' ? "Title can't be blank" : '',
    (input.title?.length ?? 0) > 255 ? 'Title is too long (maximum is 255 characters)' : '',
  ].filter(Boolean);
}

function writeWidgets(store: Store, item: WorkItem, input: Widgets, user: User): void {
  const premium = store.plan !== 'free';
  if (input.descriptionWidget) item.description = input.descriptionWidget.description;
  if (input.weightWidget && input.weightWidget.weight !== undefined && premium && item.workItemType !== 'Epic') {
    setWeight(item, input.weightWidget.weight, user);
  }
  if (input.labelsWidget) {
    const { addLabelIds, labelIds, removeLabelIds } = input.labelsWidget;
    const add = labels(store, item, [...(addLabelIds ?? []), ...(labelIds ?? [])]);
    changeLabels(store, item, { add, remove: labels(store, item, removeLabelIds ?? []) }, user);
  }
  if (input.milestoneWidget) setMilestone(item, milestone(store, input.milestoneWidget.milestoneId), user);
  if (input.healthStatusWidget && store.plan === 'ultimate') {
    item.healthStatus = input.healthStatusWidget.healthStatus ?? null;
  }
  if (input.assigneesWidget) {
    const ids = input.assigneesWidget.assigneeIds.map(id => Number(idOf(id, 'User')));
    item.assignees = store.users.filter(one => ids.includes(one.id));
  }
  if (input.statusWidget?.status && premium) {
    const id = idOf(input.statusWidget.status);
    item.status = store.statuses.find(one => String(one.id) === id) ?? item.status;
  }
  if (input.startAndDueDateWidget) {
    item.startDate = input.startAndDueDateWidget.startDate ?? null;
    item.dueDate = input.startAndDueDateWidget.dueDate ?? null;
  }
  if (input.hierarchyWidget) writeHierarchy(store, item, input.hierarchyWidget);
}

function writeHierarchy(store: Store, item: WorkItem, input: NonNullable<Widgets['hierarchyWidget']>): void {
  const { parentId, childrenIds } = input;
  if (parentId !== undefined) {
    const before = parentOf(store, item);
    if (before) before.children = before.children.filter(id => id !== item.id);
    const parent = parentId && workItemById(store, Number(idOf(parentId, 'WorkItem', 'Issue')));
    if (parent) parent.children.push(item.id);
  }
  for (const id of childrenIds ?? []) {
    const child = workItemById(store, Number(idOf(id, 'WorkItem', 'Issue')));
    if (child && !item.children.includes(child.id)) item.children.push(child.id);
  }
}

/** Unknown, foreign and unreadable ids are dropped without a word. */
function labels(store: Store, item: WorkItem, ids: string[]): Label[] {
  const available = labelsOf(store, item.namespace);
  return ids.flatMap(id => available.find(label => String(label.id) === idOf(id)) ?? []);
}

function milestone(store: Store, id: string | null | undefined): Milestone | null {
  if (!id) return null;
  return store.milestones.find(one => String(one.id) === idOf(id, 'Milestone')) ?? null;
}

const linkTypes = { RELATED: 'relates_to', BLOCKS: 'blocks', BLOCKED_BY: 'is_blocked_by' } as const;

function link(store: Store, item: WorkItem, type: LinkType, ids: string[]): string[] {
  return ids.flatMap(gid => {
    const other = workItemById(store, Number(idOf(gid, 'WorkItem', 'Issue')));
    if (!other) return ['No matching work item found. Make sure that you are adding a valid ID.'];
    if (!linkItems(store, item, other, linkTypes[type])) return ['Item(s) already linked'];
    return [];
  });
}
