/*
 * The GraphQL documents that the demo's front end sends. Operation names and field names are GitLab 18.9's.
 */

const labelFields = `
  fragment LabelFields on Label { id title color textColor description }
`;

const userFields = `
  fragment UserFields on User { id username name webPath }
`;

/** What a row (list, child item, linked item) shows besides its title. */
const rowFields = `
  fragment RowFields on WorkItem {
    id iid title state confidential createdAt closedAt updatedAt webUrl userDiscussionsCount
    reference(full: true)
    author { ...UserFields }
    namespace { id fullPath }
    workItemType { id name }
    widgets(onlyTypes: [ASSIGNEES, LABELS, WEIGHT, MILESTONE, STATUS, HEALTH_STATUS]) {
      type
      ... on WorkItemWidgetAssignees { assignees { nodes { ...UserFields } } }
      ... on WorkItemWidgetLabels { labels(first: 50) { nodes { ...LabelFields } } }
      ... on WorkItemWidgetWeight { weight }
      ... on WorkItemWidgetMilestone { milestone { id title webPath } }
      ... on WorkItemWidgetStatus { status { id name iconName color } }
      ... on WorkItemWidgetHealthStatus { healthStatus }
    }
  }
  ${labelFields}
  ${userFields}
`;

const slimFields = `
  fragment SlimFields on WorkItem {
    id iid title state confidential createdAt updatedAt webUrl
    reference(full: true)
    author { ...UserFields }
    namespace { id fullPath }
    workItemType { id name }
  }
  ${userFields}
`;

const detailFields = `
  fragment DetailFields on WorkItem {
    id iid title state confidential createdAt updatedAt closedAt webUrl userDiscussionsCount
    reference(full: true)
    author { ...UserFields }
    namespace { id fullPath }
    workItemType { id name }
    promotedToEpicUrl
    userPermissions { updateWorkItem setWorkItemMetadata createNote markNoteAsInternal }
    widgets {
      type
      ... on WorkItemWidgetDescription { description descriptionHtml }
      ... on WorkItemWidgetAssignees { assignees { nodes { ...UserFields } } }
      ... on WorkItemWidgetLabels { labels(first: 50) { nodes { ...LabelFields } } }
      ... on WorkItemWidgetWeight { weight rolledUpWeight widgetDefinition { editable rollUp } }
      ... on WorkItemWidgetMilestone { milestone { id title webPath } }
      ... on WorkItemWidgetIteration { iteration { id title startDate dueDate } }
      ... on WorkItemWidgetStartAndDueDate { startDate dueDate }
      ... on WorkItemWidgetHealthStatus { healthStatus }
      ... on WorkItemWidgetStatus { status { id name iconName color } }
      ... on WorkItemWidgetTimeTracking { timeEstimate totalTimeSpent }
      ... on WorkItemWidgetHierarchy { hasChildren parent { id iid title webUrl } }
      ... on WorkItemWidgetParticipants { participants(first: 10) { nodes { ...UserFields } } }
    }
  }
  ${labelFields}
  ${userFields}
`;

const noteFields = `
  fragment NoteFields on Note {
    id body bodyHtml internal system systemNoteIconName createdAt lastEditedAt url maxAccessLevelOfAuthor
    author { ...UserFields }
    discussion { id resolvable resolved }
    userPermissions { adminNote }
  }
  ${userFields}
`;

export const namespaceWorkItem = `
  query namespaceWorkItem($fullPath: ID!, $iid: String!) {
    namespace(fullPath: $fullPath) { id workItem(iid: $iid) { ...DetailFields } }
  }
  ${detailFields}
`;

export const workItemTree = `
  query workItemTreeQuery($fullPath: ID!, $iid: String!) {
    namespace(fullPath: $fullPath) {
      id
      workItem(iid: $iid) {
        id
        widgets(onlyTypes: [HIERARCHY]) {
          type
          ... on WorkItemWidgetHierarchy { children(first: 50) { nodes { ...RowFields } } }
        }
      }
    }
  }
  ${rowFields}
`;

export const workItemLinkedItems = `
  query workItemLinkedItems($fullPath: ID!, $iid: String!) {
    namespace(fullPath: $fullPath) {
      id
      workItem(iid: $iid) {
        id
        widgets(onlyTypes: [LINKED_ITEMS]) {
          type
          ... on WorkItemWidgetLinkedItems { linkedItems(first: 50) { nodes { linkId linkType workItem { ...RowFields } } } }
        }
      }
    }
  }
  ${rowFields}
`;

export const workItemDevelopment = `
  query workItemDevelopment($fullPath: ID!, $iid: String!) {
    namespace(fullPath: $fullPath) {
      id
      workItem(iid: $iid) {
        id
        widgets(onlyTypes: [DEVELOPMENT]) {
          type
          ... on WorkItemWidgetDevelopment {
            closingMergeRequests(first: 50) {
              nodes {
                id
                mergeRequest { id iid title state draft webUrl webPath reference(full: true) mergedAt sourceBranch author { ...UserFields } }
              }
            }
          }
        }
      }
    }
  }
  ${userFields}
`;

export const workItemNotes = `
  query workItemNotesByIid($fullPath: ID!, $iid: String!, $after: String, $pageSize: Int, $filter: NotesFilterType) {
    namespace(fullPath: $fullPath) {
      id
      workItem(iid: $iid) {
        id
        widgets(onlyTypes: [NOTES]) {
          type
          ... on WorkItemWidgetNotes {
            discussionLocked
            discussions(first: $pageSize, after: $after, filter: $filter) {
              pageInfo { hasNextPage endCursor }
              nodes { id notes { nodes { ...NoteFields } } }
            }
          }
        }
      }
    }
  }
  ${noteFields}
`;

export const workItemUpdate = `
  mutation workItemUpdate($input: WorkItemUpdateInput!) {
    workItemUpdate(input: $input) { errors workItem { ...DetailFields } }
  }
  ${detailFields}
`;

export const namespaceWorkItemTypes = `
  query namespaceWorkItemTypes($fullPath: ID!) {
    namespace(fullPath: $fullPath) {
      id
      userPermissions { createWorkItem }
      workItemTypes(onlyAvailable: true) { nodes { id name widgetDefinitions { type } } }
    }
  }
`;

export const createWorkItem = `
  mutation createWorkItem($input: WorkItemCreateInput!) {
    workItemCreate(input: $input) { errors workItem { ...DetailFields } }
  }
  ${detailFields}
`;

export const createWorkItemNote = `
  mutation createWorkItemNote($input: CreateNoteInput!) {
    createNote(input: $input) {
      errors
      quickActionsStatus { messages errorMessages }
      note { id discussion { id notes { nodes { ...NoteFields } } } }
    }
  }
  ${noteFields}
`;

export const updateWorkItemNote = `
  mutation updateWorkItemNote($input: UpdateNoteInput!) {
    updateNote(input: $input) { errors note { ...NoteFields } }
  }
  ${noteFields}
`;

export const projectLabels = `
  query projectLabels($fullPath: ID!, $searchTerm: String) {
    project(fullPath: $fullPath) {
      id
      labels(searchTerm: $searchTerm, includeAncestorGroups: true, first: 100) { nodes { ...LabelFields } }
    }
  }
  ${labelFields}
`;

export const groupLabels = `
  query groupLabels($fullPath: ID!, $searchTerm: String) {
    group(fullPath: $fullPath) {
      id
      labels(searchTerm: $searchTerm, includeAncestorGroups: true, first: 100) { nodes { ...LabelFields } }
    }
  }
  ${labelFields}
`;

const workItemsQuery = (name: string, fragment: string, fields: string) => `
  query ${name}(
    $fullPath: ID!, $state: IssuableState, $sort: WorkItemSort, $search: String, $labelName: [String!]
    $types: [IssueType!], $includeDescendants: Boolean, $milestoneTitle: [String!], $assigneeUsernames: [String!]
    $first: Int, $last: Int, $after: String, $before: String
  ) {
    namespace(fullPath: $fullPath) {
      id
      workItems(
        state: $state, sort: $sort, search: $search, labelName: $labelName, types: $types
        includeDescendants: $includeDescendants, milestoneTitle: $milestoneTitle, assigneeUsernames: $assigneeUsernames
        first: $first, last: $last, after: $after, before: $before
      ) {
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        nodes { ...${fragment} }
      }
    }
  }
  ${fields}
`;

/** The list asks twice at once: the slim answer brings the rows, the full one their metadata. */
export const getWorkItemsSlim = workItemsQuery('getWorkItemsSlimEE', 'SlimFields', slimFields);
export const getWorkItemsFull = workItemsQuery('getWorkItemsFullEE', 'RowFields', rowFields);

/** A board's lists, and the cards of one of them; `owner` is `project` or `group`. */
export const boardLists = (owner: string): string => `
  query BoardListsEE($fullPath: ID!, $boardId: BoardID!) {
    owner: ${owner}(fullPath: $fullPath) {
      id
      board(id: $boardId) { id name lists { nodes { id title listType label { ...LabelFields } } } }
    }
  }
  ${labelFields}
`;

export const boardListIssues = (owner: string): string => `
  query ListsIssuesEE($fullPath: ID!, $boardId: BoardID!, $id: ListID, $first: Int, $after: String) {
    owner: ${owner}(fullPath: $fullPath) {
      id
      board(id: $boardId) {
        id
        lists(id: $id) {
          nodes {
            id issuesCount totalIssueWeight
            issues(first: $first, after: $after) {
              pageInfo { hasNextPage endCursor }
              nodes {
                id iid title webUrl confidential weight healthStatus
                reference(full: true)
                type
                labels { nodes { ...LabelFields } }
                milestone { id title }
                assignees { nodes { ...UserFields } }
                status { id name iconName color }
              }
            }
          }
        }
      }
    }
  }
  ${labelFields}
  ${userFields}
`;

export const issueMoveList = `
  mutation issueMoveListEE($projectPath: ID!, $iid: String!, $boardId: BoardID!, $fromListId: ID, $toListId: ID) {
    issueMoveList(input: { projectPath: $projectPath, iid: $iid, boardId: $boardId, fromListId: $fromListId, toListId: $toListId }) {
      errors
      issue { id iid }
    }
  }
`;

export const mergeRequest = `
  query getMergeRequest($fullPath: ID!, $iid: String!) {
    project(fullPath: $fullPath) {
      id
      mergeRequest(iid: $iid) {
        id iid title state draft targetBranch
        labels { nodes { ...LabelFields } }
        milestone { id title webPath }
        assignees { nodes { ...UserFields } }
        reviewers { nodes { ...UserFields } }
        participants { nodes { ...UserFields } }
        userPermissions { updateMergeRequest createNote }
      }
    }
  }
  ${labelFields}
  ${userFields}
`;

export const mergeRequestNotes = `
  query mergeRequestDiscussions($fullPath: ID!, $iid: String!) {
    project(fullPath: $fullPath) {
      id
      mergeRequest(iid: $iid) {
        id
        discussions(first: 100) { nodes { id notes { nodes { ...NoteFields } } } }
      }
    }
  }
  ${noteFields}
`;

export const mergeRequestSetLabels = `
  mutation mergeRequestSetLabels($input: MergeRequestSetLabelsInput!) {
    mergeRequestSetLabels(input: $input) { errors mergeRequest { id labels { nodes { ...LabelFields } } } }
  }
  ${labelFields}
`;

const mergeRequestRowFields = `
  fragment MergeRequestFields on MergeRequest {
    id iid title state draft createdAt updatedAt mergedAt closedAt webPath userDiscussionsCount conflicts
    approvalsRequired approvalsLeft approvedBy { nodes { id } }
    reference(full: true)
    author { ...UserFields }
    labels { nodes { ...LabelFields } }
    milestone { id title webPath }
    assignees { nodes { ...UserFields } }
    reviewers { nodes { ...UserFields } }
    headPipeline { id detailedStatus { text icon } }
    targetBranch
  }
  ${labelFields}
  ${userFields}
`;

const mergeRequestsQuery = (namespace: 'project' | 'group') => `
  query getMergeRequests(
    $fullPath: ID!, $state: MergeRequestState, $sort: MergeRequestSort, $search: String, $labelName: [String]
    $milestoneTitle: String, $first: Int, $last: Int, $after: String, $before: String
  ) {
    namespace: ${namespace}(fullPath: $fullPath) {
      id
      mergeRequests(
        state: $state, sort: $sort, search: $search, labelName: $labelName, milestoneTitle: $milestoneTitle
        first: $first, last: $last, after: $after, before: $before${namespace === 'group' ? ', includeSubgroups: true' : ''}
      ) {
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        nodes { ...MergeRequestFields }
      }
    }
  }
  ${mergeRequestRowFields}
`;

export const projectMergeRequests = mergeRequestsQuery('project');
export const groupMergeRequests = mergeRequestsQuery('group');

const ownMergeRequests = (name: string, field: string) => `
  query ${name}($state: MergeRequestState, $first: Int, $after: String) {
    currentUser {
      id
      mergeRequests: ${field}(state: $state, first: $first, after: $after) {
        count
        pageInfo { hasNextPage endCursor }
        nodes { ...MergeRequestFields }
      }
    }
  }
  ${mergeRequestRowFields}
`;

export const requestsReviewRequested = ownMergeRequests('requestsReviewRequested', 'reviewRequestedMergeRequests');
export const requestsAssigned = ownMergeRequests('requestsAssigned', 'assignedMergeRequests');
export const requestsAuthored = ownMergeRequests('requestsAuthoredByMe', 'authoredMergeRequests');
