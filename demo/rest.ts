import { changeLabels, setState, setTitle, setWeight, touch } from './edit';
import { linkItems } from './link-items';
import { canComment, canEdit, canRead } from './permissions';
import {
  issueEntity,
  labelEntity,
  labelEventEntity,
  linkedIssueEntity,
  mergeRequestEntity,
  milestoneEntity,
  noteEntity,
  userEntity,
  weightEventEntity,
} from './rest-entities';
import type { Label, MergeRequest, Namespace, Store, User, Viewer, WorkItem } from './store';
import { closingMergeRequests, findMergeRequest, findWorkItem, labelsOf, workItemById } from './store';
import { listWorkItems, type WorkItemFilter } from './work-item-list';
import { writeNote } from './write-note';

export type RestRequest = {
  method: string;
  /** Path below /api/v4, still encoded (`gitlab-org%2Fgitlab` is one part), without query. */
  path: string;
  query: URLSearchParams;
  /** Fields of a JSON or form body. */
  body: Record<string, unknown>;
  /** For a write this is already nobody unless the request brought a valid CSRF token. */
  viewer: Viewer;
  store: Store;
  origin: string;
};

/** `entity` is sent as JSON, unless there is `text`. */
export type RestAnswer = { status: number; headers?: Record<string, string>; entity?: unknown; text?: string };

/** Ends the request with that answer. */
class Refusal extends Error {
  constructor(readonly answer: RestAnswer) {
    super(`answered ${answer.status}`);
  }
}

type Handler = (request: RestRequest, parts: string[]) => RestAnswer;

/** The part of REST v4 that is served; `:` stands for one path part, given to the handler decoded. */
const routes: [method: string, pattern: string, handler: Handler][] = [
  ['GET', '/user', ({ viewer, origin }) => ok(userEntity(signedIn(viewer), origin))],
  ['GET', '/version', ({ viewer }) => ok(signedIn(viewer) && version)],
  ['GET', '/metadata', ({ viewer }) => ok(signedIn(viewer) && { ...version, enterprise: true })],
  [
    'GET',
    '/users/:',
    ({ store, origin }, [id]) =>
      ok(
        userEntity(
          found(
            store.users.find(user => String(user.id) === id),
            'User',
          ),
          origin,
        ),
      ),
  ],
  ['GET', '/projects/:', (request, [id]) => ok(projectEntity(namespace(request, 'project', id), request.origin))],
  ['GET', '/projects/:/labels', (request, [id]) => list(request, labels(request, id), labelEntity)],
  ['GET', '/projects/:/labels/:', (request, [id, name]) => ok(labelEntity(label(request, id, name)))],
  ['GET', '/projects/:/milestones', milestones],
  ['GET', '/projects/:/issues', (request, [id]) => issues(request, namespace(request, 'project', id))],
  ['GET', '/groups/:/issues', (request, [id]) => issues(request, namespace(request, 'group', id))],
  [
    'GET',
    '/projects/:/issues/:',
    (request, parts) => ok(issueEntity(request.store, issue(request, parts), request.origin)),
  ],
  ['PUT', '/projects/:/issues/:', updateIssue],
  ['GET', '/projects/:/issues/:/notes', (request, parts) => notes(request, issue(request, parts))],
  ['POST', '/projects/:/issues/:/notes', (request, parts) => createNote(request, issue(request, parts))],
  ['GET', '/projects/:/issues/:/resource_label_events', labelEvents],
  ['GET', '/projects/:/issues/:/resource_weight_events', weightEvents],
  ['GET', '/projects/:/issues/:/links', links],
  ['POST', '/projects/:/issues/:/links', createLink],
  [
    'GET',
    '/projects/:/issues/:/related_merge_requests',
    (request, parts) => mergeRequests(request, closingMergeRequests(request.store, issue(request, parts))),
  ],
  [
    'GET',
    '/projects/:/issues/:/closed_by',
    (request, parts) => mergeRequests(request, closingMergeRequests(request.store, issue(request, parts))),
  ],
  [
    'GET',
    '/projects/:/merge_requests/:',
    (request, parts) => ok(mergeRequestEntity(request.store, mergeRequest(request, parts), request.origin)),
  ],
  ['PUT', '/projects/:/merge_requests/:', updateMergeRequest],
  ['GET', '/projects/:/merge_requests/:/closes_issues', closesIssues],
  ['GET', '/projects/:/merge_requests/:/notes', (request, parts) => notes(request, mergeRequest(request, parts))],
  ['POST', '/projects/:/merge_requests/:/notes', (request, parts) => createNote(request, mergeRequest(request, parts))],
  ['GET', '/projects/:/repository/files/:/raw', rawFile],
];

const version = { version: '18.9.0-ee', revision: '6714c9137bb' };

/** Answers one REST request; writes by strangers are 401 before anything else. */
export function rest(request: RestRequest): RestAnswer {
  const parts = request.path.split('/').slice(1);
  try {
    if (request.method !== 'GET' && request.method !== 'HEAD') signedIn(request.viewer);
    for (const [method, pattern, handler] of routes) {
      const wanted = pattern.split('/').slice(1);
      const fits = wanted.length === parts.length && wanted.every((part, at) => part === ':' || part === parts[at]);
      if (!fits || method !== request.method.replace('HEAD', 'GET')) continue;
      return handler(request, parts.filter((_part, at) => wanted[at] === ':').map(decodeURIComponent));
    }
    return { status: 404, entity: { error: '404 Not Found' } };
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

function issues(request: RestRequest, { fullPath, kind }: Namespace): RestAnswer {
  const { query, store, viewer, origin } = request;
  const sort = `${query.get('order_by') ?? 'created_at'}`.replace(/_at$/, '');
  const names = query.get('labels')?.split(',').filter(Boolean) ?? null;
  const excluded = query.get('not[labels]')?.split(',').filter(Boolean) ?? null;
  const weight = query.get('weight');
  const filter: WorkItemFilter = {
    state: (query.get('state') as WorkItemFilter['state']) ?? 'all',
    labelName: names,
    not: { labelName: excluded },
    milestoneTitle: query.has('milestone') ? [query.get('milestone') ?? ''] : null,
    search: query.get('search'),
    iids: query.has('iids[]') ? query.getAll('iids[]') : null,
    weight: weight && /^\d+$/.test(weight) ? weight : null,
    weightWildcardId: weight === 'None' ? 'NONE' : weight === 'Any' ? 'ANY' : null,
    types: ['ISSUE', 'TASK', 'INCIDENT'],
    includeDescendants: kind === 'group',
    sort: `${sort}_${query.get('sort') ?? 'desc'}`.toUpperCase(),
  };
  return list(request, listWorkItems(store, fullPath, filter, viewer), item => issueEntity(store, item, origin));
}

function updateIssue(request: RestRequest, parts: string[]): RestAnswer {
  const { store, body, viewer, origin } = request;
  const item = issue(request, parts);
  const user = editor(viewer);
  const weight = body.weight === '' ? null : body.weight;
  if (weight !== undefined && weight !== null && !/^-?\d+$/.test(String(weight))) {
    throw new Refusal({ status: 400, entity: { error: 'weight is invalid' } });
  }
  if (Number(weight) < 0) {
    const message = { weight: ['must be greater than or equal to 0'] };
    throw new Refusal({ status: 400, entity: { message } });
  }
  const title = body.title;
  if (typeof title === 'string' && title.trim() === '') {
    throw new Refusal({ status: 400, entity: { message: { title: ["can't be blank"] } } });
  }
  if (typeof title === 'string') setTitle(item, title, user);
  if (typeof body.description === 'string') item.description = body.description;
  if (weight !== undefined && store.plan !== 'free') setWeight(item, weight === null ? null : Number(weight), user);
  writeLabels(request, item, user);
  if (body.state_event === 'close') setState(item, 'CLOSED', user);
  if (body.state_event === 'reopen') setState(item, 'OPEN', user);
  touch(item);
  return ok(issueEntity(store, item, origin));
}

function updateMergeRequest(request: RestRequest, parts: string[]): RestAnswer {
  const item = mergeRequest(request, parts);
  const user = editor(request.viewer);
  if (typeof request.body.title === 'string') setTitle(item, request.body.title, user);
  writeLabels(request, item, user);
  touch(item);
  return ok(mergeRequestEntity(request.store, item, request.origin));
}

/** `add_labels`, `remove_labels`, or `labels` for the whole set; names that do not exist yet become labels. */
function writeLabels({ store, body }: RestRequest, item: WorkItem | MergeRequest, user: User): void {
  const named = (value: unknown): Label[] =>
    titles(value).map(
      title => labelsOf(store, item.namespace).find(label => label.title === title) ?? newLabel(store, item, title),
    );
  if (body.labels !== undefined) {
    const wanted = named(body.labels);
    changeLabels(store, item, { add: wanted, remove: item.labels.filter(label => !wanted.includes(label)) }, user);
  }
  const removed = titles(body.remove_labels);
  const remove = item.labels.filter(label => removed.includes(label.title));
  changeLabels(store, item, { add: named(body.add_labels), remove }, user);
}

/** A comma-separated text or a list of texts. */
function titles(value: unknown): string[] {
  const all = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(',') : [];
  return all.map(title => title.trim()).filter(Boolean);
}

function newLabel(store: Store, item: WorkItem | MergeRequest, title: string): Label {
  const id = 1 + Math.max(0, ...store.labels.map(label => label.id));
  const label: Label = {
    id,
    kind: 'ProjectLabel',
    namespace: item.namespace,
    title,
    color: '#6699cc',
    description: '',
    priority: null,
  };
  store.labels.push(label);
  return label;
}

function notes(request: RestRequest, item: WorkItem | MergeRequest): RestAnswer {
  const filter = request.query.get('activity_filter');
  const sign = request.query.get('sort') === 'asc' ? 1 : -1;
  // Notes made up from events are not in REST; they have lists of their own there.
  const all = item.notes
    .filter(note => /^\d+$/.test(note.id))
    .filter(note => !filter || filter === 'all_notes' || (filter === 'only_activity') === note.system)
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt) * sign);
  return list(request, all, note => noteEntity(item, note, request.origin));
}

/** 201 with the note; 202 when there were only quick actions. */
function createNote(request: RestRequest, item: WorkItem | MergeRequest): RestAnswer {
  const { body, viewer, origin } = request;
  if (!canComment(item, viewer)) throw new Refusal({ status: 403, entity: { message: '403 Forbidden' } });
  if (typeof body.body !== 'string') throw new Refusal({ status: 400, entity: { error: 'body is missing' } });
  const internal = body.internal === true || body.internal === 'true';
  const written = writeNote(request.store, item, viewer, { body: body.body, internal });
  if (written.errors.length > 0) {
    throw new Refusal({ status: 400, entity: { message: `400 Bad request - ${written.errors.join(', ')}` } });
  }
  if (!written.note) {
    return { status: 202, entity: { commands_changes: {}, summary: written.quickActionsStatus?.messages ?? [] } };
  }
  return { status: 201, entity: noteEntity(item, written.note, origin) };
}

/** In no order that one could rely on, as GitLab asks its database for none. */
function labelEvents(request: RestRequest, parts: string[]): RestAnswer {
  const item = issue(request, parts);
  const all = [...item.labelEvents].sort((a, b) => a.label.id - b.label.id || b.id - a.id);
  return list(request, all, event => labelEventEntity(item, event, request.origin));
}

/** Where weights are not licensed there is no such route. */
function weightEvents(request: RestRequest, parts: string[]): RestAnswer {
  const item = issue(request, parts);
  if (request.store.plan === 'free') throw new Refusal({ status: 404, entity: { message: '404 Not Found' } });
  return list(request, item.weightEvents, event => weightEventEntity(item, event, request.origin));
}

function links(request: RestRequest, parts: string[]): RestAnswer {
  const { store, viewer, origin } = request;
  const linked = issue(request, parts).linkedItems.flatMap(link => {
    const other = workItemById(store, link.workItemId);
    return other && canRead(other, viewer) ? [{ link, other }] : [];
  });
  return list(request, linked, ({ link, other }) => linkedIssueEntity(store, other, link, origin));
}

function createLink(request: RestRequest, parts: string[]): RestAnswer {
  const { store, body, viewer, origin } = request;
  const source = issue(request, parts);
  editor(viewer);
  for (const name of ['target_project_id', 'target_issue_iid']) {
    if (body[name] === undefined) throw new Refusal({ status: 400, entity: { error: `${name} is missing` } });
  }
  const type = body.link_type ?? 'relates_to';
  if (type !== 'relates_to' && type !== 'blocks' && type !== 'is_blocked_by') {
    throw new Refusal({ status: 400, entity: { error: 'link_type does not have a valid value' } });
  }
  if (type !== 'relates_to' && store.plan === 'free') {
    const message = 'Blocked issues not available for current license';
    throw new Refusal({ status: 403, entity: { message } });
  }
  const target = issue(request, [String(body.target_project_id), String(body.target_issue_iid)]);
  const link = linkItems(store, source, target, type);
  if (!link) throw new Refusal({ status: 409, entity: { message: 'Item(s) already linked' } });
  const entity = (item: WorkItem) => issueEntity(store, item, origin);
  return {
    status: 201,
    entity: { id: link.id, source_issue: entity(source), target_issue: entity(target), link_type: type },
  };
}

function mergeRequests(request: RestRequest, all: MergeRequest[]): RestAnswer {
  return list(request, all, one => mergeRequestEntity(request.store, one, request.origin));
}

function closesIssues(request: RestRequest, parts: string[]): RestAnswer {
  const ids = mergeRequest(request, parts).closes;
  const { store, viewer, origin } = request;
  const all = store.workItems.filter(item => ids.includes(item.id) && canRead(item, viewer));
  return list(request, all, item => issueEntity(store, item, origin));
}

function milestones(request: RestRequest, [id]: string[]): RestAnswer {
  const { fullPath } = namespace(request, 'project', id);
  const state = request.query.get('state');
  const ancestors = request.query.get('include_ancestors') === 'true';
  const all = request.store.milestones.filter(
    one =>
      (one.namespace === fullPath || (ancestors && fullPath.startsWith(`${one.namespace}/`))) &&
      (!state || one.state === state),
  );
  return list(request, all, one => milestoneEntity(request.store, one, request.origin));
}

function rawFile(request: RestRequest, [id, path = '']: string[]): RestAnswer {
  const { files } = namespace(request, 'project', id);
  const text = Object.hasOwn(files, path) ? files[path] : undefined;
  return { status: 200, text: found(text, 'File') };
}

function labels(request: RestRequest, id: string | undefined): Label[] {
  const search = request.query.get('search')?.toLowerCase() ?? '';
  const { fullPath } = namespace(request, 'project', id);
  return labelsOf(request.store, fullPath).filter(label => label.title.toLowerCase().includes(search));
}

/** By number or by title. */
function label(request: RestRequest, id: string | undefined, name: string | undefined): Label {
  const { fullPath } = namespace(request, 'project', id);
  const all = labelsOf(request.store, fullPath);
  return found(all.find(one => one.title === name) ?? all.find(one => String(one.id) === name), 'Label');
}

/** By number or by full path. */
function namespace({ store }: RestRequest, kind: Namespace['kind'], id: string | undefined): Namespace {
  const one = store.namespaces.find(other => other.kind === kind && (other.fullPath === id || String(other.id) === id));
  return found(one, kind === 'group' ? 'Group' : 'Project');
}

function issue(request: RestRequest, [id, iid = '']: string[]): WorkItem {
  const item = findWorkItem(request.store, namespace(request, 'project', id).fullPath, iid);
  return found(item && canRead(item, request.viewer) ? item : undefined, 'Issue');
}

function mergeRequest(request: RestRequest, [id, iid = '']: string[]): MergeRequest {
  return found(findMergeRequest(request.store, namespace(request, 'project', id).fullPath, iid), 'Merge Request');
}

function projectEntity({ id, name, fullPath }: Namespace, origin: string) {
  const path = fullPath.slice(fullPath.lastIndexOf('/') + 1);
  return {
    id,
    name,
    path,
    path_with_namespace: fullPath,
    default_branch: 'master',
    web_url: `${origin}/${fullPath}`,
  };
}

/** One page of a list with GitLab's paging headers. */
function list<T>({ query, path, origin }: RestRequest, all: T[], present: (one: T) => unknown): RestAnswer {
  const page = positive(query.get('page'), 1);
  const perPage = Math.min(positive(query.get('per_page'), 20), 100);
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const link = (rel: string, to: number): string => {
    const search = new URLSearchParams(query);
    search.set('page', String(to));
    search.set('per_page', String(perPage));
    return `<${origin}/api/v4${path}?${search}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link('prev', page - 1)] : []),
    ...(page < pages ? [link('next', page + 1)] : []),
    link('first', 1),
    link('last', pages),
  ];
  return {
    status: 200,
    headers: {
      'x-page': String(page),
      'x-per-page': String(perPage),
      'x-next-page': page < pages ? String(page + 1) : '',
      'x-prev-page': page > 1 ? String(page - 1) : '',
      'x-total': String(all.length),
      'x-total-pages': String(pages),
      link: links.join(', '),
    },
    entity: all.slice((page - 1) * perPage, page * perPage).map(present),
  };
}

function positive(text: string | null, otherwise: number): number {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : otherwise;
}

function ok(entity: unknown): RestAnswer {
  return { status: 200, entity };
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Refusal({ status: 404, entity: { message: `404 ${what} Not Found` } });
  return value;
}

function signedIn(viewer: Viewer): User {
  if (!viewer.user) throw new Refusal({ status: 401, entity: { message: '401 Unauthorized' } });
  return viewer.user;
}

function editor(viewer: Viewer): User {
  if (!canEdit(viewer)) throw new Refusal({ status: 403, entity: { message: '403 Forbidden' } });
  return signedIn(viewer);
}
