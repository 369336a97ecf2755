import type { AnchorName, PartName } from '../gitlab/anchors';

/** The recorded pages, by the names of their files without the version. */
export type RecordedPageName =
  | 'issue'
  | 'issue-rich-text'
  | 'issue-no-weight'
  | 'issue-weight-edit'
  | 'issue-child-in-panel'
  | 'issue-list'
  | 'issue-list-panel'
  | 'board'
  | 'merge-request';

type Counts = Readonly<Record<RecordedPageName, number>>;

/** On each page with one item 1, with an item and another in the panel 2. */
const eachItem: Counts = {
  issue: 1,
  'issue-rich-text': 1,
  'issue-no-weight': 1,
  'issue-weight-edit': 1,
  'issue-child-in-panel': 2,
  'issue-list': 0,
  'issue-list-panel': 1,
  board: 0,
  'merge-request': 0,
};
const never: Counts = {
  ...eachItem,
  issue: 0,
  'issue-rich-text': 0,
  'issue-no-weight': 0,
  'issue-weight-edit': 0,
  'issue-child-in-panel': 0,
  'issue-list-panel': 0,
};
const inPanel: Counts = { ...never, 'issue-child-in-panel': 1, 'issue-list-panel': 1 };
const onEveryPage: Counts = { ...eachItem, 'issue-child-in-panel': 1, 'issue-list': 1, board: 1, 'merge-request': 1 };

/** How often each anchor and part is on each recorded page. A new one does not compile until it has a row. */
export const occurrences: Readonly<Record<AnchorName | PartName, Counts>> = {
  itemHeader: eachItem,
  itemWeight: eachItem,
  itemLabels: eachItem,
  itemCommentForm: eachItem,
  listBulkEdit: { ...never, 'issue-list': 1, 'issue-list-panel': 1 },
  listNewItem: { ...never, 'issue-list': 1, 'issue-list-panel': 1 },
  boardSettings: { ...never, board: 2 },
  item: eachItem,
  typeIcon: {
    issue: 3,
    'issue-rich-text': 4,
    'issue-no-weight': 1,
    'issue-weight-edit': 3,
    'issue-child-in-panel': 5,
    'issue-list': 20,
    'issue-list-panel': 21,
    board: 45,
    'merge-request': 0,
  },
  closedBadge: never,
  label: {
    issue: 15,
    'issue-rich-text': 15,
    'issue-no-weight': 4,
    'issue-weight-edit': 15,
    'issue-child-in-panel': 19,
    'issue-list': 81,
    'issue-list-panel': 85,
    board: 168,
    'merge-request': 8,
  },
  panel: onEveryPage,
  panelLink: inPanel,
  itemEditor: eachItem,
  newItem: never,
  dialogContent: never,
  newItemWidget: never,
  notes: eachItem,
  editButton: {
    issue: 9,
    'issue-rich-text': 9,
    'issue-no-weight': 9,
    'issue-weight-edit': 8,
    'issue-child-in-panel': 18,
    'issue-list': 0,
    'issue-list-panel': 9,
    board: 0,
    'merge-request': 3,
  },
  applyButton: { ...never, 'issue-weight-edit': 1 },
  weightInput: { ...never, 'issue-weight-edit': 1 },
  weightRemove: { ...never, 'issue-weight-edit': 1 },
  note: {
    issue: 6,
    'issue-rich-text': 6,
    'issue-no-weight': 1,
    'issue-weight-edit': 6,
    'issue-child-in-panel': 7,
    'issue-list': 0,
    'issue-list-panel': 1,
    board: 0,
    'merge-request': 4,
  },
  noteAuthor: {
    issue: 9,
    'issue-rich-text': 9,
    'issue-no-weight': 1,
    'issue-weight-edit': 9,
    'issue-child-in-panel': 10,
    'issue-list': 0,
    'issue-list-panel': 1,
    board: 0,
    'merge-request': 5,
  },
  noteBody: {
    issue: 6,
    'issue-rich-text': 6,
    'issue-no-weight': 1,
    'issue-weight-edit': 6,
    'issue-child-in-panel': 7,
    'issue-list': 0,
    'issue-list-panel': 1,
    board: 0,
    'merge-request': 5,
  },
  noteTime: {
    issue: 9,
    'issue-rich-text': 9,
    'issue-no-weight': 1,
    'issue-weight-edit': 9,
    'issue-child-in-panel': 10,
    'issue-list': 0,
    'issue-list-panel': 1,
    board: 0,
    'merge-request': 5,
  },
  internalNote: never,
  noteList: { ...eachItem, 'merge-request': 1 },
  thread: { ...eachItem, issue: 5, 'issue-rich-text': 5, 'issue-weight-edit': 5, 'issue-child-in-panel': 6 },
  foldedThread: never,
  plainEditor: { ...eachItem, 'issue-rich-text': 0, 'merge-request': 1 },
  richEditor: { ...never, 'issue-rich-text': 1 },
  richEditorField: { ...never, 'issue-rich-text': 1 },
};
