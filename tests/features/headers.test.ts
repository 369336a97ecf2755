import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Stage } from '../../features/feature';
import { badgeItems } from '../../features/priority-badges/headers';
import { reasonsOf } from '../../features/priority-badges/reasons';
import { follow, watch } from '../../gitlab/watch';
import type { Condition, Profile } from '../../handbook/profile';

let life: AbortController;

beforeEach(() => {
  life = new AbortController();
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(
    'https://gitlab.com/group/project/-/issues/7',
  );
});
afterEach(() => {
  life.abort();
  document.body.innerHTML = '';
});

const editing = '<button data-testid="apply-button">Apply</button>';

/** The widgets of the item, as GitLab draws them; those given stand for the usual ones. */
type Widgets = { confidential?: string; labels?: string; weight?: string; status?: string; milestone?: string };

const usual: Required<Widgets> = {
  confidential: '',
  labels: '<span class="gl-label" data-testid="bug"><span class="gl-label-text">bug</span></span>',
  weight: '1',
  status: '<span data-testid="work-item-status-badge">Ready</span>',
  milestone: '<a href="#">18.9</a>',
};

/** A team with the given rule, and behind it one that holds for every item here. */
function profileWith(when: Condition): Profile {
  const rules = [
    { name: 'First', when, meaning: 'The first.' },
    { name: 'Rest', when: { types: ['Issue'] }, meaning: 'All others.' },
  ];
  return { version: 1, id: 'test', name: 'Test', priorities: { rules } };
}

async function open(profile: Profile, widgets: Widgets): Promise<void> {
  const { confidential, labels, weight, status, milestone } = { ...usual, ...widgets };
  document.body.innerHTML = `<div data-testid="work-item-detail">
    <div class="header"><span class="gl-badge badge-success"><svg data-testid="issue-open-m-icon"></svg></span>${confidential}
      <button data-testid="work-item-type-icon"><svg data-testid="work-item-issue-icon"></svg></button>
      <span data-testid="work-item-created">created</span></div>
    <section data-testid="work-item-labels">${labels}</section><section data-testid="work-item-weight">${weight}</section>
    <section data-testid="work-item-status">${status}</section>
    <section data-testid="work-item-milestone">${milestone}</section></div>`;
  const stage = stageFor(profile);
  badgeItems(stage, reasonsOf(stage));
  await settled();
}

function stageFor(profile: Profile): Stage {
  const { signal } = life;
  return {
    instance: { origin: 'https://gitlab.com', root: '' },
    profile,
    profileFor: () => profile,
    atItem(_element, _path, present, run) {
      run(this, present);
    },
    signal,
    guard: work => work,
    watch: (selectors, onPresent, until = signal) => watch(selectors, onPresent, AbortSignal.any([until, signal])),
    follow: (element, onChange, until) => follow(element, onChange, AbortSignal.any([until, signal])),
    mount: () => expect.unreachable('nothing opens here'),
  };
}

const settled = () => new Promise(resolve => setTimeout(resolve, 20));
const badge = () => document.querySelector('handrail-view')?.shadowRoot?.querySelector('button')?.textContent;

async function redraw(widget: string, html: string): Promise<void> {
  const section = document.querySelector(`[data-testid="work-item-${widget}"]`);
  if (!section) throw new Error(`expected a widget ${widget}`);
  section.innerHTML = html;
  await settled();
}

describe('the badge of a header', () => {
  it.each<[string, Condition, string, string]>([
    ['labels', { any: ['bug'] }, editing, ''],
    ['weight', { weight: [1] }, `${editing}<input id="weight-widget-input" value="1">`, '5'],
    ['weight', { weight: [1] }, '<form><input id="weight-input" value="1"></form>', '5'],
    ['milestone', { milestone: 'any' }, editing, '<span>None</span>'],
    ['status', { statuses: ['ready'] }, editing, '<span data-testid="work-item-status-badge">Done</span>'],
  ])('stays while GitLab’s form for the %s is open, and follows what it saves', async (widget, when, form, saved) => {
    await open(profileWith(when), {});
    expect(badge()).toBe('First · 1st of 2');
    await redraw(widget, form);
    expect(badge()).toBe('First · 1st of 2');
    // What GitLab changes elsewhere meanwhile still counts.
    await redraw('created', 'created by somebody');
    expect(badge()).toBe('First · 1st of 2');
    await redraw(widget, saved);
    expect(badge()).toBe('Rest · 2nd of 2');
  });

  it('follows one widget while the form of another is open', async () => {
    await open(profileWith({ weight: [1] }), {});
    await redraw('labels', editing);
    await redraw('weight', '5');
    expect(badge()).toBe('Rest · 2nd of 2');
  });

  it('knows whether the item is confidential, and follows that too', async () => {
    const eye =
      '<span class="gl-badge badge-warning"><svg data-testid="eye-slash-icon"></svg><span>Confidential</span></span>';
    await open(profileWith({ confidential: true }), { confidential: eye });
    expect(badge()).toBe('First · 1st of 2');
    document.querySelector('.badge-warning')?.remove();
    await settled();
    expect(badge()).toBe('Rest · 2nd of 2');
  });
});
