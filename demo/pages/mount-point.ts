import type { Namespace } from '../store';
import type { PageContext } from './context';
import type { Html } from './html';
import { html } from './html';

/** Where the work item app comes. */
export function mountPoint({ store, user, role }: PageContext, namespace: Namespace, isWorkItemList = false): Html {
  return html`<div id="js-work-items" data-full-path="${namespace.fullPath}"
    data-is-group="${String(namespace.kind === 'group')}" data-is-work-item-list="${String(isWorkItemList)}"
    data-has-scoped-labels-feature="${String(store.plan !== 'free')}"
    data-open-items-in-side-panel="${String(store.openItemsInSidePanel)}"
    data-is-first="${String(store.issuePage === 'first')}"
    data-is-older="${String(store.listPage === 'legacy')}"
    data-can-edit="${String(user !== undefined && role === 'developer')}"></div>`;
}
