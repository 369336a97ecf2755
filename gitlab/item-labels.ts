import * as z from 'zod/mini';
import { parts } from './anchors';
import { graphql, rest } from './api';
import type { Item } from './items';

/** Whether the person may change these labels: GitLab shows its edit button only then. */
export function canEditLabels(section: Element): boolean {
  return section.querySelector(`${parts.editButton}, ${parts.applyButton}`) !== null;
}

export const readLabelsDocument = `query handrailLabels($path: ID!, $iid: String!) {
  currentUser { id }
  namespace(fullPath: $path) {
    workItems(iids: [$iid]) {
      nodes {
        iid
        widgets(onlyTypes: [LABELS]) { type ... on WorkItemWidgetLabels { labels(first: 100) { nodes { title } } } }
      }
    }
  }
}`;

const label = z.nullable(z.object({ title: z.string() }));
const labels = z.nullish(z.object({ nodes: z.nullish(z.array(label)) }));
const widgets = z.array(z.object({ type: z.nullish(z.string()), labels }));
const node = z.nullable(z.object({ iid: z.string(), widgets: z.nullish(widgets) }));
const readAnswer = z.object({
  currentUser: z.nullable(z.object({ id: z.string() })),
  namespace: z.nullable(z.object({ workItems: z.nullable(z.object({ nodes: z.nullable(z.array(node)) })) })),
});

/** What the server holds: who asks, and the titles of the item's labels. */
export type ServerLabels = { readonly isSignedIn: boolean; readonly titles: readonly string[] };

/**
 * Asks GitLab for the labels of an item.
 *
 * @returns `undefined` when the item is not there or cannot be seen.
 * @throws GitLabError as `graphql` does.
 */
export async function fetchLabels(item: Item, signal: AbortSignal): Promise<ServerLabels | undefined> {
  const variables = { path: item.path, iid: item.iid };
  const { currentUser, namespace } = await graphql(item.instance, readLabelsDocument, variables, readAnswer, signal);
  const found = namespace?.workItems?.nodes?.find(one => one?.iid === item.iid);
  if (!found) return currentUser ? undefined : { isSignedIn: false, titles: [] };
  const widget = found.widgets?.find(one => one.type === 'LABELS');
  return { isSignedIn: currentUser !== null, titles: titlesOf(widget?.labels) };
}

export const findLabelDocument = `query handrailLabel($path: ID!, $title: String!) {
  project(fullPath: $path) { labels(title: $title, includeAncestorGroups: true, first: 1) { nodes { id title } } }
}`;

const foundLabel = z.nullable(z.object({ id: z.string(), title: z.string() }));
const foundLabels = z.nullish(z.object({ nodes: z.nullish(z.array(foundLabel)) }));
const findAnswer = z.object({ project: z.nullable(z.object({ labels: foundLabels })) });

/**
 * Looks for a label of exactly this title that an item of a project can get, from the project or a group above it.
 *
 * @returns Its global id; `undefined` when there is none.
 * @throws GitLabError as `graphql` does.
 */
export async function findLabelId(
  { instance, path }: Pick<Item, 'instance' | 'path'>,
  title: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { project } = await graphql(instance, findLabelDocument, { path, title }, findAnswer, signal);
  return project?.labels?.nodes?.find(one => one?.title === title)?.id;
}

/** Titles to be added and removed. */
export type LabelChange = { readonly add: readonly string[]; readonly remove: readonly string[] };

/**
 * Adds and removes exactly these labels of an issue, in one request, and leaves every other.
 *
 * GitLab would create a title that does not exist yet (contract 5.10): ask `findLabelId` first. Titles hold no comma,
 * GitLab refuses it.
 *
 * @returns The titles of all labels of the issue afterwards.
 * @throws GitLabError as `rest` does; `not-found` for an epic, which is no project's.
 */
export async function changeLabels(
  { instance, path, iid }: Item,
  { add, remove }: LabelChange,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const body = {
    ...(add.length > 0 && { add_labels: add.join(',') }),
    ...(remove.length > 0 && { remove_labels: remove.join(',') }),
  };
  const address = `/projects/${encodeURIComponent(path)}/issues/${iid}`;
  const answer = z.object({ labels: z.array(z.string()) });
  return (await rest(instance, 'PUT', address, body, answer, signal)).labels;
}

function titlesOf(found: z.infer<typeof labels>): string[] {
  return (found?.nodes ?? []).flatMap(one => one?.title ?? []);
}
