import * as z from 'zod/mini';
import { graphql } from './api';
import type { Item } from './items';

/** Read by `workItems(iids:)`, which unlike `workItem(iid:)` does not count as a visit of the item (contract 5.1). */
export const readWeightDocument = `query handrailWeight($path: ID!, $iid: String!) {
  currentUser { id }
  namespace(fullPath: $path) {
    workItems(iids: [$iid]) {
      nodes { iid widgets(onlyTypes: [WEIGHT]) { type ... on WorkItemWidgetWeight { weight } } }
    }
  }
}`;

const answer = z.object({
  currentUser: z.nullable(z.object({ id: z.string() })),
  namespace: z.nullable(
    z.object({
      workItems: z.nullable(
        z.object({
          nodes: z.nullable(
            z.array(
              z.nullable(
                z.object({
                  iid: z.string(),
                  widgets: z.nullish(z.array(z.object({ type: z.nullish(z.string()), weight: z.nullish(z.int()) }))),
                }),
              ),
            ),
          ),
        }),
      ),
    }),
  ),
});

/** What the server holds: who asks, and the weight. */
export type ServerWeight = {
  readonly isSignedIn: boolean;
  /** `undefined` is not set. */
  readonly weight: number | undefined;
};

/**
 * Asks GitLab for the weight of an item.
 *
 * @returns `undefined` when the item is not there or cannot be seen.
 * @throws GitLabError as `graphql` does.
 */
export async function fetchWeight(item: Item, signal: AbortSignal): Promise<ServerWeight | undefined> {
  const { currentUser, namespace } = await graphql(
    item.instance,
    readWeightDocument,
    { path: item.path, iid: item.iid },
    answer,
    signal,
  );
  const node = namespace?.workItems?.nodes?.find(one => one?.iid === item.iid);
  const widget = node?.widgets?.find(one => one.type === 'WEIGHT');
  if (!node) return currentUser ? undefined : { isSignedIn: false, weight: undefined };
  return { isSignedIn: currentUser !== null, weight: widget?.weight ?? undefined };
}
