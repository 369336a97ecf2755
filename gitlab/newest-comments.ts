import * as z from 'zod/mini';
import { graphql } from './api';
import { nodesOf, present } from './connection';
import type { Instance } from './instance';
import type { Comment } from './notes';

/** The most items that one request asks for; each brings its newest 20 threads. */
export const commentsAtOnce = 10;

/** Read by `workItems(ids:)`, which does not count as a visit of the items (contract 5.1). */
export const newestCommentsDocument = `query handrailNewestComments($path: ID!, $ids: [WorkItemID!]) {
  namespace(fullPath: $path) {
    workItems(ids: $ids, includeDescendants: true, first: ${commentsAtOnce}) {
      nodes {
        id
        widgets(onlyTypes: [NOTES]) {
          type
          ... on WorkItemWidgetNotes {
            discussions(first: 20, filter: ONLY_COMMENTS, sort: CREATED_DESC) {
              nodes { notes { nodes { body internal system createdAt author { username bot } } } }
            }
          }
        }
      }
    }
  }
}`;

const note = z.object({
  body: z.string(),
  createdAt: z.string(),
  system: z.boolean(),
  internal: z.nullish(z.boolean()),
  /** `null` when the account was deleted. */
  author: z.nullish(z.object({ username: z.string(), bot: z.boolean() })),
});
const thread = z.object({ notes: nodesOf(note) });
const commented = z.object({
  id: z.string(),
  widgets: z.nullish(z.array(z.object({ discussions: nodesOf(thread) }))),
});

const answer = z.object({ namespace: z.nullish(z.object({ workItems: nodesOf(commented) })) });

/** A comment: its Markdown, when it was written (ISO 8601), and by whom; the name of a deleted account is empty. */
export type NewestComment = Pick<Comment, 'isByBot' | 'isInternal'> & {
  readonly body: string;
  readonly createdAt: string;
  readonly author: Pick<Comment['author'], 'username'>;
};

/**
 * The newest comments of some items of a project or group, for each item the newest first.
 *
 * @param ids Global ids, `commentsAtOnce` at most. An item that cannot be seen is not in the answer.
 * @throws GitLabError as `graphql` does.
 */
export async function fetchNewestComments(
  instance: Instance,
  path: string,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly NewestComment[]>> {
  const { namespace } = await graphql(instance, newestCommentsDocument, { path, ids }, answer, signal);
  return new Map(
    present(namespace?.workItems?.nodes).map(({ id, widgets }) => {
      const threads = (widgets ?? []).flatMap(widget => present(widget.discussions?.nodes));
      const notes = threads.flatMap(thread => present(thread.notes?.nodes)).filter(one => !one.system);
      const comments = notes.map(commentOf);
      return [id, comments.sort((one, other) => (one.createdAt < other.createdAt ? 1 : -1))] as const;
    }),
  );
}

function commentOf({ body, createdAt, internal, author }: z.infer<typeof note>): NewestComment {
  return {
    body,
    createdAt,
    author: { username: author?.username ?? '' },
    isByBot: author?.bot ?? false,
    isInternal: internal ?? false,
  };
}
