import type { Namespace } from '../store';
import { findNamespace } from '../store';
import { boardPage } from './board';
import type { PageContext } from './context';
import { dashboardIssuesPage, dashboardMergeRequestsPage, issueListPage, mergeRequestListPage } from './lists';
import { mergeRequestPage } from './merge-request';
import { epicPage, newWorkItemPage, workItemPage } from './work-items';

export type { PageContext } from './context';

/** The document at an address of a project, a group or a dashboard; undefined when there is none. */
export function pageFor(url: URL, context: PageContext): { status: number; html: string } | undefined {
  const html = dashboardDocument(url, context) ?? groupDocument(url, context) ?? projectDocument(url, context);
  return html === undefined ? undefined : { status: 200, html };
}

function dashboardDocument({ pathname }: URL, context: PageContext): string | undefined {
  if (!context.user) return undefined;
  if (pathname === '/dashboard/issues') return dashboardIssuesPage(context);
  return /^\/dashboard\/merge_requests(\/merged)?$/.test(pathname) ? dashboardMergeRequestsPage(context) : undefined;
}

function groupDocument({ pathname }: URL, context: PageContext): string | undefined {
  const [, fullPath = '', kind = '', id] =
    /^\/groups\/(.+?)\/-\/(epics|work_items|issues|merge_requests|boards)(?:\/(\d+))?$/.exec(pathname) ?? [];
  const group = findNamespace(context.store, fullPath);
  if (group?.kind !== 'group') return undefined;
  switch (kind) {
    case 'boards':
      return boardPage(context, group, id ?? firstBoard(context, group));
    case 'merge_requests':
      return id === undefined ? mergeRequestListPage(context, group) : undefined;
    case 'issues':
      return id === undefined ? issueListPage(context, group, kind) : undefined;
    default:
      if (id !== undefined) return epicPage(context, group, kind, id);
      return kind === 'work_items' ? issueListPage(context, group, kind) : undefined;
  }
}

function projectDocument({ pathname }: URL, context: PageContext): string | undefined {
  const [, fullPath = '', kind = '', id, rest] =
    /^\/(.+?)\/-\/(issues|work_items|boards|merge_requests)(?:\/(\d+|new))?(\/.*)?$/.exec(pathname) ?? [];
  const project = findNamespace(context.store, fullPath);
  return project?.kind === 'project' ? document(context, project, kind, id, rest) : undefined;
}

function document(
  context: PageContext,
  project: Namespace,
  kind: string,
  id?: string,
  rest?: string,
): string | undefined {
  switch (kind) {
    case 'boards':
      return boardPage(context, project, id ?? firstBoard(context, project));
    case 'merge_requests':
      return id === undefined ? mergeRequestListPage(context, project) : mergeRequestPage(context, project, id);
    default:
      if (rest !== undefined) return undefined;
      if (id === 'new') return newWorkItemPage(context, project, kind);
      return id === undefined ? issueListPage(context, project, kind) : workItemPage(context, project, kind, id);
  }
}

function firstBoard({ store }: PageContext, { fullPath }: Namespace): string {
  return String(store.boards.find(one => one.namespace === fullPath)?.id);
}
