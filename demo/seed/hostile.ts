import { comment } from '../large';
import type { Label, Store, User, WorkItem } from '../store';
import { workItemById } from '../store';

/*
 * The project hostile/injection, in a group of its own: everything that somebody can type is typed here by somebody who
 * means harm. Its items look like those of issue 1, so that nothing but the texts differs.
 */

const script = '<script>document.documentElement.dataset.hacked = "script"</script>';
const image = '<img src=x onerror="document.documentElement.dataset.hacked = \'image\'">';
const leavingAttribute = '"><svg onload="document.documentElement.dataset.hacked = 1"> \' `';
const override = '\u202egnirts desrever\u202c';

/** Texts that are to stay texts. No label is longer than GitLab allows, 255 characters. */
export const hostileTexts: string[] = [
  script,
  image,
  leavingAttribute,
  'javascript:alert(1)',
  '[click](javascript:alert(1)) ![x](https://evil.example/x.png)',
  '{{ constructor.constructor("alert(1)")() }} #{7*7} %00 \\u003cscript\\u003e',
  'needs "double", \'single\' and `back` quotes',
  'a, comma, and, another',
  '🚀👩‍👩‍👧‍👦🏳️‍🌈 emoji',
  'أولوية عالية جدا',
  override,
  'zero\u200bwidth\u200djoined\ufeff',
  '__proto__',
  'a::b::c',
  '::',
  `${'long '.repeat(50)}label`,
  'W'.repeat(255),
];

const group = 'hostile';
const project = 'hostile/injection';

/** Adds the group, its project, a board, and an issue 1 to 17 and a merge request 1 to 17, one for each text. */
export function addHostileProject(store: Store): void {
  store.namespaces.push(
    { id: 6660, kind: 'group', fullPath: group, name: `Hostile ${image}`, files: {} },
    { id: 6661, kind: 'project', fullPath: project, name: `Injection ${script}`, files: { 'README.md': script } },
  );
  const priority = label(980, 'Package::P1', '#c21e56', 'First priority');
  const step = label(981, 'workflow::in dev', '#5cb85c', script);
  const labels = hostileTexts.map((title, at) => label(951 + at, title, at % 2 ? '#dddddd' : '#330066', image));
  store.labels.push(priority, step, ...labels);
  const users = hostileTexts.slice(0, 3).map((name, at): User => {
    return { id: 61 + at, username: `hostile-${at + 1}`, name, accessLevel: null };
  });
  store.users.push(...users);

  const pattern = workItemById(store, 1001);
  const request = store.mergeRequests[0];
  if (!pattern || !request) throw new Error('expected the content to have issue 1 and a merge request, found none');
  labels.forEach((own, at) => {
    const text = own.title;
    const author = users[at % users.length] as User;
    const item: WorkItem = {
      ...pattern,
      id: 7001 + at,
      iid: String(at + 1),
      namespace: project,
      title: text.slice(0, 255),
      description: `${text}\n\n- [ ] ${text}\n- [ ] ${image}`,
      author,
      labels: [priority, step, own],
      weight: (at % 3) + 1,
      milestone: null,
      iteration: null,
      assignees: [author],
      children: [],
      linkedItems: [],
      labelEvents: [],
      weightEvents: [],
      notes: [
        comment(store, author, text, pattern.createdAt),
        comment(store, author, statusOf(text), pattern.updatedAt),
      ],
    };
    store.workItems.push(item);
    store.mergeRequests.push({
      ...request,
      id: 8001 + at,
      iid: String(at + 1),
      namespace: project,
      title: text.slice(0, 255),
      description: `${text}\n\nCloses #${at + 1}`,
      author,
      assignees: [author],
      reviewers: [],
      sourceBranch: `hostile-${at + 1}`,
      labels: [priority, own],
      milestone: null,
      closes: [item.id],
      notes: [comment(store, author, text, request.createdAt)],
      labelEvents: [],
    });
  });
  store.boards.push({
    id: 66,
    namespace: project,
    name: script,
    lists: [step, ...labels.slice(0, 2)].map((one, at) => ({ id: 660 + at, listType: 'label', label: one })),
  });
}

/** A status comment whose notes are the text. */
function statusOf(text: string): string {
  return `Complete: 50%\nConfidence: 70%\nNotes: ${text}\nConcern: ~"${text}"`;
}

function label(id: number, title: string, color: string, description: string): Label {
  return { id, kind: 'GroupLabel', namespace: group, title, color, description, priority: null };
}
