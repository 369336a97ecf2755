import { canEdit } from '../permissions';
import type { Iteration, Label, Milestone, Namespace, Status, Store, User, WorkItem } from '../store';
import { findNamespace, milestonePath, textColor } from '../store';
import { connection, type PageArguments } from './connection';
import type { Context } from './context';
import { gid } from './ids';

/*
 * Objects without arguments of their own: how GitLab shows people, labels, milestones, iterations, statuses and
 * work item types; namespaces as their items name them.
 */

/** A group or project as an item names it: who it is, what it is licensed for, what one may do; no lists. */
function namespaceObject({ store, viewer, origin }: Context, namespace: Namespace) {
  const { kind, fullPath } = namespace;
  const group = findNamespace(store, fullPath.slice(0, fullPath.lastIndexOf('/')));
  const premium = store.plan !== 'free';
  const features = {
    hasBlockedIssuesFeature: premium,
    hasEpicsFeature: premium,
    hasIssuableHealthStatusFeature: store.plan === 'ultimate',
    hasIssueWeightsFeature: premium,
    hasIterationsFeature: premium,
    hasOkrsFeature: store.plan === 'ultimate',
    hasScopedLabelsFeature: premium,
    hasWorkItemStatusFeature: premium,
  };
  return {
    fullPath,
    name: namespace.name,
    path: fullPath.slice(fullPath.lastIndexOf('/') + 1),
    fullName: group ? `${group.name} / ${namespace.name}` : namespace.name,
    nameWithNamespace: group ? `${group.name} / ${namespace.name}` : namespace.name,
    webPath: `${kind === 'group' ? '/groups' : ''}/${fullPath}`,
    webUrl: `${origin}${kind === 'group' ? '/groups' : ''}/${fullPath}`,
    availableFeatures: features,
    licensedFeatures: features,
    userPermissions: { adminLabel: canEdit(viewer), createWorkItem: canEdit(viewer), readNamespace: true },
  };
}

/** As field `namespace`: of a project this is the namespace that belongs to it, with an id of its own. */
export function namespaceOf(context: Context, fullPath: string) {
  const namespace = findNamespace(context.store, fullPath);
  if (!namespace) return null;
  const id =
    namespace.kind === 'group' ? gid('Group', namespace.id) : gid('Namespaces::ProjectNamespace', namespace.id + 1);
  return { ...namespaceObject(context, namespace), id };
}

/** As field `project` or `group`; null when the path is of the other kind. */
export function projectOf(context: Context, fullPath: string) {
  const namespace = findNamespace(context.store, fullPath);
  if (namespace?.kind !== 'project') return null;
  return {
    ...namespaceObject(context, namespace),
    id: gid('Project', namespace.id),
    group: groupOf(context, fullPath.slice(0, fullPath.lastIndexOf('/'))),
    namespace: namespaceOf(context, fullPath.slice(0, fullPath.lastIndexOf('/'))),
  };
}

export function groupOf(context: Context, fullPath: string) {
  const namespace = findNamespace(context.store, fullPath);
  return namespace?.kind === 'group'
    ? { ...namespaceObject(context, namespace), id: gid('Group', namespace.id) }
    : null;
}

export function userObject({ origin }: Context, user: User, typename = 'UserCore') {
  return {
    __typename: typename,
    id: gid('User', user.id),
    username: user.username,
    name: user.name,
    // Like gitlab-bot of gitlab.com, the demo's bot is a person's account as far as GitLab knows.
    bot: false,
    webPath: `/${user.username}`,
    webUrl: `${origin}/${user.username}`,
    avatarUrl: null,
  };
}

export function labelObject(label: Label) {
  return {
    id: gid(label.kind, label.id),
    title: label.title,
    color: label.color,
    textColor: textColor(label.color),
    description: label.description,
    lockOnMerge: false,
  };
}

/** Dates of a milestone are times at midnight UTC in GraphQL. */
export function milestoneObject(milestone: Milestone) {
  const today = new Date().toISOString().slice(0, 10);
  return {
    id: gid('Milestone', milestone.id),
    iid: milestone.iid,
    title: milestone.title,
    state: milestone.state,
    description: '',
    startDate: milestone.startDate && `${milestone.startDate}T00:00:00Z`,
    dueDate: milestone.dueDate && `${milestone.dueDate}T00:00:00Z`,
    expired: milestone.dueDate !== null && milestone.dueDate < today,
    upcoming: milestone.startDate !== null && milestone.startDate > today,
    webPath: milestonePath(milestone),
    groupMilestone: true,
    projectMilestone: false,
  };
}

export function iterationObject({ origin }: Context, iteration: Iteration) {
  const today = new Date().toISOString().slice(0, 10);
  const webPath = `/groups/gitlab-org/-/iterations/${iteration.id}`;
  return {
    id: gid('Iteration', iteration.id),
    iid: iteration.iid,
    title: iteration.title,
    startDate: `${iteration.startDate}T00:00:00Z`,
    dueDate: `${iteration.dueDate}T00:00:00Z`,
    state: iteration.dueDate < today ? 'closed' : iteration.startDate > today ? 'upcoming' : 'current',
    webPath,
    webUrl: origin + webPath,
  };
}

export function statusObject(status: Status) {
  return {
    id: gid('WorkItems::Statuses::Custom::Status', status.id),
    name: status.name,
    iconName: status.iconName,
    color: status.color,
    category: status.category,
    position: 0,
  };
}

/** GitLab's fixed numbers of its types. */
const types = {
  Issue: { id: 1, iconName: 'issue-type-issue' },
  Incident: { id: 2, iconName: 'issue-type-incident' },
  Task: { id: 5, iconName: 'issue-type-task' },
  Epic: { id: 8, iconName: 'issue-type-epic' },
} as const;

export type TypeName = WorkItem['workItemType'];

/** Types that a project or a group can hold. */
export function typesOf(namespace: Namespace, store: Store): TypeName[] {
  if (namespace.kind === 'project') return ['Issue', 'Incident', 'Task'];
  return store.plan === 'free' ? [] : ['Epic'];
}

/** Which types an item of a type may have below it. */
const childTypes: Record<TypeName, TypeName[]> = { Epic: ['Issue'], Issue: ['Task'], Incident: ['Task'], Task: [] };

export function typeObject(store: Store, name: TypeName): Record<string, unknown> {
  return {
    id: gid('WorkItems::Type', types[name].id),
    name,
    iconName: types[name].iconName,
    widgetDefinitions: () =>
      widgetTypes(store.plan, name).map(type => {
        if (type === 'WEIGHT') return weightDefinition(name);
        if (type === 'LABELS') {
          return { __typename: 'WorkItemWidgetDefinitionLabels', type, allowsScopedLabels: store.plan !== 'free' };
        }
        if (type === 'HIERARCHY') {
          return {
            __typename: 'WorkItemWidgetDefinitionHierarchy',
            type,
            allowedChildTypes: (page: PageArguments) =>
              connection(childTypes[name], page, child => typeObject(store, child)),
          };
        }
        return { __typename: 'WorkItemWidgetDefinitionGeneric', type };
      }),
  };
}

export function typeNamed(id: string): TypeName | undefined {
  return (Object.keys(types) as TypeName[]).find(name => String(types[name].id) === id);
}

export function weightDefinition(name: TypeName) {
  const isEpic = name === 'Epic';
  return { __typename: 'WorkItemWidgetDefinitionWeight', type: 'WEIGHT', editable: !isEpic, rollUp: true };
}

/** The widgets that items of the type have; unlicensed ones are absent. */
export function widgetTypes(plan: Store['plan'], name: TypeName): string[] {
  const free = ['DESCRIPTION', 'ASSIGNEES', 'LABELS', 'MILESTONE', 'START_AND_DUE_DATE', 'TIME_TRACKING'];
  const common = ['PARTICIPANTS', 'HIERARCHY', 'LINKED_ITEMS', 'NOTES', ...(name === 'Epic' ? [] : ['DEVELOPMENT'])];
  const premium = plan === 'free' ? [] : ['WEIGHT', 'STATUS', ...(name === 'Epic' ? [] : ['ITERATION'])];
  const ultimate = plan === 'ultimate' ? ['HEALTH_STATUS'] : [];
  return [...free, ...premium, ...ultimate, ...common];
}
