import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Panels } from '../../features/panels';
import { guideTracks } from '../../features/weight-guidance/tracks/tracks';
import { weightGuidance } from '../../features/weight-guidance/weight-guidance';
import type { Profile, Scale } from '../../handbook/profile';
import { stageFor } from './stage';

const levels: Scale['levels'] = [
  { weight: 1, name: 'Tiny', meaning: 'Known by heart.', confidence: 90 },
  { weight: 2, name: 'Small', meaning: 'Clear, with one open question.', confidence: 75 },
  {
    weight: 3,
    name: 'Medium',
    meaning: 'Several open questions.',
    kinds: [{ name: 'Bug', when: { any: ['type::bug'] }, meaning: 'The cause is not known.' }],
  },
];
const backend = { track: 'Backend', label: 'backend-weight::{n}' };
const frontend = { track: 'Frontend', label: 'frontend-weight::{n}' };
const size = { track: 'Size', label: 'Size::{name}' };

/** What the server holds, and what it was asked to change. */
let held: string[];
let existing: string[];
let puts: Record<string, string>[];
let reads: string[];
let failing: { readonly match: string; readonly answer: () => Response | Promise<Response> } | undefined;
/** Holds back the answers to requests of this name until it is called, unless the request is aborted before. */
let release: (() => void) | undefined;
let slow: string | undefined;
let isSignedIn: boolean;
let life: AbortController;

beforeEach(() => {
  held = [];
  existing = ['backend-weight::1', 'backend-weight::2', 'backend-weight::3', 'frontend-weight::02', 'Size::Small'];
  puts = [];
  reads = [];
  failing = undefined;
  slow = undefined;
  isSignedIn = true;
  life = new AbortController();
  globalThis.handrailScripts = { panels: { guideTracks } as unknown as Panels };
  // What the browsers have and happy-dom lacks.
  HTMLElement.prototype.showPopover ??= () => {};
  vi.stubGlobal('fetch', serve);
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(
    'https://gitlab.com/group/project/-/issues/7',
  );
});
afterEach(() => {
  life.abort();
  document.body.innerHTML = '';
  vi.unstubAllGlobals();
});

async function serve(url: string, init: RequestInit): Promise<Response> {
  const body = JSON.parse(String(init.body));
  const name = init.method === 'PUT' ? 'PUT' : /query (\w+)/.exec(body.query)?.[1];
  if (slow === name) {
    await new Promise<void>((resolve, reject) => {
      release = resolve;
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
    });
  }
  if (failing && failing.match === name) return failing.answer();
  if (init.method === 'PUT') {
    expect(url).toBe('https://gitlab.com/api/v4/projects/group%2Fproject/issues/7');
    puts.push(body);
    const listed = (titles: string | undefined) => titles?.split(',') ?? [];
    held = held.filter(title => !listed(body.remove_labels).includes(title)).concat(listed(body.add_labels));
    return new Response(JSON.stringify({ iid: 7, labels: held }));
  }
  reads.push(String(name));
  const nodes = (titles: readonly string[]) => ({
    nodes: titles.map(title => ({ id: `gid://gitlab/GroupLabel/${title}`, title })),
  });
  const data =
    name === 'handrailLabel'
      ? { project: { labels: nodes(existing.filter(title => title === body.variables.title)) } }
      : {
          currentUser: isSignedIn ? { id: '1' } : null,
          namespace: { workItems: { nodes: [{ iid: '7', widgets: [{ type: 'LABELS', labels: nodes(held) }] }] } },
        };
  return new Response(JSON.stringify({ data }));
}

const labelHtml = (title: string) =>
  `<span class="gl-label" data-testid="${title}"><span class="gl-label-text">${title}</span></span>`;
const editButton = '<button data-testid="edit-button">Edit</button>';

/** The labels section of an item, as GitLab draws it. */
function sectionHtml(titles: readonly string[], header = editButton): string {
  return `<section data-testid="work-item-labels"><div>${header}</div>
    <div data-testid="selected-label-content">${titles.map(labelHtml).join('')}</div></section>`;
}

/** Runs the feature on a page whose item has these labels, on the server too. */
async function open(tracks: Scale['in'], titles: readonly string[], header = editButton): Promise<void> {
  held = [...titles];
  const signedIn = isSignedIn
    ? '<script>window.gon={};gon.current_user_id=1;</script>'
    : '<script>window.gon={};</script>';
  document.body.innerHTML = `${signedIn}<div data-testid="work-item-detail">${sectionHtml(titles, header)}</div>`;
  const profile: Profile = {
    version: 1,
    id: 'test',
    name: 'Test',
    scale: { in: tracks, levels, investigateBelow: 50 },
  };
  weightGuidance.run(stageFor(profile, life.signal));
  await settled();
}

const settled = () => new Promise(resolve => setTimeout(resolve, 20));

const view = (host: Element | null) => host?.shadowRoot?.querySelector('.view') ?? undefined;
const guidance = () => view(document.querySelector('[data-testid="work-item-labels"] > handrail-view'));
const panel = () => view(document.querySelector('body > handrail-view'))?.querySelector('[role="region"]') ?? undefined;
const text = (element: Element | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const lines = () => [...(guidance()?.querySelectorAll('.track') ?? [])].map(text);

function button(name: string, within = panel()): HTMLButtonElement | undefined {
  return [...(within?.querySelectorAll('button') ?? [])].find(one => text(one) === name);
}

async function press(name: string, within?: Element): Promise<void> {
  const found = button(name, within ?? panel());
  if (!found) throw new Error(`expected a button "${name}", found: ${text(within ?? panel())}`);
  found.click();
  await settled();
}

async function chooseIn(track: number, weight: number): Promise<void> {
  await press('Choose a weight', guidance()?.querySelectorAll('.track')[track]);
  await choose(weight);
}

async function choose(weight: number): Promise<void> {
  const names = [...(panel()?.querySelectorAll('.level-head .name') ?? [])];
  const name = names.find(one => text(one).startsWith(`${weight} `));
  const radio = name?.closest('label')?.querySelector('input');
  if (!radio) throw new Error(`expected a level ${weight}`);
  radio.checked = true;
  radio.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}

const describedRefusal = () => text(panel()?.querySelector('.actions') ?? undefined);

describe('the lines below the labels', () => {
  it('say what the labels of each track mean', async () => {
    await open([backend, frontend, size], ['backend', 'backend-weight::02', 'Size::medium']);
    expect([...(guidance()?.querySelectorAll('.meaning') ?? [])].map(text)).toEqual([
      'Backend: Small · Clear, with one open question. At least 75% sure.',
      'Frontend: not weighed yet.',
      'Size: Medium · Several open questions.',
    ]);
    expect(reads).toEqual([]);
  });

  it.each([
    [['backend-weight::2', 'backend-weight::3'], 'Backend has two weights: 2 and 3.'],
    [['backend-weight::1', 'backend-weight::2', 'backend-weight::3'], 'Backend has three weights: 1, 2 and 3.'],
    [['backend-weight::2', 'backend-weight::02'], 'Backend: Small ·'],
    [['backend-weight::8'], 'Backend: 8 is above the scale. The largest is 3 Medium.'],
    [['backend-weight::0'], 'Backend: 0 is not on the scale. The nearest is 1 Tiny.'],
  ])('with %j', async (titles, said) => {
    await open([backend], titles);
    expect(lines()[0]).toContain(said);
  });

  it('stay while GitLab’s form is open, and follow what it saves', async () => {
    await open([backend], ['backend-weight::2']);
    const section = document.querySelector('section');
    const content = section?.querySelector('[data-testid="selected-label-content"]');
    const header = section?.querySelector('div');
    if (!content || !header) throw new Error('expected a labels section');
    header.innerHTML = '<button data-testid="apply-button">Apply</button>';
    content.innerHTML = '';
    await settled();
    expect(lines()[0]).toContain('Backend: Small');
    header.innerHTML = editButton;
    content.innerHTML = labelHtml('backend-weight::3');
    await settled();
    expect(lines()[0]).toContain('Backend: Medium');
  });

  it('leave no trace', async () => {
    await open([backend], ['backend-weight::2']);
    await press('Choose a weight', guidance());
    life.abort();
    expect(document.querySelectorAll('handrail-view')).toHaveLength(0);
  });
});

describe('setting a weight', () => {
  it('adds the one label and removes the other, by name, and undo restores them', async () => {
    await open([backend, frontend], ['backend', 'backend-weight::3', 'frontend-weight::02']);
    await chooseIn(0, 2);
    expect(text(panel())).toContain('Adds backend-weight::2, removes backend-weight::3.');
    await press('Set weight 2');
    expect(puts).toEqual([{ add_labels: 'backend-weight::2', remove_labels: 'backend-weight::3' }]);
    expect(panel()).toBeUndefined();
    expect(lines()[0]).toContain('Backend: Small');
    expect(lines()[0]).toContain('Backend weight set to 2. Undo');
    expect(lines()[1]).toContain('Frontend: Small');

    await press('Undo', guidance());
    expect(puts[1]).toEqual({ add_labels: 'backend-weight::3', remove_labels: 'backend-weight::2' });
    expect(lines()[0]).toContain('Backend weight set to 3.');
    expect(button('Undo', guidance())).toBeUndefined();
    expect(held.sort()).toEqual(['backend', 'backend-weight::3', 'frontend-weight::02']);
  });

  it('an Undo that goes because somebody else changes the label leaves the focus beside it', async () => {
    await open([backend], ['backend-weight::3']);
    await chooseIn(0, 2);
    await press('Set weight 2');
    button('Undo', guidance())?.focus();
    const shown = document.querySelector('[data-testid="selected-label-content"]');
    if (shown) shown.innerHTML = labelHtml('backend-weight::1');
    await settled();
    expect(button('Undo', guidance())).toBeUndefined();
    const focused = guidance()?.getRootNode() as ShadowRoot | undefined;
    expect(text(focused?.activeElement ?? undefined)).toBe('Choose a weight');
  });

  it('where there was none, undo removes it', async () => {
    await open([backend], []);
    await chooseIn(0, 1);
    await press('Set weight 1');
    await press('Undo', guidance());
    expect(puts).toEqual([{ add_labels: 'backend-weight::1' }, { remove_labels: 'backend-weight::1' }]);
    expect(lines()[0]).toContain('Backend weight removed.');
  });

  it('leaves one of two, and undo brings both back', async () => {
    await open([backend], ['backend-weight::2', 'backend-weight::3']);
    await chooseIn(0, 2);
    expect(reads).toEqual([]);
    await press('Set weight 2');
    expect(puts).toEqual([{ remove_labels: 'backend-weight::3' }]);
    await press('Undo', guidance());
    expect(puts[1]).toEqual({ add_labels: 'backend-weight::3' });
    expect(lines()[0]).toContain('Backend has two weights: 2 and 3.');
  });

  it('uses the spelling that the project has', async () => {
    await open([frontend], []);
    await chooseIn(0, 2);
    await press('Set weight 2');
    expect(puts).toEqual([{ add_labels: 'frontend-weight::02' }]);
  });

  it('uses the name of the level', async () => {
    await open([size], ['Size::Medium']);
    await chooseIn(0, 2);
    await press('Set weight 2');
    expect(puts).toEqual([{ add_labels: 'Size::Small', remove_labels: 'Size::Medium' }]);
    expect(lines()[0]).toContain('Size weight set to Small.');
  });

  it('reads the server once before it writes', async () => {
    await open([backend], ['backend-weight::3']);
    await chooseIn(0, 2);
    reads = [];
    await press('Set weight 2');
    expect(reads).toEqual(['handrailLabels']);
  });

  it('the weight that is set already cannot be set again', async () => {
    await open([backend], ['backend-weight::2']);
    await press('Choose a weight', guidance());
    expect(button('Set weight 2')?.getAttribute('aria-disabled')).toBe('true');
    expect(button('Set weight 2')?.title).toBe('This is the weight already.');
  });

  it('gives the focus back', async () => {
    await open([backend], []);
    await chooseIn(0, 1);
    await press('Set weight 1');
    const focused = guidance()?.getRootNode() as ShadowRoot | undefined;
    expect(text(focused?.activeElement ?? undefined)).toBe('Choose a weight');
  });
});

describe('while a weight is being set', () => {
  it('no other can be chosen, and the button names the one that is sent', async () => {
    await open([backend], ['backend-weight::3']);
    await chooseIn(0, 2);
    slow = 'handrailLabels';
    await press('Set weight 2');
    const radios = [...(panel()?.querySelectorAll<HTMLInputElement>('input[type="radio"]') ?? [])];
    expect(radios.map(radio => radio.disabled)).toEqual([true, true, true]);
    await press('Cancel');
    slow = undefined;
    await chooseIn(0, 2);
    slow = 'PUT';
    await press('Set weight 2');
    await press('Cancel');
    // The panel that is opened again starts with what is set now.
    await press('Choose a weight', guidance());
    expect(button('Setting weight 2')?.getAttribute('aria-disabled')).toBe('true');
    release?.();
    await settled();
    expect(lines()[0]).toContain('Backend weight set to 2.');
  });

  it('Cancel cancels as long as nothing is sent', async () => {
    await open([backend], ['backend-weight::3']);
    await chooseIn(0, 2);
    slow = 'handrailLabels';
    await press('Set weight 2');
    await press('Cancel');
    release?.();
    await settled();
    expect(puts).toEqual([]);
    expect(panel()).toBeUndefined();
    expect(lines()[0]).toContain('Nothing was written.');
    slow = undefined;
    await chooseIn(0, 2);
    await press('Set weight 2');
    expect(puts).toHaveLength(1);
  });

  it('a press beside the panel leaves it open', async () => {
    await open([backend], ['backend-weight::3']);
    await chooseIn(0, 2);
    slow = 'handrailLabels';
    await press('Set weight 2');
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true, composed: true }));
    release?.();
    await settled();
    expect(lines()[0]).toContain('Backend weight set to 2.');
  });
});

describe('a label that does not exist', () => {
  it('has no button, and a line says so', async () => {
    existing = [];
    await open([backend], []);
    await chooseIn(0, 2);
    expect(text(panel())).toContain('There is no label backend-weight::2 here. Create it first.');
    expect(button('Set weight 2')).toBeUndefined();
    expect(reads).toEqual(['handrailLabel', 'handrailLabel']);
    expect(puts).toEqual([]);
  });

  it('is named as the team spells', async () => {
    existing = [];
    await open([{ track: 'Weight', label: 'weight::{n}' }], ['weight::03']);
    await chooseIn(0, 2);
    expect(text(panel())).toContain('There is no label weight::02 here. Create it first.');
  });

  it('does not keep another from being chosen', async () => {
    existing = ['backend-weight::1'];
    await open([backend], []);
    await chooseIn(0, 2);
    await choose(1);
    await press('Set weight 1');
    expect(puts).toEqual([{ add_labels: 'backend-weight::1' }]);
  });
});

describe('labels that changed meanwhile', () => {
  it('on the server are told, and asked about again', async () => {
    await open([backend], ['backend-weight::3']);
    await chooseIn(0, 2);
    held = ['backend-weight::1'];
    await press('Set weight 2');
    expect(puts).toEqual([]);
    expect(text(panel())).toContain('Somebody changed the labels meanwhile: Backend is 1 now.');
    expect(text(panel())).toContain('Press “Set weight 2” again to replace it.');
    await press('Set weight 2');
    expect(puts).toEqual([{ add_labels: 'backend-weight::2', remove_labels: 'backend-weight::1' }]);
  });

  it('on the page too', async () => {
    await open([backend], ['backend-weight::3']);
    await chooseIn(0, 2);
    const content = document.querySelector('[data-testid="selected-label-content"]');
    if (content) content.innerHTML = labelHtml('backend-weight::1');
    held = ['backend-weight::1'];
    await settled();
    await press('Set weight 2');
    expect(puts).toEqual([]);
    expect(text(panel())).toContain('Backend is 1 now.');
  });

  it('of other kinds do not matter', async () => {
    await open([backend], ['backend-weight::3']);
    await chooseIn(0, 2);
    held = ['backend-weight::3', 'frontend-weight::02', 'workflow::in dev'];
    await press('Set weight 2');
    expect(held.sort()).toEqual(['backend-weight::2', 'frontend-weight::02', 'workflow::in dev']);
  });

  it('after it was set keep undo from overwriting', async () => {
    await open([backend], ['backend-weight::3']);
    await chooseIn(0, 2);
    await press('Set weight 2');
    held = ['backend-weight::1'];
    await press('Undo', guidance());
    expect(puts).toHaveLength(1);
    expect(lines()[0]).toContain('Somebody changed the labels meanwhile: Backend is 1 now. Nothing was written.');
  });
});

describe('without permission', () => {
  it('a guest is told so', async () => {
    await open([backend], ['backend-weight::3'], '');
    await chooseIn(0, 2);
    expect(describedRefusal()).toContain('You may not change the labels of this issue.');
    expect(button('Set weight 2')).toBeUndefined();
    expect(reads).toEqual([]);
  });

  it('a stranger is asked to sign in', async () => {
    isSignedIn = false;
    await open([backend], ['backend-weight::3'], '');
    await chooseIn(0, 2);
    expect(describedRefusal()).toContain('You are signed out. Sign in to set a weight.');
    expect(button('Set weight 2')).toBeUndefined();
  });

  it('who signed out in another tab is told so', async () => {
    await open([backend], ['backend-weight::3']);
    await chooseIn(0, 2);
    isSignedIn = false;
    await press('Set weight 2');
    expect(text(panel())).toContain('Backend weight was not set: you are signed out. Sign in, then try again.');
    expect(puts).toEqual([]);
  });
});

describe('a failing request', () => {
  const status = (code: number) => () => new Response('{}', { status: code });

  it.each([
    [
      'handrailLabels',
      status(500),
      'Backend weight was not set: GitLab has a problem (status 500). Try again in a while.',
    ],
    ['PUT', status(403), 'Backend weight was not set: you may not do this. Ask a member of the project to set it.'],
    ['PUT', status(404), 'Backend weight was not set: GitLab does not find this item.'],
    [
      'PUT',
      () => Promise.reject(new TypeError('cut')),
      'It is not known whether Backend weight was set: GitLab could not be reached. Check the connection, then try again.',
    ],
    [
      'PUT',
      () => new Response('{"labels":'),
      'It is not known whether Backend weight was set: GitLab gave an answer that Handrail does not understand.',
    ],
  ])('(%s) says why, and can be tried again', async (match, answer, said) => {
    await open([backend], ['backend-weight::3']);
    await chooseIn(0, 2);
    failing = { match, answer };
    await press('Set weight 2');
    expect(text(panel())).toContain(said);
    failing = undefined;
    await press('Set weight 2');
    expect(lines()[0]).toContain('Backend weight set to 2.');
  });

  it('of an undo says so, has the focus again, and can be tried again', async () => {
    await open([backend], ['backend-weight::3']);
    await chooseIn(0, 2);
    await press('Set weight 2');
    for (const [match, said] of [
      ['handrailLabels', 'The undo of Backend weight failed: GitLab has a problem (status 500).'],
      ['PUT', 'It is not known whether the undo of Backend weight worked: GitLab has a problem (status 500).'],
    ] as const) {
      failing = { match, answer: status(500) };
      button('Undo', guidance())?.focus();
      await press('Undo', guidance());
      expect(lines()[0]).toContain(`${said} Try again in a while. Undo`);
      const focused = guidance()?.getRootNode() as ShadowRoot | undefined;
      expect(text(focused?.activeElement ?? undefined)).toBe('Undo');
    }
    failing = undefined;
    await press('Undo', guidance());
    expect(puts[1]).toEqual({ add_labels: 'backend-weight::3', remove_labels: 'backend-weight::2' });
    expect(lines()[0]).toContain('Backend weight set to 3.');
  });

  it('of the look-up says why, and can be tried again', async () => {
    await open([backend], ['backend-weight::3']);
    failing = { match: 'handrailLabel', answer: status(500) };
    await chooseIn(0, 2);
    expect(text(panel())).toContain('The label was not looked up: GitLab has a problem (status 500).');
    expect(button('Set weight 2')?.getAttribute('aria-disabled')).toBe('true');
    failing = undefined;
    button('Try again')?.focus();
    await press('Try again');
    const focused = panel()?.getRootNode() as ShadowRoot | undefined;
    expect(focused?.activeElement?.getAttribute('name')).toBe('weight');
    await press('Set weight 2');
    expect(puts).toHaveLength(1);
  });

  it('that GitLab ignores is told', async () => {
    await open([backend], ['backend-weight::3']);
    await chooseIn(0, 2);
    failing = { match: 'PUT', answer: () => new Response(JSON.stringify({ labels: held })) };
    await press('Set weight 2');
    expect(text(panel())).toContain('Backend weight was not set: GitLab did not take the labels.');
  });
});

it('an open panel follows the labels that decide about a meaning', async () => {
  await open([backend], []);
  await press('Choose a weight', guidance());
  expect(text(panel())).toContain('Several open questions.');
  const content = document.querySelector('[data-testid="selected-label-content"]');
  if (content) content.innerHTML = labelHtml('type::bug');
  await settled();
  expect(text(panel())).toContain('The cause is not known.');
});

it('one panel is open at a time', async () => {
  await open([backend, frontend], []);
  await press('Choose a weight', guidance()?.querySelectorAll('.track')[0]);
  await press('Choose a weight', guidance()?.querySelectorAll('.track')[1]);
  expect(document.querySelectorAll('body > handrail-view')).toHaveLength(1);
  expect(text(panel())).toContain('Frontend · Test');
});

it('a confidence marks the weight that it allows', async () => {
  await open([backend], []);
  await press('Choose a weight', guidance());
  const number = panel()?.querySelector<HTMLInputElement>('input[type="number"]');
  if (!number) throw new Error('expected a number field');
  number.value = '80';
  number.dispatchEvent(new Event('input', { bubbles: true }));
  await settled();
  expect(text(panel()?.querySelector('.advice') ?? undefined)).toBe('80% fits weight 2. Weight 1 needs 90%.');
  expect(text(panel())).toContain('Fits 80%');
});
