import type { MergeRequest, Viewer, WorkItem } from './store';

/** Confidential items are hidden from strangers, and from guests who neither wrote them nor are assigned. */
export function canRead(item: WorkItem, viewer: Viewer): boolean {
  if (!item.confidential) return true;
  if (!viewer.user) return false;
  const id = viewer.user.id;
  return viewer.role === 'developer' || item.author.id === id || item.assignees.some(user => user.id === id);
}

/** Signed in as developer: titles, labels, weights, links. Guests may only read and comment. */
export function canEdit(viewer: Viewer): boolean {
  return viewer.user !== undefined && viewer.role === 'developer';
}

/** Everyone signed in may comment; on a locked discussion only members. */
export function canComment(item: WorkItem | MergeRequest, viewer: Viewer): boolean {
  const locked = 'discussionLocked' in item && item.discussionLocked;
  return viewer.user !== undefined && (viewer.role === 'developer' || !locked);
}
