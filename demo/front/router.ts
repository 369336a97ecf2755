import Vue from 'vue';
import { gon } from './session';

/** The address as the work item app sees it. `body[data-page]` and `gon` stay those of the first page. */
export const route = Vue.observable({ path: pathHere(), search: location.search });

export function push(address: string): void {
  history.pushState(null, '', address);
  follow();
}

export function replace(address: string): void {
  history.replaceState(null, '', address);
  follow();
}

function follow(): void {
  route.path = pathHere();
  route.search = location.search;
}

addEventListener('popstate', follow);

/** The path below the relative URL root. */
export function pathHere(): string {
  return location.pathname.slice(gon.relative_url_root.length);
}

export type Place =
  | { kind: 'list' }
  | { kind: 'new'; fullPath: string }
  | { kind: 'item'; type: string; fullPath: string; iid: string };

/** What the work item app shows at a path. */
export function placeOf(path: string): Place {
  const [, fullPath, type, iid] = /^\/(?:groups\/)?(.+?)\/-\/(issues|work_items|epics)\/(\d+|new)$/.exec(path) ?? [];
  if (!fullPath || !type || !iid) return { kind: 'list' };
  return iid === 'new' ? { kind: 'new', fullPath } : { kind: 'item', type, fullPath, iid };
}
