import * as z from 'zod/mini';
import { GitLabError, graphql } from './api';
import { present } from './connection';
import type { Item } from './items';

/**
 * What has to be known of an item before others are created from it. `newest` is a moment on GitLab's own clock:
 * whatever is created later has a larger id.
 */
export const readParentDocument = `query handrailParent($path: ID!, $iid: String!, $home: ID!) {
  currentUser { username }
  home: namespace(fullPath: $home) {
    workItemTypes(onlyAvailable: true) { nodes { id name } }
    newest: workItems(first: 1, sort: CREATED_DESC) { nodes { id createdAt } }
  }
  namespace(fullPath: $path) {
    workItems(iids: [$iid]) {
      nodes {
        id
        iid
        title
        description
        confidential
        userPermissions { adminParentLink adminWorkItemLink }
        workItemType {
          name
          widgetDefinitions { type ... on WorkItemWidgetDefinitionHierarchy { allowedChildTypes { nodes { id name } } } }
        }
        widgets(onlyTypes: [LABELS]) { type ... on WorkItemWidgetLabels { labels { nodes { id title } } } }
      }
    }
  }
}`;

/** A document of its own: the field came with 18.3, and a server without it refuses the whole document. */
export const readEpicsDocument = `query handrailEpics($path: ID!) {
  namespace(fullPath: $path) { availableFeatures { hasEpicsFeature } }
}`;

export const readPromotedDocument = `query handrailPromoted($path: ID!, $iid: String!) {
  namespace(fullPath: $path) { workItems(iids: [$iid]) { nodes { iid promotedToEpicUrl } } }
}`;

export const createItemDocument = `mutation handrailCreateItem($input: WorkItemCreateInput!) {
  workItemCreate(input: $input) {
    errors
    workItem {
      id iid title reference webUrl
      widgets(onlyTypes: [WEIGHT, LABELS]) {
        type
        ... on WorkItemWidgetWeight { weight }
        ... on WorkItemWidgetLabels { labels { nodes { title } } }
      }
    }
  }
}`;

/** Not by `search`: titles hold characters that GitLab's search does not find, and its index may come later. */
export const findOwnItemsDocument = `query handrailOwnItems($path: ID!, $username: String!, $since: Time!) {
  namespace(fullPath: $path) {
    workItems(authorUsername: $username, createdAfter: $since, sort: CREATED_ASC, first: 100) {
      nodes {
        id iid title reference webUrl
        widgets(onlyTypes: [WEIGHT, LABELS]) {
        type
        ... on WorkItemWidgetWeight { weight }
        ... on WorkItemWidgetLabels { labels { nodes { title } } }
      }
      }
    }
  }
}`;

const type = z.object({ id: z.string(), name: z.string() });
const types = z.nullish(z.object({ nodes: z.nullish(z.array(z.nullable(type))) }));

const parentAnswer = z.object({
  currentUser: z.nullable(z.object({ username: z.string() })),
  home: z.nullish(
    z.object({
      workItemTypes: types,
      newest: z.nullish(
        z.object({ nodes: z.nullish(z.array(z.nullable(z.object({ id: z.string(), createdAt: z.string() })))) }),
      ),
    }),
  ),
  namespace: z.nullable(
    z.object({
      workItems: z.nullish(
        z.object({
          nodes: z.nullish(
            z.array(
              z.nullable(
                z.object({
                  id: z.string(),
                  iid: z.string(),
                  title: z.string(),
                  description: z.nullish(z.string()),
                  confidential: z.boolean(),
                  userPermissions: z.object({ adminParentLink: z.boolean(), adminWorkItemLink: z.boolean() }),
                  workItemType: z.object({
                    name: z.string(),
                    widgetDefinitions: z.nullish(z.array(z.object({ type: z.string(), allowedChildTypes: types }))),
                  }),
                  widgets: z.nullish(
                    z.array(
                      z.object({
                        type: z.nullish(z.string()),
                        labels: z.nullish(
                          z.object({
                            nodes: z.nullish(z.array(z.nullable(z.object({ id: z.string(), title: z.string() })))),
                          }),
                        ),
                      }),
                    ),
                  ),
                }),
              ),
            ),
          ),
        }),
      ),
    }),
  ),
});

const promotedAnswer = z.object({
  namespace: z.nullable(
    z.object({
      workItems: z.nullish(
        z.object({
          nodes: z.nullish(
            z.array(z.nullable(z.object({ iid: z.string(), promotedToEpicUrl: z.nullish(z.string()) }))),
          ),
        }),
      ),
    }),
  ),
});

const createdNode = z.object({
  id: z.string(),
  iid: z.string(),
  title: z.string(),
  reference: z.string(),
  webUrl: z.string().check(z.regex(/^https?:\/\//)),
  widgets: z.nullish(
    z.array(
      z.object({
        type: z.nullish(z.string()),
        weight: z.nullish(z.int()),
        labels: z.nullish(z.object({ nodes: z.nullish(z.array(z.nullable(z.object({ title: z.string() })))) })),
      }),
    ),
  ),
});

const createAnswer = z.object({
  workItemCreate: z.nullable(z.object({ errors: z.array(z.string()), workItem: z.nullable(createdNode) })),
});

const ownItemsAnswer = z.object({
  namespace: z.nullable(
    z.object({ workItems: z.nullish(z.object({ nodes: z.nullish(z.array(z.nullable(createdNode))) })) }),
  ),
});

const epicsAnswer = z.object({
  namespace: z.nullable(z.object({ availableFeatures: z.object({ hasEpicsFeature: z.boolean() }) })),
});

/** A type of work items: GitLab's global id and its name, `Task`. */
export type ItemType = { readonly id: string; readonly name: string };

/** The moment after which an item was created, on GitLab's clock, and the largest global id's number at that moment. */
export type Baseline = { readonly since: string; readonly newestId: number };

/** An item from which others are to be created. */
export type ParentItem = {
  /** Its global id. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly isConfidential: boolean;
  readonly typeName: string;
  readonly labels: readonly { readonly id: string; readonly title: string }[];
  /** The type that its children get: Issue under an epic, else Task where it is allowed; `undefined` when it may have none. */
  readonly childType: ItemType | undefined;
  /** `undefined` where the namespace holds no issues. */
  readonly issueType: ItemType | undefined;
  readonly mayAddChildren: boolean;
  readonly mayLink: boolean;
  readonly baseline: Baseline;
  /** Who asks. */
  readonly username: string;
};

/**
 * Asks GitLab for an item that is to be split.
 *
 * @param home Full path of the namespace in which its parts are created: its own, or under an epic a project's.
 * @throws GitLabError as `graphql` does; `signed-out` without a session, `not-found` when the item cannot be seen.
 */
export async function fetchParent(item: Item, home: string, signal: AbortSignal): Promise<ParentItem> {
  const { instance, path, iid } = item;
  const variables = { path, iid, home };
  const answer = await graphql(instance, readParentDocument, variables, parentAnswer, signal);
  const { currentUser, namespace } = answer;
  if (!currentUser) throw new GitLabError('signed-out', 'You are signed out.');
  const node = present(namespace?.workItems?.nodes).find(one => one.iid === iid);
  if (!node) throw new GitLabError('not-found', 'GitLab does not find this item, or you may not see it.');
  const available = present(answer.home?.workItemTypes?.nodes);
  const hierarchy = node.workItemType.widgetDefinitions?.find(one => one.type === 'HIERARCHY');
  const childTypes = present(hierarchy?.allowedChildTypes?.nodes).filter(one =>
    available.some(({ id }) => id === one.id),
  );
  const isEpic = node.workItemType.name === 'Epic';
  const [newest] = present(answer.home?.newest?.nodes);
  if (!newest) throw new GitLabError('malformed', 'GitLab gave an answer that Handrail does not understand.');
  return {
    id: node.id,
    title: node.title,
    description: node.description ?? '',
    isConfidential: node.confidential,
    typeName: node.workItemType.name,
    labels: present(node.widgets?.find(one => one.type === 'LABELS')?.labels?.nodes),
    childType: childTypes.find(one => one.name === (isEpic ? 'Issue' : 'Task')) ?? (isEpic ? undefined : childTypes[0]),
    issueType: available.find(one => one.name === 'Issue'),
    mayAddChildren: node.userPermissions.adminParentLink,
    mayLink: node.userPermissions.adminWorkItemLink,
    baseline: { since: newest.createdAt, newestId: Math.max(numberOf(newest.id), numberOf(node.id)) },
    username: currentUser.username,
  };
}

/**
 * Whether an item of this namespace can be promoted to an epic. A server that does not know the question has none, as
 * far as we can tell.
 *
 * @throws GitLabError as `graphql` does, `unsupported` excepted.
 */
export async function hasEpics({ instance, path }: Item, signal: AbortSignal): Promise<boolean> {
  try {
    const { namespace } = await graphql(instance, readEpicsDocument, { path }, epicsAnswer, signal);
    return namespace?.availableFeatures.hasEpicsFeature ?? false;
  } catch (error) {
    if (error instanceof GitLabError && error.kind === 'unsupported') return false;
    throw error;
  }
}

/**
 * The address of the epic that an issue was promoted to.
 *
 * @returns `undefined` when it was not promoted, or cannot be seen.
 * @throws GitLabError as `graphql` does.
 */
export async function fetchPromotedTo({ instance, path, iid }: Item, signal: AbortSignal): Promise<URL | undefined> {
  const { namespace } = await graphql(instance, readPromotedDocument, { path, iid }, promotedAnswer, signal);
  const address = present(namespace?.workItems?.nodes).find(one => one.iid === iid)?.promotedToEpicUrl;
  return address && URL.canParse(address, instance.origin) ? new URL(address, instance.origin) : undefined;
}

/** An item that is to be created, in the namespace of another one. */
export type NewItem = {
  readonly title: string;
  readonly typeId: string;
  /** `undefined` leaves it unset. */
  readonly weight: number | undefined;
  readonly labelIds: readonly string[];
  readonly isConfidential: boolean;
  /** How it belongs to the other item: as its child, or as a related one. */
  readonly as: 'child' | 'related';
};

/** An item that GitLab holds now. */
export type CreatedItem = {
  readonly id: string;
  readonly title: string;
  /** `#46` */
  readonly reference: string;
  /** http or https. */
  readonly url: string;
  /** `undefined` is not set: GitLab leaves a weight that it does not take without a word. */
  readonly weight?: number | undefined;
};

/** What GitLab holds, with the titles of its labels. */
export type LabelledItem = CreatedItem & { readonly labels: readonly string[] };

/**
 * Creates one item with one mutation.
 *
 * @param home Where it is created.
 * @throws GitLabError as `graphql` does, and `invalid` with GitLab's own reason.
 */
export async function createItem(
  home: Pick<Item, 'instance' | 'path'>,
  parent: ParentItem,
  { title, typeId, weight, labelIds, isConfidential, as }: NewItem,
  signal: AbortSignal,
): Promise<LabelledItem> {
  const input = {
    namespacePath: home.path,
    workItemTypeId: typeId,
    title,
    ...(isConfidential && { confidential: true }),
    ...(weight !== undefined && { weightWidget: { weight } }),
    ...(labelIds.length > 0 && { labelsWidget: { labelIds } }),
    ...(as === 'child'
      ? { hierarchyWidget: { parentId: parent.id } }
      : { linkedItemsWidget: { linkType: 'RELATED', workItemsIds: [parent.id] } }),
  };
  const { workItemCreate } = await graphql(home.instance, createItemDocument, { input }, createAnswer, signal);
  const [error] = workItemCreate?.errors ?? [];
  if (error) throw new GitLabError('invalid', `GitLab did not accept this: ${error.slice(0, 200)}.`);
  if (!workItemCreate?.workItem) {
    throw new GitLabError('malformed', 'GitLab gave an answer that Handrail does not understand.');
  }
  return createdItem(workItemCreate.workItem);
}

/**
 * The items that a person has created in a namespace since a moment, oldest first, 100 at most.
 *
 * @throws GitLabError as `graphql` does.
 */
export async function findOwnItems(
  { instance, path }: Pick<Item, 'instance' | 'path'>,
  username: string,
  { since, newestId }: Baseline,
  signal: AbortSignal,
): Promise<LabelledItem[]> {
  const variables = { path, username, since };
  const { namespace } = await graphql(instance, findOwnItemsDocument, variables, ownItemsAnswer, signal);
  // GitLab's times are whole seconds: the ids tell what came before within the same one.
  return present(namespace?.workItems?.nodes)
    .filter(node => numberOf(node.id) > newestId)
    .map(createdItem);
}

function createdItem({ id, title, reference, webUrl, widgets }: z.infer<typeof createdNode>): LabelledItem {
  const weight = widgets?.find(one => one.type === 'WEIGHT')?.weight ?? undefined;
  const labels = present(widgets?.find(one => one.type === 'LABELS')?.labels?.nodes).map(one => one.title);
  return { id, title, reference, url: webUrl, weight, labels };
}

/** 46 of `gid://gitlab/WorkItem/46`. */
function numberOf(id: string): number {
  return Number(/\d+$/.exec(id)?.[0] ?? 0);
}
