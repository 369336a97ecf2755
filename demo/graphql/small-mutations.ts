import { changeLabels, setState, setWeight } from '../edit';
import { canEdit } from '../permissions';
import type { Label, Store } from '../store';
import { findMergeRequest, findWorkItem, labelsOf } from '../store';
import { type Context, unavailable } from './context';
import { idOf } from './ids';
import { issueObject } from './issue';
import { mergeRequestObject } from './merge-request';

type MoveInput = {
  projectPath: string;
  iid: string;
  boardId: string;
  fromListId?: string | null;
  toListId?: string | null;
};

/** A card dragged to another list: loses that list's label, takes the other's; the last list closes, leaving it opens. */
export function moveIssue(context: Context, input: MoveInput) {
  const { store, viewer } = context;
  const item = findWorkItem(store, input.projectPath, input.iid);
  if (!item || !viewer.user || !canEdit(viewer)) throw unavailable();
  const add = listLabel(store, input.toListId);
  const remove = listLabel(store, input.fromListId);
  changeLabels(store, item, { add, remove: remove.filter(label => !add.includes(label)) }, viewer.user);
  if (input.toListId) setState(item, isClosedList(store, input.toListId) ? 'CLOSED' : 'OPEN', viewer.user);
  return { issue: issueObject(context, item), errors: [] };
}

/** The way to set a weight before work items; like there, without licence nothing happens. */
export function setIssueWeight(context: Context, input: { projectPath: string; iid: string; weight?: number | null }) {
  const { store, viewer } = context;
  const item = findWorkItem(store, input.projectPath, input.iid);
  if (!item || !viewer.user || !canEdit(viewer)) throw unavailable();
  if (typeof input.weight === 'number' && input.weight < 0) {
    return { issue: issueObject(context, item), errors: ['Weight must be greater than or equal to 0'] };
  }
  if (store.plan !== 'free') setWeight(item, input.weight ?? null, viewer.user);
  return { issue: issueObject(context, item), errors: [] };
}

type SetLabelsInput = {
  projectPath: string;
  iid: string;
  labelIds: string[];
  operationMode?: 'APPEND' | 'REMOVE' | 'REPLACE' | null;
};

/** REPLACE when no mode is given; unknown labels are dropped without a word. */
export function setMergeRequestLabels(context: Context, input: SetLabelsInput) {
  const { store, viewer } = context;
  const request = findMergeRequest(store, input.projectPath, input.iid);
  if (!request || !viewer.user || !canEdit(viewer)) throw unavailable();
  const available = labelsOf(store, request.namespace);
  const labels = input.labelIds.flatMap(id => available.find(label => String(label.id) === idOf(id)) ?? []);
  const others = request.labels.filter(label => !labels.includes(label));
  const change = { APPEND: { add: labels }, REMOVE: { remove: labels }, REPLACE: { add: labels, remove: others } };
  changeLabels(store, request, change[input.operationMode ?? 'REPLACE'], viewer.user);
  return { mergeRequest: mergeRequestObject(context, request), errors: [] };
}

function listLabel(store: Store, listId: string | null | undefined): Label[] {
  const id = listId && idOf(listId, 'List');
  return store.boards.flatMap(board => board.lists.flatMap(list => (String(list.id) === id && list.label) || []));
}

function isClosedList(store: Store, listId: string): boolean {
  const id = idOf(listId, 'List');
  return store.boards.some(board => board.lists.some(list => String(list.id) === id && list.listType === 'closed'));
}
