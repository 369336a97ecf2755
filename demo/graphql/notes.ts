import { GraphQLError } from 'graphql';
import { renderMarkdown } from '../markdown';
import { canComment } from '../permissions';
import type { Discussion, MergeRequest, Note, WorkItem } from '../store';
import { discussionsOf, webPath } from '../store';
import { type Connection, connection, type PageArguments } from './connection';
import type { Context } from './context';
import { gid } from './ids';
import { userObject } from './plain';

type Filter = 'ALL_NOTES' | 'ONLY_COMMENTS' | 'ONLY_ACTIVITY';

export type DiscussionArguments = PageArguments & {
  filter?: Filter | null;
  sort?: 'CREATED_ASC' | 'CREATED_DESC' | null;
};

/** The item's threads. On work items GitLab pages them forward only. */
export function discussionConnection(
  context: Context,
  item: WorkItem | MergeRequest,
  { filter, sort, ...page }: DiscussionArguments,
): Connection {
  if ('workItemType' in item && (page.before || typeof page.last === 'number')) {
    throw new GraphQLError('Backward pagination is not supported for this connection');
  }
  const all = discussionsOf(item).filter(({ notes: [first] }) => first && matches(first, filter));
  if (sort === 'CREATED_DESC') all.reverse();
  return connection(all, page, discussion => discussionObject(context, item, discussion));
}

export function noteConnection(
  context: Context,
  item: WorkItem | MergeRequest,
  { filter, ...page }: PageArguments & { filter?: Filter | null },
): Connection {
  const all = discussionsOf(item).flatMap(discussion => discussion.notes);
  return connection(
    all.filter(note => matches(note, filter)),
    page,
    note => noteObject(context, item, note),
  );
}

export function discussionObject(context: Context, item: WorkItem | MergeRequest, discussion: Discussion) {
  const [first] = discussion.notes;
  return {
    id: gid('Discussion', discussion.id),
    replyId: gid('Discussion', discussion.id),
    createdAt: first?.createdAt,
    resolvable: first?.resolvable ?? false,
    resolved: first?.resolved ?? false,
    notes: (page: PageArguments) => connection(discussion.notes, page, note => noteObject(context, item, note)),
  };
}

export function noteObject(context: Context, item: WorkItem | MergeRequest, note: Note): Record<string, unknown> {
  const { store, viewer, origin } = context;
  const isAuthor = viewer.user?.id === note.author.id;
  return {
    ...note,
    id: gid(note.kind, note.id),
    bodyHtml: () => renderMarkdown(store, item.namespace, note.body),
    author: userObject(context, note.author),
    systemNoteMetadata: note.system
      ? { id: gid('SystemNoteMetadata', note.id), action: note.systemNoteIconName }
      : null,
    url: `${origin}${webPath(item)}#note_${note.id}`,
    maxAccessLevelOfAuthor: accessLevels[note.author.accessLevel ?? ''] ?? null,
    authorIsContributor: false,
    discussion: () => {
      const discussion = discussionsOf(item).find(one => one.id === note.discussionId);
      return discussion && discussionObject(context, item, discussion);
    },
    userPermissions: {
      adminNote: isAuthor && !note.system,
      awardEmoji: viewer.user !== undefined,
      createNote: canComment(item, viewer),
      readNote: true,
      repositionNote: false,
      resolveNote: canComment(item, viewer),
    },
  };
}

const accessLevels: Record<string, string> = { GUEST: 'Guest', DEVELOPER: 'Developer', MAINTAINER: 'Maintainer' };

function matches(note: Note, filter: Filter | null | undefined): boolean {
  if (filter === 'ONLY_COMMENTS') return !note.system;
  return filter === 'ONLY_ACTIVITY' ? note.system : true;
}
