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
/** The issue without a weight has no merge request either, nor have those in the panel. */
const withDevelopment: Counts = {
  ...eachItem,
  'issue-no-weight': 0,
  'issue-child-in-panel': 1,
  'issue-list-panel': 0,
  'merge-request': 0,
};
const eachList: Counts = { ...never, 'issue-list': 20, 'issue-list-panel': 20 };
const eachCard: Counts = { ...never, board: 45 };
/** The page's item has two children. */
const eachLinked: Counts = {
  ...never,
  issue: 2,
  'issue-rich-text': 2,
  'issue-weight-edit': 2,
  'issue-child-in-panel': 2,
};
const inMergeRequest: Counts = { ...never, 'merge-request': 1 };
const inPanel: Counts = { ...never, 'issue-child-in-panel': 1, 'issue-list-panel': 1 };
const onEveryPage: Counts = { ...eachItem, 'issue-child-in-panel': 1, 'issue-list': 1, board: 1, 'merge-request': 1 };

/** How often each anchor and part is on each recorded page. A new one does not compile until it has a row. */
export const occurrences: Readonly<Record<AnchorName | PartName, Counts>> = {
  itemHeader: eachItem,
  itemWeight: eachItem,
  itemLabels: eachItem,
  itemChildren: eachItem,
  mergeRequestSidebar: { ...never, 'merge-request': 1 },
  itemCommentForm: eachItem,
  mergeRequestCommentForm: { ...never, 'merge-request': 1 },
  rowTitle: eachList,
  cardTitle: eachCard,
  linkedTitle: eachLinked,
  cellTitle: never,
  mergeRequestHeader: inMergeRequest,
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
  // No recorded item is confidential; the demo's is drawn after GitLab's source.
  confidentialBadge: never,
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
  listRow: { ...eachList, board: 45 },
  row: { ...eachLinked, 'issue-list': 20, 'issue-list-panel': 20, board: 45 },
  rowLink: { ...eachLinked, 'issue-list': 20, 'issue-list-panel': 20, board: 45 },
  rowRoom: { ...eachList, board: 45 },
  rowState: eachList,
  linkedClosed: never,
  rowWeight: { ...eachLinked, 'issue-list': 15, 'issue-list-panel': 15, board: 34 },
  status: {
    issue: 3,
    'issue-rich-text': 3,
    'issue-no-weight': 1,
    'issue-weight-edit': 3,
    'issue-child-in-panel': 4,
    'issue-list': 20,
    'issue-list-panel': 21,
    board: 45,
    'merge-request': 0,
  },
  confidential: { ...never, 'issue-list': 1, 'issue-list-panel': 1, board: 3 },
  boardList: { ...never, board: 3 },
  boardListLabel: { ...never, board: 3 },
  closedBoardList: never,
  itemMilestone: eachItem,
  itemStatus: eachItem,
  mergeRequestLabels: inMergeRequest,
  // GitLab draws the list twice: once more, hidden, for editing.
  mergeRequestLabelList: { ...inMergeRequest, 'merge-request': 2 },
  mergeRequestState: inMergeRequest,
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
  weightValue: never,
  weightInput: { ...never, 'issue-weight-edit': 1 },
  weightRemove: { ...never, 'issue-weight-edit': 1 },
  relatedIssue: { ...never, 'merge-request': 1 },
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
  development: withDevelopment,
  mergeRequestReference: {
    ...withDevelopment,
    issue: 2,
    'issue-rich-text': 2,
    'issue-weight-edit': 2,
    'issue-child-in-panel': 2,
  },
};
