import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Panels } from '../../features/panels';
import { ScalePanel } from '../../features/weight-guidance/ScalePanel';
import { weightSetter } from '../../features/weight-guidance/setter';
import { splitter } from '../../features/weight-guidance/split/splitter';
import { weightGuidance } from '../../features/weight-guidance/weight-guidance';
import type { Profile, Scale } from '../../handbook/profile';
import { stageFor } from './stage';

const scale: Scale = {
  in: 'field',
  levels: [
    { weight: 1, name: 'Tiny', meaning: 'Known by heart.' },
    {
      weight: 2,
      name: 'Small',
      meaning: 'Clear, with one open question.',
      kinds: [{ name: 'Bug', when: { any: ['type::bug'] }, meaning: 'The cause is known.' }],
    },
    { weight: 3, name: 'Medium', meaning: 'Several open questions.' },
  ],
};

/** What the server holds, and the weights that GitLab's own form has sent. */
let held: number | undefined;
let sent: (number | undefined)[];
/** Instead of the answer of the server. */
let failing: (() => Response) | undefined;
/** Set to hold the answer back until it is called, unless the request is aborted before. */
let release: (() => void) | undefined;
let isSlow: boolean;
let life: AbortController;

beforeEach(() => {
  sent = [];
  failing = undefined;
  isSlow = false;
  life = new AbortController();
  globalThis.handrailScripts = {
    panels: { ScalePanel, scalePanelCss: '', splitter, weightSetter } as unknown as Panels,
  };
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

async function serve(_url: string, { signal }: RequestInit): Promise<Response> {
  if (isSlow) {
    await new Promise<void>((resolve, reject) => {
      release = resolve;
      signal?.addEventListener('abort', () => reject(signal.reason));
    });
  }
  if (failing) return failing();
  const widgets = [{ type: 'WEIGHT', weight: held ?? null }];
  const data = { currentUser: { id: '1' }, namespace: { workItems: { nodes: [{ iid: '7', widgets }] } } };
  return new Response(JSON.stringify({ data }));
}

const labelHtml = (title: string) => `<span class="gl-label"><span class="gl-label-text">${title}</span></span>`;

/** Runs the feature on a page whose item has this weight, on the server too. */
async function open(weight: number | undefined, ...labels: string[]): Promise<void> {
  held = weight;
  document.body.innerHTML = `<script>window.gon={};gon.current_user_id=1;</script>
    <div data-testid="work-item-detail">
      <section data-testid="work-item-labels"><div>${labels.map(labelHtml).join('')}</div></section>
      <section data-testid="work-item-weight"></section>
    </div>`;
  show(weight);
  const profile: Profile = { version: 1, id: 'test', name: 'Test', scale };
  weightGuidance.run(stageFor(profile, life.signal));
  await settled();
}

/** Shows a weight as GitLab does, and gives it GitLab's form, which opens with "Edit" and saves with Enter. */
function show(weight: number | undefined): void {
  const section = document.querySelector('[data-testid="work-item-weight"]');
  const edit = document.createElement('button');
  edit.dataset.testid = 'edit-button';
  edit.addEventListener('click', () => {
    const input = document.createElement('input');
    input.id = 'weight-widget-input';
    const remove = document.createElement('button');
    remove.dataset.testid = 'remove-weight';
    const save = (next: number | undefined) => {
      sent.push(next);
      held = next;
      show(next);
    };
    remove.addEventListener('click', () => save(undefined));
    input.addEventListener('keydown', event => event.key === 'Enter' && save(Number(input.value)));
    replace(input, remove);
  });
  replace(edit, weight === undefined ? 'None' : String(weight));
  function replace(...nodes: (Node | string)[]): void {
    const ours = section?.querySelector('handrail-view');
    section?.replaceChildren(...nodes, ...(ours ? [ours] : []));
  }
}

const settled = () => new Promise(resolve => setTimeout(resolve, 50));

const root = (selector: string) => document.querySelector(selector)?.shadowRoot ?? undefined;
const guidance = () => root('[data-testid="work-item-weight"] > handrail-view')?.querySelector('.view') ?? undefined;
const panel = () => root('body > handrail-view')?.querySelector('[role="region"]') ?? undefined;
const text = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const said = () => text(guidance());

function button(name: string, within = panel() ?? guidance()): HTMLButtonElement | undefined {
  return [...(within?.querySelectorAll('button') ?? [])].find(one => text(one) === name);
}

async function press(name: string): Promise<void> {
  const found = button(name);
  if (!found) throw new Error(`expected a button "${name}", found: ${text(panel() ?? guidance())}`);
  found.focus();
  found.click();
  await settled();
}

async function choose(weight: number): Promise<void> {
  await press('Choose a weight');
  panel()?.querySelectorAll<HTMLInputElement>('input[type="radio"]')[weight - 1]?.click();
  await settled();
}

it('an Undo that goes because somebody else changes the weight leaves the focus beside it', async () => {
  await open(1);
  await choose(2);
  await press('Set weight 2');
  button('Undo')?.focus();
  document.querySelector('[data-testid="work-item-weight"]')?.firstElementChild?.nextSibling?.replaceWith('3');
  await settled();
  expect(button('Undo')).toBeUndefined();
  expect(text(root('[data-testid="work-item-weight"] > handrail-view')?.activeElement)).toBe('Choose a weight');
});

describe('while a weight is being set', () => {
  it('no other can be chosen', async () => {
    await open(1);
    await choose(2);
    isSlow = true;
    await press('Set weight 2');
    const radios = [...(panel()?.querySelectorAll<HTMLInputElement>('input[type="radio"]') ?? [])];
    expect(radios.map(radio => radio.disabled)).toEqual([true, true, true]);
    radios[2]?.click();
    await settled();
    expect(button('Setting weight 2')).toBeDefined();
    release?.();
    await settled();
    expect(sent).toEqual([2]);
    expect(said()).toContain('Weight set to 2. Undo');
  });

  it('Cancel cancels as long as nothing is sent', async () => {
    await open(1);
    await choose(2);
    isSlow = true;
    await press('Set weight 2');
    await press('Cancel');
    release?.();
    await settled();
    expect(sent).toEqual([]);
    expect(said()).toContain('Nothing was written.');
    isSlow = false;
    await choose(2);
    await press('Set weight 2');
    expect(sent).toEqual([2]);
  });

  it('a press beside the panel leaves it open', async () => {
    await open(1);
    await choose(2);
    isSlow = true;
    await press('Set weight 2');
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true, composed: true }));
    release?.();
    await settled();
    expect(said()).toContain('Weight set to 2. Undo');
  });
});

describe('an undo that fails', () => {
  it('says so, has the focus again, and can be tried again', async () => {
    await open(1);
    await choose(2);
    await press('Set weight 2');
    failing = () => new Response('{}', { status: 500 });
    for (const _ of [1, 2]) {
      await press('Undo');
      expect(said()).toContain(
        'The undo to weight 1 failed: GitLab has a problem (status 500). Try again in a while. Undo',
      );
      expect(text(root('handrail-view')?.activeElement)).toBe('Undo');
    }
    failing = undefined;
    await press('Undo');
    expect(sent).toEqual([2, 1]);
    expect(said()).toContain('Weight set to 1.');
  });

  it('leaves the focus where the person has gone meanwhile', async () => {
    await open(1);
    await choose(2);
    await press('Set weight 2');
    failing = () => new Response('{}', { status: 500 });
    isSlow = true;
    await press('Undo');
    const comment = document.body.appendChild(document.createElement('textarea'));
    comment.focus();
    release?.();
    await settled();
    expect(button('Undo')).toBeDefined();
    expect(document.activeElement).toBe(comment);
  });

  it('is forgotten when the weight changes', async () => {
    await open(undefined);
    await choose(2);
    await press('Set weight 2');
    failing = () => new Response('{}', { status: 500 });
    await press('Undo');
    expect(said()).toContain('The undo to no weight failed:');
    show(3);
    await settled();
    expect(said()).not.toContain('undo');
    expect(button('Undo')).toBeUndefined();
  });
});

describe('the meaning', () => {
  const labels = () => document.querySelector('[data-testid="work-item-labels"]');

  it('follows the labels that decide about it', async () => {
    await open(2, 'type::bug');
    expect(said()).toContain('Small · The cause is known.');
    labels()?.querySelector('.gl-label')?.remove();
    await settled();
    expect(said()).toContain('Small · Clear, with one open question.');
    labels()?.insertAdjacentHTML('beforeend', labelHtml('type::bug'));
    await settled();
    expect(said()).toContain('Small · The cause is known.');
  });

  it('follows them in the open panel too', async () => {
    await open(2);
    await press('Choose a weight');
    expect(text(panel())).toContain('Clear, with one open question.');
    labels()?.insertAdjacentHTML('beforeend', labelHtml('type::bug'));
    await settled();
    expect(text(panel())).toContain('The cause is known.');
  });

  it('stays while they are edited', async () => {
    await open(2, 'type::bug');
    const section = labels();
    if (section) section.innerHTML = '<button data-testid="apply-button">Apply</button>';
    await settled();
    expect(said()).toContain('Small · The cause is known.');
  });

  it('follows labels that arrive later, and those of its own item only', async () => {
    await open(2);
    const section = labels();
    section?.remove();
    document.body.insertAdjacentHTML(
      'beforeend',
      `<div data-testid="work-item-detail"><section data-testid="work-item-labels">${labelHtml('type::bug')}</section></div>`,
    );
    await settled();
    expect(said()).toContain('Small · Clear, with one open question.');
    section?.insertAdjacentHTML('beforeend', labelHtml('type::bug'));
    if (section) document.querySelector('[data-testid="work-item-detail"]')?.append(section);
    await settled();
    expect(said()).toContain('Small · The cause is known.');
  });
});
