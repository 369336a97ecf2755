import type { Namespace } from '../store';
import type { PageContext } from './context';
import { html } from './html';
import { layout } from './layout';

/** An issue board; undefined when the project or group has none of that id. */
export function boardPage(context: PageContext, namespace: Namespace, id: string): string | undefined {
  const { store, user, role } = context;
  const { fullPath } = namespace;
  const isGroup = namespace.kind === 'group';
  const board = store.boards.find(one => one.namespace === fullPath && String(one.id) === id);
  if (!board) return undefined;
  return layout(context, {
    namespace,
    page: isGroup ? 'groups:boards:show' : 'projects:boards:show',
    typeId: id,
    title: `${board.name} · Boards · ${fullPath}`,
    path: `${isGroup ? '/groups' : ''}/${fullPath}/-/boards/${id}`,
    section: { kind: 'boards', name: 'Issue boards' },
    htmlClass: 'issue-boards-page',
    container: 'issue-boards-content js-focus-mode-board project-highlight-puc',
    content: html`<h1 class="gl-sr-only">Issue Boards</h1><div id="js-issuable-board-app"
      data-full-path="${fullPath}" data-is-group="${String(isGroup)}" data-board-id="gid://gitlab/Board/${board.id}"
      data-page-size="${store.boardPageSize}" data-has-scoped-labels-feature="${String(store.plan !== 'free')}"
      data-weight-feature-available="${String(store.plan !== 'free')}"
      data-open-items-in-side-panel="${String(store.openItemsInSidePanel)}"
      data-is-older="${String(store.listPage === 'legacy')}"
      data-can-edit="${String(user !== undefined && role === 'developer')}"></div>`,
  });
}
