import * as z from 'zod/mini';
import { parts } from './anchors';
import { graphql } from './api';
import type { Instance } from './instance';
import type { Item } from './items';
import type { MergeRequestPlace } from './references';

/** What is known of a merge request. */
export type MergeRequest = MergeRequestPlace & {
  readonly title: string;
  readonly state: 'opened' | 'merged' | 'closed';
  readonly isDraft: boolean;
  /** GitLab's word for its newest pipeline, in small letters: `failed`; `undefined` when there is none, or it is not known. */
  readonly pipeline: string | undefined;
  /** How far the review is; `undefined` when nobody was asked, or it is not known. */
  readonly review: 'requested' | 'started' | 'approved' | undefined;
};

const mergeRequestFields = `iid title state draft
        project { fullPath }
        headPipeline { status }
        approved
        reviewers(first: 20) { nodes { mergeRequestInteraction { reviewState } } }`;

export const readMergeRequestsDocument = `query handrailMergeRequests($path: ID!, $iid: String!) {
  namespace(fullPath: $path) {
    workItems(iids: [$iid]) {
      nodes {
        iid
        widgets(onlyTypes: [ASSIGNEES, DEVELOPMENT]) {
          type
          ... on WorkItemWidgetAssignees { assignees(first: 5) { nodes { id } } }
          ... on WorkItemWidgetDevelopment { closingMergeRequests(first: 50) { nodes { mergeRequest {
        ${mergeRequestFields}
          } } } }
        }
      }
    }
  }
}`;

export const findMergeRequestsDocument = `query handrailFindMergeRequests($path: ID!, $iids: [String!]) {
  project(fullPath: $path) {
    mergeRequests(iids: $iids, first: 50) { nodes {
        ${mergeRequestFields}
    } }
  }
}`;

const interaction = z.nullish(z.object({ reviewState: z.nullish(z.string()) }));
const reviewer = z.nullable(z.object({ mergeRequestInteraction: interaction }));
const mergeRequest = z.nullable(
  z.object({
    iid: z.string().check(z.regex(/^\d{1,10}$/)),
    title: z.string(),
    state: z.string(),
    draft: z.boolean(),
    project: z.object({ fullPath: z.string() }),
    headPipeline: z.nullish(z.object({ status: z.nullish(z.string()) })),
    approved: z.nullish(z.boolean()),
    reviewers: z.nullish(z.object({ nodes: z.nullish(z.array(reviewer)) })),
  }),
);
const closing = z.nullish(
  z.object({ nodes: z.nullish(z.array(z.nullable(z.object({ mergeRequest: z.nullish(mergeRequest) })))) }),
);
const assignees = z.nullish(z.object({ nodes: z.nullish(z.array(z.nullable(z.object({ id: z.string() })))) }));
const widgets = z.array(z.object({ type: z.nullish(z.string()), assignees, closingMergeRequests: closing }));
const node = z.nullable(z.object({ iid: z.string(), widgets: z.nullish(widgets) }));
const allAnswer = z.object({
  namespace: z.nullable(z.object({ workItems: z.nullable(z.object({ nodes: z.nullable(z.array(node)) })) })),
});
const findAnswer = z.object({
  project: z.nullable(z.object({ mergeRequests: z.nullish(z.object({ nodes: z.nullish(z.array(mergeRequest)) })) })),
});

/** Who works on an item, and on what. */
export type Development = {
  /** The merge requests that close it when merged. */
  readonly mergeRequests: readonly MergeRequest[];
  /** Five at most. */
  readonly assignees: number;
};

/**
 * Asks GitLab for the merge requests that close an item, with their pipelines and reviews.
 *
 * @throws GitLabError as `graphql` does.
 */
export async function fetchDevelopment(item: Item, signal: AbortSignal): Promise<Development> {
  const variables = { path: item.path, iid: item.iid };
  const { namespace } = await graphql(item.instance, readMergeRequestsDocument, variables, allAnswer, signal);
  const found = namespace?.workItems?.nodes?.find(one => one?.iid === item.iid)?.widgets ?? [];
  return {
    mergeRequests: found.flatMap(widget =>
      (widget.closingMergeRequests?.nodes ?? []).flatMap(one => (one?.mergeRequest ? known(one.mergeRequest) : [])),
    ),
    assignees: found.flatMap(widget => widget.assignees?.nodes ?? []).length,
  };
}

/**
 * Asks GitLab for merge requests of a project, in one request.
 *
 * @returns Those that exist and can be seen.
 * @throws GitLabError as `graphql` does.
 */
export async function fetchMergeRequests(
  instance: Instance,
  path: string,
  iids: readonly string[],
  signal: AbortSignal,
): Promise<MergeRequest[]> {
  const { project } = await graphql(instance, findMergeRequestsDocument, { path, iids }, findAnswer, signal);
  return (project?.mergeRequests?.nodes ?? []).flatMap(one => (one ? known(one) : []));
}

const started = new Set(['REVIEW_STARTED', 'REVIEWED', 'REQUESTED_CHANGES', 'APPROVED', 'UNAPPROVED']);

function known(answer: NonNullable<z.infer<typeof mergeRequest>>): MergeRequest {
  const reviewers = (answer.reviewers?.nodes ?? []).flatMap(one => one?.mergeRequestInteraction?.reviewState ?? []);
  const isStarted = reviewers.some(state => started.has(state));
  const isApproved = answer.approved === true && reviewers.includes('APPROVED');
  return {
    path: answer.project.fullPath,
    iid: answer.iid,
    title: answer.title,
    state: answer.state === 'merged' || answer.state === 'closed' ? answer.state : 'opened',
    isDraft: answer.draft,
    pipeline: answer.headPipeline?.status?.toLowerCase(),
    review: isApproved ? 'approved' : isStarted ? 'started' : reviewers.length > 0 ? 'requested' : undefined,
  };
}

/**
 * The merge requests that an item's Development section shows (18.9). Pipelines and reviews are not in it.
 *
 * @param section `[data-testid="work-item-development"]`.
 */
export function mergeRequestsIn(section: Element): MergeRequest[] {
  return [...section.querySelectorAll(parts.mergeRequestReference)].flatMap(reference => {
    const [, path, iid] = /^(.+)!(\d{1,10})$/.exec(reference.getAttribute('title') ?? '') ?? [];
    const row = reference.closest('li');
    if (!path || !iid || !row) return [];
    const title = row.querySelector('.item-title a')?.textContent?.trim() ?? '';
    const state = row.querySelector('.badge-info')
      ? 'merged'
      : row.querySelector('.badge-danger')
        ? 'closed'
        : 'opened';
    // GitLab itself knows a draft by these beginnings of its title, in every language.
    const isDraft = /^(\[draft\]|\(draft\)|draft:)/i.test(title);
    return [{ path, iid, title, state, isDraft, pipeline: undefined, review: undefined }];
  });
}
