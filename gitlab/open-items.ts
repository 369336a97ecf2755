import * as z from 'zod/mini';
import { GitLabError, graphql } from './api';
import { nodesOf, present } from './connection';
import type { Instance } from './instance';

/** A server of 18.9 knows every part of this document; older ones and those without GitLab's paid part lack some. */
export const openItemsDocument = documentWith('weight', 'status');
/** Before 17.11 there is no Status. */
export const openItemsNoStatusDocument = documentWith('weight');
/** An installation of GitLab's free edition does not even know the names. */
export const openItemsPlainDocument = documentWith();

/**
 * 100 items are the most that a page holds. The costs, 58 of the 200 that a query may have without a session, leave
 * room for it (contract 5.6).
 */
function documentWith(...paid: ('weight' | 'status')[]): string {
  const hasWeight = paid.includes('weight');
  const hasStatus = paid.includes('status');
  return `query handrailOpenItems($path: ID!, $labels: [String!], $either: UnionedWorkItemFilterInput, $after: String) {
  currentUser { username }
  namespace(fullPath: $path) {
    workItems(state: opened, types: [ISSUE, TASK, INCIDENT], includeDescendants: true, labelName: $labels, or: $either, sort: UPDATED_DESC, first: 100, after: $after) {
      count
      pageInfo { hasNextPage endCursor }
      nodes {
        id iid title webUrl confidential createdAt
        reference(full: true)
        workItemType { name }
        widgets(onlyTypes: [LABELS, MILESTONE, ASSIGNEES${hasWeight ? ', WEIGHT' : ''}${hasStatus ? ', STATUS' : ''}]) {
          type
          ... on WorkItemWidgetLabels { labels { nodes { title } } }
          ... on WorkItemWidgetMilestone { milestone { title startDate dueDate } }
          ... on WorkItemWidgetAssignees { assignees { nodes { username name } } }
          ${hasWeight ? '... on WorkItemWidgetWeight { weight }' : ''}
          ${hasStatus ? '... on WorkItemWidgetStatus { status { name } }' : ''}
        }
      }
    }
  }
}`;
}

const widget = z.object({
  type: z.nullish(z.string()),
  labels: nodesOf(z.object({ title: z.string() })),
  milestone: z.nullish(
    z.object({ title: z.string(), startDate: z.nullish(z.string()), dueDate: z.nullish(z.string()) }),
  ),
  assignees: nodesOf(z.object({ username: z.string(), name: z.string() })),
  weight: z.nullish(z.int()),
  status: z.nullish(z.object({ name: z.nullish(z.string()) })),
});

const node = z.object({
  id: z.string(),
  title: z.string(),
  webUrl: z.nullish(z.string().check(z.regex(/^https?:\/\//i))),
  confidential: z.boolean(),
  createdAt: z.string(),
  reference: z.string(),
  workItemType: z.object({ name: z.string() }),
  widgets: z.nullish(z.array(widget)),
});

const answer = z.object({
  currentUser: z.nullish(z.object({ username: z.string() })),
  namespace: z.nullish(
    z.object({
      workItems: z.nullish(
        z.object({
          count: z.int(),
          pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.nullish(z.string()) }),
          nodes: z.nullish(z.array(z.nullable(node))),
        }),
      ),
    }),
  ),
});

/** An open item as a list of GitLab's holds it. */
export type OpenItem = {
  /** `gid://gitlab/WorkItem/41` */
  readonly id: string;
  readonly title: string;
  /** http or https. */
  readonly url: string;
  /** `gitlab-org/gitlab#41` */
  readonly reference: string;
  readonly isConfidential: boolean;
  /** GitLab's name of the type: `Issue`. */
  readonly type: string;
  /** ISO 8601 */
  readonly createdAt: string;
  readonly labels: readonly string[];
  /** `null` is not set, `undefined` a server without weights. */
  readonly weight: number | null | undefined;
  /** The name in GitLab's Status field; `undefined` where there is none. */
  readonly status: string | undefined;
  /** Days as `2026-11-21`. */
  readonly milestone: {
    readonly title: string;
    readonly startDate: string | null;
    readonly dueDate: string | null;
  } | null;
  readonly assignees: readonly { readonly username: string; readonly name: string }[];
};

export type OpenItemsPage = {
  readonly items: readonly OpenItem[];
  /** How many open items there are in all. */
  readonly total: number;
  /** Where the next page begins; `undefined` after the last. */
  readonly next: string | undefined;
  /** Who asks; `undefined` without a session. */
  readonly username: string | undefined;
};

/** Which items are asked for. */
export type OpenItemsScope = {
  readonly instance: Instance;
  /** A project, or a group with everything below it. */
  readonly path: string;
  /** At least one of these labels; all items when it is empty. GitLab compares them letter by letter. */
  readonly labels: readonly string[];
};

/** The document that an installation understood last. */
const understood = new Map<string, number>();
const documents = [openItemsDocument, openItemsNoStatusDocument, openItemsPlainDocument];

/**
 * Reads one page of at most 100 open issues, tasks and incidents, the latest changed first.
 *
 * @param after A page's `next`; `undefined` is the first page.
 * @throws GitLabError as `graphql` does, and `not-found` when the path names nothing that can be seen.
 */
export async function fetchOpenItems(
  { instance, path, labels }: OpenItemsScope,
  after: string | undefined,
  signal: AbortSignal,
): Promise<OpenItemsPage> {
  const variables = {
    path,
    ...(labels.length === 1 && { labels }),
    ...(labels.length > 1 && { either: { labelNames: labels } }),
    ...(after !== undefined && { after }),
  };
  const key = instance.origin + instance.root;
  for (let version = understood.get(key) ?? 0; ; version += 1) {
    try {
      const read = await graphql(instance, documents[version] ?? '', variables, answer, signal);
      understood.set(key, version);
      return pageOf(read, instance);
    } catch (error) {
      const isUnknown = error instanceof GitLabError && error.kind === 'unsupported';
      if (!isUnknown || version === documents.length - 1) throw error;
    }
  }
}

function pageOf({ currentUser, namespace }: z.infer<typeof answer>, instance: Instance): OpenItemsPage {
  if (!namespace)
    throw new GitLabError('not-found', 'GitLab does not find this project or group, or you may not see it.');
  const { workItems } = namespace;
  return {
    items: present(workItems?.nodes).map(one => itemOf(one, instance)),
    total: workItems?.count ?? 0,
    next: workItems?.pageInfo.hasNextPage ? (workItems.pageInfo.endCursor ?? undefined) : undefined,
    username: currentUser?.username,
  };
}

function itemOf(found: z.infer<typeof node>, { origin, root }: Instance): OpenItem {
  const { id, title, webUrl, reference, confidential, workItemType, createdAt, widgets } = found;
  // A widget that the licence does not have is not in the list at all.
  const of = (type: string) => widgets?.find(one => one.type === type);
  const milestone = of('MILESTONE')?.milestone;
  const weight = of('WEIGHT');
  return {
    id,
    title,
    url: webUrl ?? `${origin}${root}/${reference.replace('#', '/-/work_items/')}`,
    reference,
    isConfidential: confidential,
    type: workItemType.name,
    createdAt,
    labels: present(of('LABELS')?.labels?.nodes).map(label => label.title),
    weight: weight && (weight.weight ?? null),
    status: of('STATUS')?.status?.name ?? undefined,
    milestone: milestone
      ? { title: milestone.title, startDate: day(milestone.startDate), dueDate: day(milestone.dueDate) }
      : null,
    assignees: present(of('ASSIGNEES')?.assignees?.nodes),
  };
}

/** GitLab writes a milestone's days as times. */
function day(time: string | null | undefined): string | null {
  return time?.slice(0, 10) ?? null;
}
