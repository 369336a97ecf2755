/** A page of GitLab by its address. Paths are full: `gitlab-org/gitlab`. */
export type Page =
  /** An issue, task, epic or other work item, at whichever of its addresses. */
  | { readonly kind: 'work-item'; readonly path: string; readonly iid: string; readonly isGroup: boolean }
  | {
      readonly kind: 'merge-request';
      readonly path: string;
      readonly iid: string;
      /** `commits`, `diffs`, …; `undefined` is the overview. */
      readonly tab: string | undefined;
    }
  /** `path` is `undefined` on dashboards and in the search. */
  | {
      readonly kind: 'work-item-list' | 'merge-request-list';
      readonly path: string | undefined;
      readonly isGroup: boolean;
    }
  | {
      readonly kind: 'board' | 'epic-board' | 'milestone';
      readonly path: string;
      readonly isGroup: boolean;
      /** `undefined` is the default board or the list of milestones. */
      readonly id: string | undefined;
    }
  | { readonly kind: 'new-work-item'; readonly path: string; readonly isGroup: boolean }
  | { readonly kind: 'other' };

export type PageKind = Page['kind'];

/**
 * Which page an address is. The address tells it alone: GitLab's `body[data-page]` stays that of the first page when
 * its own router moves on (seen in 18.9).
 *
 * @param root The instance's relative URL root, `''` or `/gitlab`.
 */
export function pageOf({ pathname }: Pick<URL, 'pathname'>, root: string): Page {
  if (root && !pathname.startsWith(`${root}/`)) return { kind: 'other' };
  const path = decoded(pathname.slice(root.length)).replace(/\/+$/, '');

  // A path segment is never a lone dash, so the first one parts namespace and page.
  const [namespace = '', page] = split(path, '/-/');
  if (page === undefined) return dashboard(path);
  const group = /^\/groups\/(.+)$/.exec(namespace)?.[1];
  const at = { path: group ?? namespace.replace(/^\//, ''), isGroup: group !== undefined };
  if (!at.path) return { kind: 'other' };
  return inNamespace(page.split('/'), at);
}

function inNamespace([kind = '', id, ...more]: string[], at: { path: string; isGroup: boolean }): Page {
  switch (kind) {
    case 'issues':
    case 'work_items':
    case 'epics':
    case 'incidents':
      if (isIid(id)) return { kind: 'work-item', ...at, iid: id };
      if (id === 'incident' && isIid(more[0])) return { kind: 'work-item', ...at, iid: more[0] };
      if (id === 'new') return { kind: 'new-work-item', ...at };
      if (id === undefined || id === 'service_desk' || id === 'views') return { kind: 'work-item-list', ...at };
      return { kind: 'other' };
    case 'merge_requests':
      if (isIid(id) && !at.isGroup && more[0] !== 'edit' && more[0] !== 'conflicts') {
        return { kind: 'merge-request', path: at.path, iid: id, tab: more[0] };
      }
      return id === undefined ? { kind: 'merge-request-list', ...at } : { kind: 'other' };
    case 'boards':
      return { kind: 'board', ...at, id };
    case 'epic_boards':
      return { kind: 'epic-board', ...at, id };
    case 'milestones':
      return id === 'new' || more[0] === 'edit' ? { kind: 'other' } : { kind: 'milestone', ...at, id };
    default:
      return { kind: 'other' };
  }
}

function dashboard(path: string): Page {
  if (path === '/dashboard/issues') return { kind: 'work-item-list', path: undefined, isGroup: false };
  if (/^\/dashboard\/merge_requests(\/(following|search|merged))?$/.test(path)) {
    return { kind: 'merge-request-list', path: undefined, isGroup: false };
  }
  return { kind: 'other' };
}

/** The item that the side panel shows, by GitLab's `?show=` (18.9: base64 of `{iid, full_path, id}`); `undefined` when there is none or it cannot be read. */
export function shownInPanel(url: URL): { readonly path: string; readonly iid: string } | undefined {
  const show = url.searchParams.get('show');
  if (!show) return undefined;
  try {
    const { iid, full_path: path } = JSON.parse(atob(show)) as Record<string, unknown>;
    return typeof iid === 'string' && isIid(iid) && typeof path === 'string' && path !== '' ? { path, iid } : undefined;
  } catch {
    return undefined;
  }
}

function isIid(text: string | undefined): text is string {
  return text !== undefined && /^\d{1,10}$/.test(text);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function split(text: string, separator: string): [string, string | undefined] {
  const index = text.indexOf(separator);
  return index < 0 ? [text, undefined] : [text.slice(0, index), text.slice(index + separator.length)];
}
