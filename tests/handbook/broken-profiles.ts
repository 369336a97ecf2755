import { stringify } from 'yaml';
import { longestText } from '../../handbook/profile-text';

/** A profile with every part, in which nothing is wrong. */
export const wholeProfile = {
  version: 1,
  id: 'whole',
  name: 'Whole team',
  source: { link: 'https://handbook.example/', checked: '2026-11-21' },
  matching: 'tolerant',
  scale: {
    link: 'https://handbook.example/weights',
    in: [{ track: 'Backend', label: 'weight::{n}' }],
    levels: [
      { weight: 1, name: 'Small', meaning: 'A day.', confidence: 90, examples: ['One'], longestDays: 2 },
      { weight: 2, name: 'Medium', meaning: 'A week.', kinds: [{ name: 'Bug', when: {}, meaning: 'Known.' }] },
    ],
    above: { name: 'Larger', meaning: 'More.', advice: 'Split it.' },
    questions: [{ ask: 'New?', answers: [{ say: 'Yes', weight: 2 }] }],
  },
  status: {
    fields: [
      { id: 'complete', kind: 'percent', label: 'Complete', required: true },
      { id: 'notes', kind: 'text', label: 'Notes', aliases: ['Note'] },
      { id: 'step', kind: 'choice', label: 'Step', options: [{ say: 'One', health: 'on_track' }, { say: 'Two' }] },
    ],
    formats: [{ name: 'Update', lines: ['Complete: {complete}%', 'Notes: {notes}', 'Step: {step}'] }],
    quickActions: ['/health_status {health}'],
  },
  priorities: {
    rules: [
      { name: 'P1', when: { any: ['P1'], milestone: 'current', confidential: false }, meaning: 'First.' },
      { name: 'P2', when: { all: ['P2'], weight: [1, 2] }, meaning: 'Second.', tone: 'info' },
    ],
    exclusive: [['frontend', 'backend']],
  },
  workflow: { steps: [{ name: 'Development', labels: ['workflow::in dev'], isDevelopment: true }] },
  standUp: { questions: ['What?'] },
};

type Data = Record<string | number, unknown>;
type Path = readonly (string | number)[];

export type BrokenProfile = {
  readonly name: string;
  /** The bytes of the file. */
  readonly bytes: Uint8Array;
  /** Where a problem is to be, when only one thing is wrong. */
  readonly path?: string;
};

const wholeText = stringify(wholeProfile);
const file = (name: string, text: string, path?: string): BrokenProfile => ({
  name,
  bytes: new TextEncoder().encode(text),
  ...(path !== undefined && { path }),
});

let turn = 0;

/** The whole profile with a change at a path, as YAML and as JSON in turn. */
function changed(name: string, path: Path, change: (parent: Data, key: string | number) => void): BrokenProfile {
  const copy = structuredClone(wholeProfile) as unknown as Data;
  const parent = path.slice(0, -1).reduce<Data>((part, key) => part[key] as Data, copy);
  change(parent, path.at(-1) ?? '');
  turn += 1;
  const text = path.reduce<string>((all, key) => `${all}${typeof key === 'number' ? `[${key}]` : `.${key}`}`, '');
  return file(`${name}: ${text.slice(1)}`, turn % 2 ? stringify(copy) : JSON.stringify(copy, null, 2), text.slice(1));
}

/** Every place in the profile. */
function placesIn(data: unknown, before: Path = []): { path: Path; value: unknown }[] {
  if (typeof data !== 'object' || data === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(data) ? [...data.entries()] : Object.entries(data);
  return entries.flatMap(([key, value]) => [{ path: [...before, key], value }, ...placesIn(value, [...before, key])]);
}

const places = placesIn(wholeProfile);
const isMap = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

const wrongTypes = places.map(({ path, value }) => {
  const wrong = typeof value === 'string' ? { not: 'a text' } : typeof value === 'object' ? 7 : 'seven';
  return changed('wrong type', path, (parent, key) => {
    parent[key] = wrong;
  });
});
const nulls = places
  .filter((_, index) => index % 3 === 0)
  .map(({ path }) =>
    changed('null', path, (parent, key) => {
      parent[key] = null;
    }),
  );
const missing = [
  ...['version', 'id', 'name'].map(key => [key]),
  ...['link', 'checked'].map(key => ['source', key]),
  ...['in', 'levels'].map(key => ['scale', key]),
  ...['weight', 'name', 'meaning'].map(key => ['scale', 'levels', 0, key]),
  ...['name', 'meaning', 'advice'].map(key => ['scale', 'above', key]),
  ...['fields', 'formats'].map(key => ['status', key]),
  ...['id', 'label'].map(key => ['status', 'fields', 0, key]),
  ...['name', 'when', 'meaning'].map(key => ['priorities', 'rules', 1, key]),
  ['workflow', 'steps'],
  ['standUp', 'questions'],
].map(path => changed('missing', path, (parent, key) => delete parent[key]));
const unknownKeys = [{ path: [] as Path, value: wholeProfile as unknown }, ...places]
  .filter(({ value }) => isMap(value))
  .map(({ path }, index) =>
    changed('unknown key', [...path, ['nmae', 'unknown', 'Name', '$ref'][index % 4] ?? ''], (parent, key) => {
      parent[key] = 1;
    }),
  );

const copied = (name: string, path: Path, problem: string) => ({
  ...changed(name, path, (parent, key) =>
    (parent[key] as unknown[]).push(structuredClone((parent[key] as unknown[])[0])),
  ),
  path: problem,
});
const duplicates = [
  copied('a weight twice', ['scale', 'levels'], 'scale.levels[2].weight'),
  copied('a track twice', ['scale', 'in'], 'scale.in[1].label'),
  copied('a field twice', ['status', 'fields'], 'status.fields[3].id'),
  copied('a choice twice', ['status', 'fields', 2, 'options'], 'status.fields[2].options[2].say'),
  copied('a rule twice', ['priorities', 'rules'], 'priorities.rules[2].name'),
  file('a key twice', `${wholeText}name: Again\n`, 'name'),
  file('a key twice inside', wholeText.replace('  levels:', '  levels: []\n  levels:'), 'scale.levels'),
  file('a key twice in JSON', '{"version": 1, "id": "a", "id": "b", "name": "c"}', 'id'),
  file('two documents', `${wholeText}---\n${wholeText}`),
];

const bomb = Array.from({ length: 30 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`);
const anchors = [
  file('a list that is in itself', 'version: 1\nid: a\nname: &a [*a]\n', 'name'),
  file('a map that is in itself', 'version: &a { b: *a }\n', 'version'),
  file('a bomb', `a0: &a0 [lol, lol]\n${bomb.join('\n')}\n`, 'a0'),
  file('a bomb in the levels', wholeText.replace('    - weight: 1', '    - &l { a: 1 }\n    - *l\n    - weight: 1')),
  file('an anchor that nothing uses', wholeText.replace('name: Whole team', 'name: &n Whole team'), 'name'),
  file('an alias of nothing', wholeText.replace('name: Whole team', 'name: *n')),
  file('a merged map', wholeText.replace('scale:\n', 'scale:\n  <<: { levels: [] }\n'), 'scale.<<'),
];

const many = (count: number, entry: (index: number) => string) => Array.from({ length: count }, (_, i) => entry(i));
const head = 'version: 1\nid: a\nname: a\n';
const huge = [
  file('10,000 rules', `${head}priorities: { rules: [${many(10_000, i => `{name: ${i}}`)}] }`, 'priorities.rules'),
  file('10,000 levels', `${head}scale: { in: field, levels: [${many(10_000, i => `${i}`)}] }`, 'scale.levels'),
  file('10,000 fields', `${head}status: { fields: [${many(10_000, () => '{}')}], formats: [] }`, 'status.fields'),
  file('10,000 labels', `${head}appliesTo: { labels: [${many(10_000, i => `l${i}`)}] }`, 'appliesTo.labels'),
  file('10,000 steps', `${head}workflow: { steps: [${many(10_000, i => `{name: s${i}}`)}] }`, 'workflow.steps'),
  file('10,000 unknown keys', `${head}${many(10_000, i => `k${i}: 1`).join('\n')}`, 'k0'),
  file('a name of 100,000 letters', head.replace('name: a', `name: ${'a'.repeat(100_000)}`), 'name'),
  file('a key of 100,000 letters', `${head}${'a'.repeat(100_000)}: 1`),
  file('a number of 100,000 digits', head.replace('version: 1', `version: ${'9'.repeat(100_000)}`), 'version'),
  file('too much', `${head}${'#'.repeat(longestText)}`),
  file('100,000 spaces', `${' '.repeat(100_000)}- ]`),
  file('100,000 dashes', '- '.repeat(50_000)),
];
const deep = [
  file('lists in lists', `name: ${'['.repeat(5_000)}${']'.repeat(5_000)}`),
  file('maps in maps', `name: ${'{a: '.repeat(3_000)}1${'}'.repeat(3_000)}`),
  file('maps in maps, line by line', many(500, i => `${' '.repeat(i)}a:`).join('\n')),
  file('lists that never end', '['.repeat(100_000)),
  file('maps that never end', '{a: '.repeat(40_000)),
  file('quotes that never end', `name: "${'a\n '.repeat(10_000)}`),
];

const encoded = (name: string, bytes: Uint8Array): BrokenProfile => ({ name, bytes });
const encodings = [
  encoded('UTF-16, little end first', Buffer.from(`\uFEFF${wholeText}`, 'utf16le')),
  encoded('UTF-16 without a mark', Buffer.from(wholeText, 'utf16le')),
  encoded('UTF-16, big end first', Buffer.from(`\uFEFF${wholeText}`, 'utf16le').swap16()),
  encoded('Latin 1', Buffer.from(wholeText.replace('Whole team', 'Größe'), 'latin1')),
  encoded('zeros', Buffer.alloc(1_000)),
  encoded('a zero in the middle', Buffer.from(wholeText.replace('Whole team', 'Whole\0team'))),
  encoded('a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
  encoded('compressed', Buffer.from('1f8b0800000000000003cb48cdc9c95728cf2fca49e1020022', 'hex')),
  encoded('half of a letter', Buffer.concat([Buffer.from(head), Buffer.from([0xe2, 0x82])])),
];
const syntax = [
  file('nothing', ''),
  file('only a comment', '# nothing\n'),
  file('only spaces', '  \n\n'),
  file('a word', 'profile'),
  file('a list', '- version: 1\n'),
  file('half of it', wholeText.slice(0, 300).replace(/\n.*$/, '\n  "')),
  file('half of it in JSON', JSON.stringify(wholeProfile, null, 2).slice(0, 300)),
  file('tabs', wholeText.replaceAll('  ', '\t')),
  file('a script', '<script>alert(1)</script>'),
  file('a page', '<!doctype html><html><head><title>Sign in</title></head></html>'),
  file('a tag', 'version: !!js/function "() => 1"'),
  file('__proto__', `${head}__proto__: { polluted: true }\n`, '__proto__'),
  file('not a number', head.replace('version: 1', 'version: .nan'), 'version'),
  file('no end', head.replace('version: 1', 'version: .inf'), 'version'),
  file('a link that is code', `${head}source: { link: "javascript:alert(1)", checked: "2026-11-21" }`, 'source.link'),
  file('a link that is data', `${head}standUp: { link: "data:text/html,x", questions: [a] }`, 'standUp.link'),
  file('a link in a link', `${head}standUp: { link: " https://a.example", questions: [a] }`, 'standUp.link'),
  file('a quick action in a line', wholeText.replace('Complete: {complete}%', '/close'), 'status.formats[0].lines[0]'),
  file('a field that there is not', wholeText.replace('{notes}', '{nose}'), 'status.formats[0].lines[1]'),
];

/** More than two hundred, each broken in its own way. */
export const brokenProfiles: readonly BrokenProfile[] = [
  ...wrongTypes,
  ...nulls,
  ...missing,
  ...unknownKeys,
  ...duplicates,
  ...anchors,
  ...huge,
  ...deep,
  ...encodings,
  ...syntax,
];
