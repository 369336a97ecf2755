import * as z from 'zod/mini';
import { GitLabError, graphql } from './api';
import type { Item } from './items';
import type { Comment } from './notes';

/** So many threads at once: GitLab's largest page. Its cost is about 75 of the 200 that a signed-out visitor has. */
const pageSize = 100;

/** A thread stands where its first comment stands; system notes are not asked for. Only forward: GitLab has no other way. */
export const readCommentsDocument = `query handrailComments($path: ID!, $iid: String!, $after: String) {
  namespace(fullPath: $path) {
    workItem(iid: $iid) {
      widgets(onlyTypes: [NOTES]) {
        type
        ... on WorkItemWidgetNotes {
          discussions(first: ${pageSize}, after: $after, filter: ONLY_COMMENTS, sort: CREATED_DESC) {
            pageInfo { hasNextPage endCursor }
            nodes {
              notes(first: ${pageSize}) {
                nodes { id body internal system createdAt lastEditedAt url author { id username name bot } }
              }
            }
          }
        }
      }
    }
  }
}`;

const note = z.object({
  id: z.string(),
  body: z.string(),
  internal: z.nullish(z.boolean()),
  system: z.boolean(),
  createdAt: z.string(),
  lastEditedAt: z.nullish(z.string()),
  url: z.nullish(z.string()),
  /** `null` when the account was deleted. */
  author: z.nullish(z.object({ id: z.string(), username: z.string(), name: z.string(), bot: z.boolean() })),
});

const list = <Node extends z.ZodMiniType>(node: Node) => z.object({ nodes: z.nullish(z.array(z.nullish(node))) });

const answer = z.object({
  namespace: z.nullish(
    z.object({
      workItem: z.nullish(
        z.object({
          widgets: z.nullish(
            z.array(
              z.object({
                discussions: z.nullish(
                  z.extend(list(z.object({ notes: list(note) })), {
                    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.nullish(z.string()) }),
                  }),
                ),
              }),
            ),
          ),
        }),
      ),
    }),
  ),
});

/** Comments of an item, the newest threads first. */
export type CommentPage = {
  readonly comments: readonly Comment[];
  /** Where the older ones begin; `undefined` when there are none. */
  readonly next: string | undefined;
};

/**
 * Reads up to a hundred threads of comments.
 *
 * @param after What the page before gave as `next`.
 * @throws GitLabError as `graphql` does.
 */
export async function fetchComments(
  { instance, path, iid }: Item,
  after: string | undefined,
  signal: AbortSignal,
): Promise<CommentPage> {
  const { namespace } = await graphql(instance, readCommentsDocument, { path, iid, after }, answer, signal);
  const discussions = namespace?.workItem?.widgets?.find(widget => widget.discussions)?.discussions;
  if (!discussions) throw new GitLabError('not-found', 'GitLab does not find this item, or you may not see it.');
  const notes = (discussions.nodes ?? []).flatMap(discussion => discussion?.notes.nodes ?? []);
  const { hasNextPage, endCursor } = discussions.pageInfo;
  return {
    comments: notes.flatMap(one => (one && !one.system ? commentOf(one, instance.origin) : [])),
    next: (hasNextPage && endCursor) || undefined,
  };
}

function commentOf(one: z.infer<typeof note>, origin: string): Comment[] {
  const id = numberIn(one.id);
  if (!id) return [];
  const { author } = one;
  return [
    {
      id: Number(id),
      // A link that leads elsewhere is none; the comment's own mark works on the item's page.
      href: one.url?.startsWith(`${origin}/`) ? one.url : `#note_${id}`,
      at: one.createdAt,
      author: { id: numberIn(author?.id ?? ''), username: author?.username ?? '', name: author?.name ?? '' },
      isByBot: author?.bot === true,
      isInternal: one.internal === true,
      isEdited: typeof one.lastEditedAt === 'string',
      text: one.body,
    },
  ];
}

/** `12` from `gid://gitlab/Note/12`; the synthetic notes of events have no number. */
function numberIn(globalId: string): string {
  return /\/(\d+)$/.exec(globalId)?.[1] ?? '';
}
