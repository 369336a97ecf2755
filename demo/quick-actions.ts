import MarkdownIt from 'markdown-it';
import { changeLabels, reference, setMilestone, setState, setTitle, setWeight } from './edit';
import { canEdit } from './permissions';
import { promoteToEpic } from './promote';
import { type Label, labelsOf, type Store, type User, type Viewer, type WorkItem } from './store';

export type Command = { name: string; argument: string };

/** As GraphQL tells it; `errorMessages` is null when nothing went wrong. */
export type QuickActionsStatus = {
  messages: string[];
  errorMessages: string[] | null;
  commandNames: string[];
  commandsOnly: boolean;
};

type Run = { store: Store; item: WorkItem; user: User; argument: string };

/** Each answers the message to show, undefined when there is nothing to say, or null when it could not be applied. */
const commands: Record<string, (run: Run) => string | undefined | null> = {
  weight({ store, item, user, argument }) {
    if (store.plan === 'free' || !/^\d+$/.test(argument)) return null;
    setWeight(item, Number(argument), user);
    return `Set weight to ${Number(argument)}.`;
  },
  clear_weight({ store, item, user }) {
    if (store.plan === 'free' || item.weight === null) return null;
    setWeight(item, null, user);
    return 'Cleared weight.';
  },
  label({ store, item, user, argument }) {
    const labels = labelsNamed(store, item, argument);
    if (labels.length === 0) return undefined;
    changeLabels(store, item, { add: labels }, user);
    return `Added ${labels.map(reference).join(' ')} ${labels.length === 1 ? 'label' : 'labels'}.`;
  },
  unlabel({ store, item, user, argument }) {
    if (item.labels.length === 0) return null;
    const labels = argument === '' ? item.labels : labelsNamed(store, item, argument);
    if (labels.length === 0) return undefined;
    changeLabels(store, item, { remove: labels }, user);
    return argument === ''
      ? 'Removed all labels.'
      : `Removed ${labels.map(reference).join(' ')} ${labels.length === 1 ? 'label' : 'labels'}.`;
  },
  relabel({ store, item, user, argument }) {
    const labels = labelsNamed(store, item, argument);
    if (labels.length === 0) return undefined;
    changeLabels(store, item, { remove: item.labels.filter(label => !labels.includes(label)), add: labels }, user);
    return `Replaced all labels with ${labels.map(reference).join(' ')} ${labels.length === 1 ? 'label' : 'labels'}.`;
  },
  close({ item, user }) {
    if (item.state === 'CLOSED') return null;
    setState(item, 'CLOSED', user);
    return `Closed this ${item.workItemType.toLowerCase()}.`;
  },
  reopen({ item, user }) {
    if (item.state === 'OPEN') return null;
    setState(item, 'OPEN', user);
    return `Reopened this ${item.workItemType.toLowerCase()}.`;
  },
  title({ item, user, argument }) {
    if (argument === '') return null;
    setTitle(item, argument, user);
    return `Changed the title to "${argument}".`;
  },
  milestone({ store, item, user, argument }) {
    const title = argument.replace(/^%"?|"$/g, '');
    const milestone = store.milestones.find(one => one.title === title && one.state === 'active');
    if (!milestone) return undefined;
    setMilestone(item, milestone, user);
    return `Set the milestone to %"${title}".`;
  },
  health_status({ store, item, argument }) {
    const status = ({ on_track: 'onTrack', needs_attention: 'needsAttention', at_risk: 'atRisk' } as const)[argument];
    if (store.plan !== 'ultimate' || !status) return null;
    item.healthStatus = status;
    return `Set health status to ${argument}.`;
  },
  status({ store, item, argument }) {
    const name = argument.replaceAll('"', '').toLowerCase();
    const status = store.statuses.find(one => one.name.toLowerCase() === name);
    if (store.plan === 'free' || !status) return null;
    item.status = status;
    return `Status set to ${status.name}.`;
  },
  assign({ store, item, user, argument }) {
    const names = argument.split(/[\s,]+/).map(name => (name === 'me' ? user.username : name.replace(/^@/, '')));
    const users = store.users.filter(one => names.includes(one.username));
    if (users.length === 0) return null;
    item.assignees = [...new Set([...item.assignees, ...users])];
    return `Assigned ${users.map(one => `@${one.username}`).join(' ')}.`;
  },
  confidential({ item }) {
    if (item.confidential) return null;
    item.confidential = true;
    return 'Made this issue confidential.';
  },
  promote({ store, item, user }) {
    return promoteToEpic(store, item, user) ? 'Promoted issue to an epic.' : null;
  },
  promote_to({ store, item, user, argument }) {
    return /^epic$/i.test(argument) && promoteToEpic(store, item, user) ? 'Promoted successfully.' : null;
  },
};

const aliases: Record<string, string> = { labels: 'label', remove_label: 'unlabel' };

/** GitLab knows these too; here they never apply, and like every known command they vanish from the text. */
const known =
  'estimate remove_estimate spend remove_time_spent clear_health_status promote_to_incident remove_milestone unassign reassign relate blocks blocked_by unlink add_child remove_child set_parent epic remove_parent due remove_due_date iteration remove_iteration type todo done subscribe unsubscribe react lock unlock shrug assign_reviewer draft ready merge approve'.split(
    ' ',
  );

const markdown = new MarkdownIt({ html: true });

/**
 * Takes the commands out of a comment: lines of ordinary paragraphs that begin with `/` and a name GitLab knows.
 * Code, quotes and HTML are left alone; unknown names stay as text.
 */
export function extractCommands(body: string): { text: string; commands: Command[] } {
  const lines = body.split('\n');
  const searched = paragraphLines(body);
  const found: Command[] = [];
  const rest = lines.filter((line, at) => {
    const [, word, argument = ''] = (searched.has(at) && /^\/(\w+)(?: (.*))?$/.exec(line.trimEnd())) || [];
    if (word === undefined) return true;
    const name = aliases[word.toLowerCase()] ?? word.toLowerCase();
    if (!Object.hasOwn(commands, name) && !known.includes(name)) return true;
    found.push({ name, argument: argument.trim() });
    return false;
  });
  return { text: found.length > 0 ? rest.join('\n').trimEnd() : body, commands: found };
}

/** Runs the commands; one that cannot be applied is told in `messages`, as GitLab does. */
export function applyCommands(
  store: Store,
  item: WorkItem,
  viewer: Viewer,
  found: Command[],
  commandsOnly: boolean,
): QuickActionsStatus {
  const messages = found.flatMap(({ name, argument }) => {
    const run = commands[name];
    const message = run && viewer.user && canEdit(viewer) ? run({ store, item, user: viewer.user, argument }) : null;
    return message === null ? [`Could not apply ${name} command.`] : (message ?? []);
  });
  return {
    messages,
    errorMessages: messages.length > 0 ? null : ['Failed to apply commands.'],
    commandNames: found.map(command => command.name),
    commandsOnly,
  };
}

/** Numbers of the lines that stand in a paragraph outside any quote. */
function paragraphLines(body: string): Set<number> {
  const lines = new Set<number>();
  let quotes = 0;
  for (const token of markdown.parse(body, {})) {
    if (token.type === 'blockquote_open') quotes += 1;
    if (token.type === 'blockquote_close') quotes -= 1;
    if (token.type !== 'paragraph_open' || quotes > 0 || !token.map) continue;
    for (let line = token.map[0]; line < token.map[1]; line += 1) lines.add(line);
  }
  return lines;
}

/** Names in quotes, plain names, or ids; without `~` only when no name has one. */
function labelsNamed(store: Store, item: WorkItem, argument: string): Label[] {
  const marked = argument.includes('~');
  const pattern = marked ? /~"([^"]+)"|~([\w?.&-]+(?:::[\w?.&-]+)*)/g : /"([^"]+)"|([^\s,"]+)/g;
  const available = labelsOf(store, item.namespace);
  return [...argument.matchAll(pattern)].flatMap(([, quoted, plain]) => {
    const byId = plain !== undefined && /^\d+$/.test(plain);
    return available.find(label => (byId ? String(label.id) === plain : label.title === (quoted ?? plain))) ?? [];
  });
}
