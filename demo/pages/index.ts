import type { Namespace } from '../store';
import { findNamespace } from '../store';
import { boardPage } from './board';
import type { PageContext } from './context';
import { mergeRequestPage } from './merge-request';
import { epicPage, issueListPage, newWorkItemPage, workItemPage } from './work-items';

export type { PageContext } from './context';

/** The document at an address of a project, or of an epic of a group; undefined when there is none. */
export function pageFor(url: URL, context: PageContext): { status: number; html: string } | undefined {
  const html = groupDocument(url, context) ?? projectDocument(url, context);
  return html === undefined ? undefined : { status: 200, html };
}

function groupDocument({ pathname }: URL, context: PageContext): string | undefined {
  const [, fullPath = '', kind = '', iid = ''] = /^\/groups\/(.+?)\/-\/(epics|work_items)\/(\d+)$/.exec(pathname) ?? [];
  const group = findNamespace(context.store, fullPath);
  return group?.kind === 'group' ? epicPage(context, group, kind, iid) : undefined;
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
      return boardPage(
        context,
        project,
        id ?? String(context.store.boards.find(one => one.namespace === project.fullPath)?.id),
      );
    case 'merge_requests':
      return id === undefined ? undefined : mergeRequestPage(context, project, id);
    default:
      if (rest !== undefined) return undefined;
      if (id === 'new') return newWorkItemPage(context, project, kind);
      return id === undefined ? issueListPage(context, project, kind) : workItemPage(context, project, kind, id);
  }
}
