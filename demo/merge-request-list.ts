import type { MergeRequest, Store } from './store';

/** What a list may be narrowed by; names are those of GraphQL's `mergeRequests`. An empty filter is everything. */
export type MergeRequestFilter = {
  iids?: string[] | null;
  state?: MergeRequest['state'] | 'locked' | 'all' | null;
  draft?: boolean | null;
  /** All of these. */
  labelName?: string[] | null;
  milestoneTitle?: string | null;
  authorUsername?: string | null;
  assigneeUsername?: string | null;
  reviewerUsername?: string | null;
  search?: string | null;
  /** Of a group only. */
  includeSubgroups?: boolean | null;
  sort?: string | null;
};

/** The merge requests of a project, or of all projects of a group; of everywhere without a path. Newest first. */
export function listMergeRequests(
  store: Store,
  fullPath: string | undefined,
  filter: MergeRequestFilter,
): MergeRequest[] {
  return store.mergeRequests
    .filter(
      ({ namespace }) =>
        fullPath === undefined ||
        namespace === fullPath ||
        (filter.includeSubgroups && namespace.startsWith(`${fullPath}/`)),
    )
    .filter(request => matches(request, filter))
    .sort(order(filter.sort ?? 'CREATED_DESC'));
}

function matches(request: MergeRequest, filter: MergeRequestFilter): boolean {
  const titles = request.labels.map(label => label.title);
  const text = `${request.title}\n${request.description}`.toLowerCase();
  return [
    !filter.iids || filter.iids.includes(request.iid),
    !filter.state || filter.state === 'all' || filter.state === request.state,
    typeof filter.draft !== 'boolean' || filter.draft === request.draft,
    (filter.labelName ?? []).every(title => titles.includes(title)),
    !filter.milestoneTitle || filter.milestoneTitle === request.milestone?.title,
    !filter.authorUsername || filter.authorUsername === request.author.username,
    !filter.assigneeUsername || request.assignees.some(user => user.username === filter.assigneeUsername),
    !filter.reviewerUsername || request.reviewers.some(({ user }) => user.username === filter.reviewerUsername),
    !filter.search ||
      filter.search
        .toLowerCase()
        .split(/\s+/)
        .every(word => text.includes(word)),
  ].every(Boolean);
}

function order(sort: string): (a: MergeRequest, b: MergeRequest) => number {
  const sign = /_DESC$/i.test(sort) ? -1 : 1;
  const keyOf = keys[sort.toUpperCase().replace(/_(ASC|DESC)$/, '')] ?? (request => request.createdAt);
  return (a, b) => {
    const [first, second] = [keyOf(a), keyOf(b)];
    if (first === second) return b.id - a.id;
    if (first === null) return 1;
    if (second === null) return -1;
    return (first < second ? -1 : 1) * sign;
  };
}

const keys: Record<string, (request: MergeRequest) => string | null> = {
  CREATED: request => request.createdAt,
  UPDATED: request => request.updatedAt,
  TITLE: request => request.title.toLowerCase(),
  MERGED_AT: request => request.mergedAt,
  MILESTONE_DUE: request => request.milestone?.dueDate ?? null,
};
