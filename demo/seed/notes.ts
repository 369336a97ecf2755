import type { Person } from './people';

/** A comment or system note so many days before now. Notes of one `thread` (any word) answer each other. */
export type NoteRow = {
  age: number;
  by: Person;
  body: string;
  thread?: string;
  internal?: boolean;
  system?: string;
  kind?: 'LabelNote' | 'WeightNote' | 'MilestoneNote';
};

/** Issue 1: more than one page of discussions, with status updates in several people's habits between them. */
const preview: NoteRow[] = [
  {
    age: 279,
    by: 'mara',
    body: 'We keep being asked for this. Before a policy is switched on people want to see **which tags would go**.\n\n- first page of tags\n- how many there are\n- a link to the repository',
    thread: 'reuse',
  },
  {
    age: 279,
    by: 'jonas',
    body: '+1, we could reuse `CleanupTagsService` with `dry_run: true`.',
    thread: 'reuse',
  },
  { age: 278, by: 'simran', body: 'Then the service must not log the tags as deleted.', thread: 'reuse' },
  { age: 270, by: 'noor', body: 'We would use this at once. Is there a way to help?' },
  { age: 268, by: 'priya', body: 'Thank you, @noor! Telling us how many tags your largest repository has would help.' },
  { age: 267, by: 'noor', body: 'About 40,000.' },
  { age: 230, by: 'priya', kind: 'MilestoneNote', system: 'milestone', body: 'changed milestone to %"18.8"' },
  {
    age: 200,
    by: 'simran',
    body: 'My estimate: 3. The service is small, but paging through the tags of the registry is awkward.',
  },
  {
    age: 199,
    by: 'tobi',
    body: 'I would say 5, because of the frontend.\n\n```ruby\nCleanupTagsService.new(\n  container_repository: repository,\n  params: { dry_run: true }\n).execute\n```\n\n@ana what do you think?',
  },
  {
    age: 198,
    by: 'ana',
    body: '> I would say 5, because of the frontend.\n\nThe table exists already, so 2 is enough for me.',
  },
  { age: 197, by: 'mara', kind: 'WeightNote', system: 'weight', body: 'set weight to **2**' },
  { age: 120, by: 'bot', body: 'This issue has missed ~"missed:18.8". What happened?' },
  { age: 119, by: 'priya', kind: 'MilestoneNote', system: 'milestone', body: 'changed milestone to %"18.9"' },
  { age: 118, by: 'priya', body: 'We moved it; nobody had started. See #47 for the plan.' },
  { age: 60, by: 'hana', body: 'See also #2 and !3 for the related work.\n\n> quoted text\n\n1. one\n2. two' },
  {
    age: 34,
    by: 'ana',
    body: 'Complete: 10%\nConfidence: 50%\nNotes: reading how the policy picks its tags, nothing written yet\nConcern: ~backend',
  },
  { age: 33, by: 'jonas', body: 'I can take the endpoint if you take the table.' },
  { age: 33, by: 'ana', body: 'Deal.' },
  {
    age: 27,
    by: 'ana',
    body: 'Complete: 20%\nConfidence: 60%\nNotes: the dry run works for repositories with few tags',
  },
  {
    age: 26,
    by: 'jonas',
    body: '#### Async Update\n\nIssue status: 20% complete, 75% confident\n\nMR statuses:\n!11111 - 50% complete, 90% confident - docs update - outline is there\n!21212 - 5% complete, 70% confident - api update - spike',
  },
  { age: 25, by: 'tobi', body: 'Does the count include tags that are protected? `name_regex_keep` should win.' },
  { age: 25, by: 'jonas', body: 'It does not, and a test says so:\n\n    expect(result[:kept]).to include("latest")' },
  {
    age: 21,
    by: 'ana',
    body: '**Complete**: 40%\n**Confidence**: 70%\n**Notes**: table shows the first page; paging is next\n**Concern**: ~frontend ~UX',
  },
  {
    age: 20,
    by: 'hana',
    body: 'An example of what *not* to paste into a status:\n\n```\nComplete: 99%\nConfidence: 99%\nNotes: this is only an example in a code block\n```',
  },
  { age: 19, by: 'jonas', body: 'Complete: about half\nConfidence: it depends' },
  { age: 15, by: 'emil', body: 'Legal asked whether deleted tags can be listed afterwards.', internal: true },
  {
    age: 14,
    by: 'ana',
    body: 'Complete: 55%\nConfidence: 80%\nNotes: expecting to go into review this week\nConcern: ~frontend',
  },
  { age: 13, by: 'mara', body: '> Complete: 55%\n\nNice, that is faster than I thought.' },
  {
    age: 12,
    by: 'jonas',
    body: 'Issue status: 50% complete, 80% confident\nMR statuses:\n!11111 - 80% complete, 99% confident - docs update - need to add one more section\n!21212 - 30% complete, 80% confident - api update - paging of the registry done',
  },
  {
    age: 10,
    by: 'simran',
    body: 'I tried it on a repository with 12,000 tags: 4.2 s for the first page. Is that all right?',
  },
  { age: 10, by: 'jonas', body: 'Too slow. I will ask for the page only.', thread: 'slow' },
  { age: 9, by: 'simran', body: 'Now 0.3 s :tada:', thread: 'slow' },
  {
    age: 6,
    by: 'jonas',
    body: 'Complete: 70%\nConfidence: 85%\nNotes: endpoint is in review, !21212 waits for it\nConcern: ~backend',
  },
  { age: 5, by: 'gil', body: 'Will this work with nested repositories too?' },
  { age: 5, by: 'hana', body: 'Yes, a policy belongs to the project.' },
  {
    age: 3,
    by: 'ana',
    body: 'Complete: 80%\nConfidence: 90%\nNotes: preview is behind its flag, review started on !11111\nConcern: ~frontend',
  },
  { age: 2, by: 'priya', body: 'Could you show it in the demo on Thursday?' },
  { age: 2, by: 'ana', body: 'Gladly.' },
];

/** By iid. Issues that are not here get a short talk of their own. */
export const notes: Record<number, NoteRow[]> = {
  1: preview,
  2: [
    {
      age: 200,
      by: 'simran',
      body: 'The registry knows the size of every layer, so this is mostly a question of the sum.',
    },
    { age: 45, by: 'tobi', body: 'Layers shared between tags are counted once per tag, or once?' },
  ],
  4: [{ age: 6, by: 'hana', body: 'I look into it as soon as somebody has put a weight on it.' }],
  7: [
    {
      age: 22,
      by: 'jonas',
      body: 'Complete: 30%\nConfidence: 40%\nNotes: the index is built in one transaction, splitting it is harder than it looked\nConcern: ~database',
    },
    {
      age: 1,
      by: 'jonas',
      body: 'Complete: 35%\nConfidence: 30%\nNotes: blocked by the lock on the packages table\nConcern: ~database ~backend',
    },
  ],
  9: [
    { age: 8, by: 'ana', body: 'Reproduced. The finder does not look at the token.', internal: true },
    {
      age: 0.2,
      by: 'ana',
      body: 'Complete: 60%\nConfidence: 95%\nNotes: fix is written, waiting for the security release',
    },
  ],
  10: [
    {
      age: 50,
      by: 'tobi',
      body: '## Async status update\n\n- Complete: 15%\n- Confidence: 60%\n- Notes: format of the files is clear',
    },
    { age: 49, by: 'mara', body: 'This is a 13. Can we split it?' },
  ],
  13: [
    {
      age: 4,
      by: 'hana',
      body: '**Issue status**: 65% complete, 80% confident\n\nThe form is done.\n\n**MR statuses**:\n\n- !4+ - 65% complete, 80% confident - waits for the backend',
    },
  ],
  25: [{ age: 2, by: 'simran', body: 'Complete: 90%\nConfidence: 100%\nNotes: last review' }],
  29: [
    { age: 10, by: 'mara', body: 'One line, I would say.' },
    {
      age: 1,
      by: 'tobi',
      body: 'Complete: 40%\nConfidence: 60%\nNotes: the proxy answers 410 for two reasons, only one of them is ours\nConcern: ~backend',
    },
  ],
  36: [
    {
      age: 5,
      by: 'hana',
      body: 'Complete: 60%\nConfidence: 80%\nNotes: the warning is there, its text waits for ~documentation',
    },
  ],
  42: [
    {
      age: 8,
      by: 'ana',
      body: 'Complete: 50%\nConfidence: 70%\nNotes: the lock is taken too late',
    },
    { age: 1, by: 'ana', body: 'Complete: 100%\nConfidence: 100%\nNotes: merged, verifying on production' },
  ],
};

/** What people say about any issue; each issue without a talk of its own takes the next two. */
export const smallTalk: [by: Person, body: string][] = [
  ['mara', 'Can somebody put a weight on this before planning?'],
  ['tobi', 'I saw this on my instance too.'],
  ['priya', 'Customers ask about this once a month or so.'],
  ['simran', 'The fix may be small, the test will not be.'],
  ['hana', 'A mockup would help me.'],
  ['jonas', 'Happy to pair on this.'],
  ['emil', 'Please mind the migration order here.'],
];
