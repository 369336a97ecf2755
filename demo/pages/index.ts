import type { Namespace } from '../store';
import { findNamespace } from '../store';
import { boardPage } from './board';
import type { PageContext } from './context';
import { mergeRequestPage } from './merge-request';
import { issueListPage, workItemPage } from './work-items';

export type { PageContext } from './context';

/** The document at an address of a project; undefined when there is none. */
export function pageFor(url: URL, context: PageContext): { status: number; html: string } | undefined {
  const [, fullPath, kind = '', id, rest] =
    /^\/(.+?)\/-\/(issues|work_items|boards|merge_requests)(?:\/(\d+))?(\/.*)?$/.exec(url.pathname) ?? [];
  const project = fullPath === undefined ? undefined : findNamespace(context.store, fullPath);
  if (project?.kind !== 'project') return undefined;
  const html = document(context, project, kind, id, rest);
  return html === undefined ? undefined : { status: 200, html };
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
      return id === undefined ? issueListPage(context, project, kind) : workItemPage(context, project, kind, id);
  }
}
