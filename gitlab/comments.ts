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
  const comments = { parse: (answer: unknown) => pageIn(answer, instance.origin) };
  const page = await graphql(instance, readCommentsDocument, { path, iid, after }, comments, signal);
  if (!page) throw new GitLabError('not-found', 'GitLab does not find this item, or you may not see it.');
  return page;
}

type Maybe<One> = One | null | undefined;
type Nodes<One> = { readonly nodes?: Maybe<readonly Maybe<One>[]> };

/** The answer as far as GitLab's schema goes. What is taken from it is checked where it is taken. */
type Answer = {
  readonly namespace?: Maybe<{ readonly workItem?: Maybe<{ readonly widgets?: Maybe<readonly Widget[]> }> }>;
};
type Widget = {
  readonly discussions?: Maybe<Nodes<{ readonly notes: Nodes<Note> }> & { readonly pageInfo: PageInfo }>;
};
type PageInfo = { readonly hasNextPage: unknown; readonly endCursor: unknown };
type Note = {
  readonly [field in 'id' | 'body' | 'internal' | 'system' | 'createdAt' | 'lastEditedAt' | 'url']: unknown;
} & {
  /** `null` when the account was deleted. */
  readonly author: Maybe<{ readonly [field in 'id' | 'username' | 'name' | 'bot']: unknown }>;
};

/**
 * Read by hand, unlike other answers: every item's page asks for this one, and to start zod for it takes longer than to
 * read a hundred comments.
 *
 * @returns undefined when the item is not there.
 * @throws TypeError when it is no answer to this question.
 */
function pageIn(answer: unknown, origin: string): CommentPage | undefined {
  const { namespace } = answer as Answer;
  const discussions = namespace?.workItem?.widgets?.find(widget => widget.discussions)?.discussions;
  if (!discussions) return undefined;
  const notes = (discussions.nodes ?? []).flatMap(discussion => discussion?.notes.nodes ?? []);
  const { hasNextPage, endCursor } = discussions.pageInfo;
  return {
    comments: notes.flatMap(note => (note && !flag(note.system) ? commentOf(note, origin) : [])),
    next: (flag(hasNextPage) && text(endCursor ?? '')) || undefined,
  };
}

function commentOf({ author, ...note }: Note, origin: string): Comment[] {
  const id = numberIn(text(note.id));
  if (!id) return [];
  const url = text(note.url ?? '');
  return [
    {
      id: Number(id),
      // A link that leads elsewhere is none; the comment's own mark works on the item's page.
      href: url.startsWith(`${origin}/`) ? url : `#note_${id}`,
      at: text(note.createdAt),
      author: {
        id: author ? numberIn(text(author.id)) : '',
        username: author ? text(author.username) : '',
        name: author ? text(author.name) : '',
      },
      isByBot: author ? flag(author.bot) : false,
      isInternal: flag(note.internal ?? false),
      isEdited: text(note.lastEditedAt ?? '') !== '',
      text: text(note.body),
    },
  ];
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError(`expected a text, found ${typeof value}`);
  return value;
}

function flag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new TypeError(`expected true or false, found ${typeof value}`);
  return value;
}

/** `12` from `gid://gitlab/Note/12`; the synthetic notes of events have no number. */
function numberIn(globalId: string): string {
  return /\/(\d+)$/.exec(globalId)?.[1] ?? '';
}
