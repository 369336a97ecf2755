/** Where GitLab's page is touched: an element, and the place of ours seen from it. */
export type Anchor = {
  /** Newest GitLab first; an element that any of them matches is the anchor. Never visible text: GitLab is translated. */
  readonly selectors: readonly string[];
  /** `in-parent`: as the last child of the element's parent; `first-in-parent`: as the first; `after`: next to the element. */
  readonly place: 'append' | 'prepend' | 'in-parent' | 'first-in-parent' | 'after';
};

/** Every place where Handrail stands in GitLab's page. `tests/gitlab/anchors.test.ts` proves each on real pages. */
export const anchors = {
  /**
   * The row under the title: state, type, created by. GitLab gives the row no hook, but its last part; both are
   * re-created together when title editing ends.
   */
  itemHeader: {
    selectors: ['[data-testid="work-item-created"]', '.detail-page-header-body > .gl-badge:first-child'], // 18.9, 16.x to 17.10
    place: 'in-parent',
  },
  /** The weight in an item's sidebar. It arrives later than the rest; the element stays the same while it is edited. */
  itemWeight: {
    selectors: ['[data-testid="work-item-weight"]', '[data-testid="sidebar-weight"]'], // 18.9, 16.x to 17.10
    place: 'append',
  },
  /** The labels in an item's sidebar. While they are edited they are gone from it; the element stays the same. */
  itemLabels: {
    selectors: ['[data-testid="work-item-labels"]', 'aside[data-issuable-type="issue"] [data-testid="sidebar-labels"]'], // 18.9, 16.x to 17.10
    place: 'append',
  },
  /** The card of an item's child items. An epic has no weight of its own: what is to be said of its parts stands here. */
  itemChildren: {
    selectors: ['[data-testid="work-item-tree"]'], // 18.9
    place: 'append',
  },
  /** A merge request's sidebar. GitLab fills it late; its end stays its end. */
  mergeRequestSidebar: {
    selectors: ['aside[data-issuable-type="merge_request"] .issuable-sidebar'], // 18.9
    place: 'append',
  },
  /** The place of the one form for a new comment. Reply and edit forms have its form's classes and ids, but not this parent. */
  itemCommentForm: {
    selectors: ['.work-item-notes .js-comment-form', '.issue-details .js-comment-form'], // 18.9, 16.x to 17.10
    place: 'prepend',
  },
  /** The form for a new comment on a merge request. Its reply and edit forms have other hooks. */
  mergeRequestCommentForm: {
    selectors: ['form[data-testid="comment-form"].js-main-target-form'], // 18.9
    place: 'prepend',
  },
  /** The title of a row: in a list of issues, work items or merge requests. Made anew with its row by every filter, sort and page. */
  rowTitle: {
    selectors: ['.issue-title[data-testid="issuable-title"]'], // 16.0 to 18.9
    place: 'append',
  },
  /** The title of a board's card. Dragging makes the card anew. */
  cardTitle: {
    selectors: ['.board-card-title'], // 16.0 to 18.9
    place: 'append',
  },
  /** The title of a child item or a linked item, on an item's page. */
  linkedTitle: {
    selectors: ['[data-testid="links-child"] .item-title'], // 18.9
    place: 'append',
  },
  /** The title of a row of the dashboard's merge requests. Its cell is a column, in which only an element out of the flow takes no room. */
  cellTitle: {
    selectors: ['[role="cell"] > a.gl-font-bold[href*="/-/merge_requests/"]'], // 18.9
    place: 'after',
  },
  /** The row under a merge request's title: state, author, branches. It comes from the server; only the state is late. */
  mergeRequestHeader: {
    selectors: ['.merge-request-details .detail-page-description.is-merge-request'], // 18.9
    place: 'append',
  },
  /** Among the buttons above a list. Who may not edit many issues at once does not have it. */
  listBulkEdit: {
    selectors: ['[data-testid="bulk-edit-start-button"]'], // 18.9
    place: 'first-in-parent',
  },
  /** The link to a new item above a list, in a place of its own after the one above. */
  listNewItem: {
    selectors: ['[data-testid="new-epic-button"]'], // 18.9: this name for every type
    place: 'first-in-parent',
  },
  /** Among the buttons above a board. They are there twice; GitLab hides one set by the width of the page. */
  boardSettings: {
    selectors: ['[data-testid="boards-config-button"]'], // 18.9
    place: 'first-in-parent',
  },
} as const satisfies Record<string, Anchor>;

/** One selector for whatever of an anchor's is there. */
export function anyOf({ selectors }: Anchor): string {
  return selectors.join(', ');
}

export type AnchorName = keyof typeof anchors;

/** A row of a list, a card of a board. There may be thousands. */
const listRow = 'li[id^="issuable_"], .board-card';

/** Parts of GitLab's page that are read or driven, but where nothing of ours stands. Proved like the anchors. */
export const parts = {
  /** One work item: the page's own, or that in the side panel. */
  item: '[data-testid="work-item-detail"]',
  /** The icon of an item's type: in the header row, and in every row of a list. Its own hook names the type. */
  typeIcon: '[data-testid="work-item-type-icon"] svg[data-testid^="work-item-"]',
  closedBadge: '.gl-badge.badge-info [data-testid="issue-close-icon"]',
  /** In the header row of an item, the warning beside its state. A locked or hidden item's has another icon. */
  confidentialBadge: '.gl-badge [data-testid="eye-slash-icon"]',
  label: '.gl-label',
  listRow,
  /** What an anchor for a title stands in: everything that GitLab shows of one item. */
  row: `${listRow}, [data-testid="links-child"], [role="row"]:has(> [role="cell"] > a.gl-font-bold)`,
  rowLink:
    'a.issue-title-text, .board-card-title > a, .item-title > a[id^="listItem-"], [role="cell"] > a.gl-font-bold',
  /** As far as a row's title may reach, and a card's. */
  rowRoom: '.issuable-main-info, .board-card-footer',
  /** Empty while the item is open; the words in it are translated. */
  rowState: '[data-testid="issuable-status"], .issuable-status',
  /** A child or linked item's link is pale when the item is closed: nothing else of it is free of words (18.9). */
  linkedClosed: '.item-title > a.\\!gl-text-subtle',
  rowWeight:
    '[data-testid="issuable-weight-content-title"], [data-testid="board-card-weight-title"], [data-testid="item-weight-title"]',
  status: '[data-testid="work-item-status-badge"]',
  /** Beside a row's title: the icon, or the button around it. */
  confidential:
    '[data-testid="confidential-icon-container"], .issue-title > [data-testid="eye-slash-icon"], .board-card-title > .confidential-icon, :is(.board-card-title, .item-title) [data-testid="confidential-icon"]',
  boardList: '[data-testid="board-list"]',
  boardListLabel: '[data-testid="board-list-header"] .gl-label',
  closedBoardList: '[data-board-type="closed"]',
  itemMilestone: '[data-testid="work-item-milestone"]',
  itemStatus: '[data-testid="work-item-status"]',
  mergeRequestLabels: '[data-testid="sidebar-labels"]',
  /** Within them, once they have been loaded. */
  mergeRequestLabelList: '[data-testid="sidebar-labels"] [data-testid="value-wrapper"]',
  mergeRequestState: '.detail-page-description.is-merge-request .gl-badge svg',
  /** The side panel around an item; the class outlives the redesign after 18.9. */
  panel: '#contextual-panel-portal, .gl-drawer',
  panelLink: '[data-testid="work-item-drawer-ref-link"], [data-testid="work-item-detail-panel-ref-link"]',
  /** An editor that names its item in `data-work-item-full-path` and `-iid` (18.9). */
  itemEditor: '.js-editor[data-work-item-iid]',
  /** What a dialog of GitLab's lets the focus into. */
  dialogContent: '.modal-content, [role="dialog"]',
  /** A widget of an item that does not exist yet (18.9). */
  newItemWidget: '[work-item-iid^="new-"]',
  /** An item that does not exist yet. */
  newItem: '[data-testid="create-work-item-modal"], [role="dialog"]',
  notes: '.work-item-notes, .issue-details .issuable-discussion',
  editButton: '[data-testid="edit-button"]',
  /** In its place while the widget's form is open. */
  applyButton: '[data-testid="apply-button"]',
  weightInput: '#weight-widget-input, #weight-input',
  /** The number, on the issue page of 16.x to 17.10; on later ones it is a bare text. */
  weightValue: '[data-testid="sidebar-weight-value"]',
  weightRemove: '[data-testid="remove-weight"]',
  /** What the merge widget says of issues: which of them merging closes, which are only mentioned. */
  relatedIssue: '[data-testid="merged-status-content"] a.gfm-issue',
  note: 'li.note.note-comment[id^="note_"]',
  noteAuthor: 'a.author-name-link[data-user-id]',
  noteBody: '.note-text.md',
  noteTime: 'a.note-timestamp time[datetime]',
  internalNote: 'li.note.internal-note',
  /** The list of comments and system notes; the form for a new comment is outside. */
  noteList: 'ul.main-notes-list',
  thread: 'li.note-discussion[data-discussion-id]',
  /** Stands in a thread whose answers are folded away. */
  foldedThread: '.toggle-replies-widget[aria-expanded="false"]',
  plainEditor: 'textarea.js-gfm-input',
  richEditor: '[data-testid="content_editor_editablebox"] .ProseMirror[contenteditable="true"]',
  /** What GitLab sends: the field that holds the rich text editor's Markdown. */
  richEditorField: 'input[type="hidden"]:is([name="work-item-add-or-edit-comment"], [name="note[note]"])',
  /** The section with the merge requests that close an item; where there are none it is absent. */
  development: '[data-testid="work-item-development"]',
  /** In each of its rows; the full reference is its title. */
  mergeRequestReference: '[data-testid="mr-reference"]',
} as const;

export type PartName = keyof typeof parts;
