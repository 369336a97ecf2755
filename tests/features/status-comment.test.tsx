/** What becomes of a status update that somebody is writing, while GitLab answers and comments come in. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import readerScript from '../../entrypoints/reader';
import storedScript from '../../entrypoints/stored';
import type { Panels } from '../../features/panels';
import { provide } from '../../features/scripts';
import { composer } from '../../features/status-comment/composer';
import type { Draft } from '../../features/status-comment/draft';
import { EntryForm } from '../../features/status-comment/merge-request/EntryForm';
import { entryComposer } from '../../features/status-comment/merge-request/entry';
import { StatusForm } from '../../features/status-comment/StatusForm';
import { statusComment } from '../../features/status-comment/status-comment';
import type { Profile, StatusField } from '../../handbook/profile';
import { packageGroup } from '../handbook/package-group';
import { shipped } from '../handbook/shipped';
import { stageFor } from './stage';

const key = 'draft status 7 https://gitlab.com group/project#7';
const posted = 'Complete: 80%\n\nConfidence: 90%\n\nNotes: as posted';

let life: AbortController;
/** Lets GitLab answer which merge requests the issue has, and whether there is one of a number. */
let answerMergeRequests: () => void;
let isAnswered: Promise<void>;
let isFailing: boolean;

beforeEach(() => {
  fakeBrowser.reset();
  readerScript.main();
  storedScript.main();
  provide('panels', { composer, StatusForm, EntryForm, entryComposer } as unknown as Panels);
  vi.stubGlobal('fetch', serve);
  // What the browsers have and happy-dom lacks.
  document.execCommand = (_, __, text = '') => {
    const { activeElement: area } = document;
    if (area instanceof HTMLTextAreaElement) area.setRangeText(text);
    return true;
  };
  isFailing = false;
  isAnswered = new Promise(resolve => {
    answerMergeRequests = resolve;
  });
});
afterEach(async () => {
  vi.useRealTimers();
  leave();
  await settled();
  vi.unstubAllGlobals();
});

/** An issue with one comment, an update of the person's, and one merge request, which closes it. */
async function serve(url: string, init: RequestInit): Promise<Response> {
  if (isFailing) return new Response('', { status: 500 });
  if (url.includes('/closes_issues')) {
    const [title, web_url] = ['Lunch', 'https://gitlab.com/group/project/-/issues/7'];
    return new Response(JSON.stringify([{ iid: 7, title, web_url, references: { full: 'group/project#7' } }]));
  }
  const name = /query (\w+)/.exec(JSON.parse(String(init.body)).query)?.[1];
  if (name?.endsWith('MergeRequests')) await isAnswered;
  const user = { id: 'gid://gitlab/User/7', username: 'ana', name: 'Ana Novak', bot: false };
  const note = {
    id: 'gid://gitlab/Note/100',
    body: posted,
    internal: false,
    system: false,
    createdAt: '2026-11-01T10:00:00Z',
    lastEditedAt: null,
    url: 'https://gitlab.com/group/project/-/issues/7#note_100',
    author: user,
  };
  const discussions = { pageInfo: { hasNextPage: false, endCursor: null }, nodes: [{ notes: { nodes: [note] } }] };
  const mergeRequest = {
    iid: '5',
    title: 'Lunch',
    state: 'opened',
    draft: false,
    project: { fullPath: 'group/project' },
  };
  const development = { type: 'DEVELOPMENT', closingMergeRequests: { nodes: [{ mergeRequest }] } };
  const namespace = {
    workItem: { widgets: [{ type: 'NOTES', discussions }] },
    workItems: { nodes: [{ iid: '7', widgets: [development] }] },
  };
  return new Response(JSON.stringify({ data: { namespace } }));
}

/** Opens the page anew, with what is stored. */
function openPage(profile = packageGroup): Promise<void> {
  const form = '<div class="js-comment-form"><textarea class="js-gfm-input"></textarea></div>';
  const notes = `<div class="work-item-notes"><ul class="main-notes-list"></ul>${form}</div>`;
  return openAt('issues/7', `<div data-testid="work-item-detail">${notes}</div>`, profile);
}

function openMergeRequest(): Promise<void> {
  return openAt('merge_requests/5', '<form data-testid="comment-form" class="js-main-target-form"></form>');
}

async function openAt(address: string, html: string, profile = packageGroup): Promise<void> {
  leave();
  life = new AbortController();
  const { happyDOM } = window as unknown as { happyDOM: { setURL(url: string): void } };
  happyDOM.setURL(`https://gitlab.com/group/project/-/${address}`);
  document.body.innerHTML = `<script>window.gon={};gon.current_user_id=7;</script>${html}`;
  statusComment.run(stageFor(profile, life.signal));
  await settled();
}

function leave(): void {
  life?.abort();
  document.body.innerHTML = '';
}

const settled = () => new Promise(resolve => setTimeout(resolve, 20));

const root = () => document.querySelector('handrail-view')?.shadowRoot ?? undefined;
const text = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const bar = () => text(root()?.querySelector('.view'));
const box = () => document.querySelector<HTMLTextAreaElement>('textarea.js-gfm-input');

function button(name: string): HTMLButtonElement {
  const buttons = [...(root()?.querySelectorAll('button') ?? [])];
  const found = buttons.find(button => (button.getAttribute('aria-label') ?? text(button)) === name);
  if (!found) throw new Error(`expected a button "${name}", found: ${buttons.map(text)}`);
  return found;
}

async function press(name: string): Promise<void> {
  button(name).focus();
  button(name).click();
  await settled();
}

/** Opens or closes the form. */
const toggle = () => press('Status update');

function fieldOf(label: string): HTMLInputElement {
  const field = root()?.querySelector(`form [type="number"][aria-label="${label}"]`);
  const labels = [...(root()?.querySelectorAll('label') ?? [])];
  const found = field ?? labels.find(one => text(one) === label)?.parentElement?.querySelector('textarea');
  if (!found) throw new Error(`expected a field "${label}"`);
  return found as HTMLInputElement;
}

const shown = (label: string) => fieldOf(label).value;

async function type(label: string, value: string): Promise<void> {
  const field = fieldOf(label);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settled();
}

/** A comment of the person's appears, and is read. */
async function comment(id: number, paragraphs: string): Promise<void> {
  const html = `<li class="note note-comment" id="note_${id}"><a class="author-name-link" data-user-id="7" data-username="ana"></a>
    <div class="note-text md">${paragraphs.split('\n\n').join('<br>')}</div></li>`;
  document.querySelector('ul')?.insertAdjacentHTML('beforeend', html);
  await new Promise(resolve => setTimeout(resolve, 400));
}

const stored = async () => (await fakeBrowser.storage.local.get(key))[key] as Draft | undefined;

describe('a draft that was there before', () => {
  beforeEach(async () => {
    await openPage();
    await toggle();
    await type('Notes', 'a long story');
    await type('Confidence', '33');
    await openPage();
    expect(bar()).toContain('Draft, ');
    await toggle();
    expect(shown('Notes')).toBe('a long story');
  });

  it('keeps its fields when one is changed before GitLab names the merge requests', async () => {
    await type('Complete', '50');
    answerMergeRequests();
    await settled();
    expect([shown('Complete'), shown('Confidence'), shown('Notes')]).toEqual(['50', '33', 'a long story']);
    expect((await stored())?.values).toMatchObject({ complete: 50, confidence: 33, notes: 'a long story' });
  });

  it('keeps its fields when one is changed and any other comment comes', async () => {
    answerMergeRequests();
    await settled();
    await type('Complete', '50');
    await comment(101, 'Thank you!');
    expect([shown('Complete'), shown('Confidence'), shown('Notes')]).toEqual(['50', '33', 'a long story']);
  });

  it('keeps a field empty that was cleared', async () => {
    await type('Confidence', '');
    await openPage();
    await toggle();
    expect(shown('Confidence')).toBe('');
    await type('Complete', '50');
    answerMergeRequests();
    await settled();
    expect([shown('Confidence'), shown('Notes')]).toEqual(['', 'a long story']);
  });
});

describe('an open form begins anew, with the merge requests', () => {
  beforeEach(async () => {
    answerMergeRequests();
    await openPage();
    await toggle();
    await type('Complete', '50');
  });

  it('when its comment is posted', async () => {
    await press('Insert into comment');
    expect(bar()).toContain('Inserted into the comment.');
    await toggle();
    await comment(101, box()?.value ?? '');
    expect(await stored()).toBeUndefined();
    expect([shown('Complete'), shown('Complete of !5'), shown('Notes')]).toEqual(['50', '', 'as posted']);
  });

  it('when another tab removes its draft, and nobody types here', async () => {
    box()?.focus();
    await fakeBrowser.storage.local.remove(key);
    await settled();
    expect([shown('Complete'), shown('Complete of !5'), shown('Notes')]).toEqual(['80', '', 'as posted']);
  });
});

describe('a comment that was inserted before does not take another draft away when it is posted', () => {
  const other = { version: 1, savedAt: Date.now(), values: { complete: 20, confidence: 20, notes: 'typed there' } };

  beforeEach(async () => {
    await openPage();
    await toggle();
    await type('Notes', 'typed here');
    await press('Insert into comment');
    expect(box()?.value).toContain('typed here');
    box()?.focus();
  });

  it('the version of another tab', async () => {
    await fakeBrowser.storage.local.set({ [`${key} other`]: other });
    await settled();
    await press('Use that version');
    await comment(101, box()?.value ?? '');
    expect((await stored())?.values).toEqual(other.values);
  });

  it('what another tab has written since', async () => {
    await fakeBrowser.storage.local.set({ [key]: other });
    await settled();
    await comment(101, box()?.value ?? '');
    expect((await stored())?.values).toEqual(other.values);
  });
});

it('a line that a merge request adds to a draft leaves the rest of it, its format too', async () => {
  const draft = { version: 1, savedAt: Date.now(), values: { complete: 20 }, format: 'Issue', insertedAfterNote: 100 };
  await fakeBrowser.storage.local.set({ [key]: draft });
  await openMergeRequest();
  await toggle();
  await type('Notes', 'half way');
  await press('Add to the draft of #7');
  expect(await stored()).toMatchObject({ format: 'Issue', values: { complete: 20, mrs: [{ ref: '!5' }] } });
  expect((await stored())?.insertedAfterNote).toBeUndefined();
});

describe('a button that goes with what it does leaves the focus in the form:', () => {
  const focused = () => root()?.activeElement;

  it('Undo, at the button that it takes back', async () => {
    await openPage();
    await toggle();
    await type('Notes', 'a long story');
    await press('Discard draft');
    await press('Undo');
    expect(shown('Notes')).toBe('a long story');
    expect(text(focused())).toBe('Discard draft');
    await press('Discard draft');
    await toggle();
    await press('Undo');
    expect(text(focused())).toBe('Status update');
  });

  it('Undo, which goes after ten seconds', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const waitAt = async (undo: HTMLButtonElement) => {
      undo.focus();
      await vi.advanceTimersByTimeAsync(10_000);
      expect(undo.isConnected).toBe(false);
    };
    await openPage();
    await toggle();
    await type('Notes', 'a long story');
    await press('Discard draft');
    await waitAt(button('Undo'));
    expect(text(focused())).toBe('Discard draft');
    await type('Notes', 'another one');
    await press('Discard draft');
    await toggle();
    await waitAt(button('Undo'));
    expect(text(focused())).toBe('Status update');
  });

  it('Undo of a merge request’s line', async () => {
    await openMergeRequest();
    await toggle();
    await type('Notes', 'half way');
    await press('Discard draft');
    await press('Undo');
    expect(shown('Notes')).toBe('half way');
    expect(text(focused())).toBe('Discard draft');
  });

  it('another try to find the merge requests, before what it may bring', async () => {
    isFailing = true;
    answerMergeRequests();
    await openPage();
    await toggle();
    isFailing = false;
    const again = root()?.querySelector<HTMLElement>('.merge-requests .link-button');
    again?.focus();
    again?.click();
    await settled();
    expect(bar()).toContain('Add !5');
    expect(text(focused())).toBe('Add merge request');
  });

  it('another try to find the issue, before what it may bring', async () => {
    isFailing = true;
    await openMergeRequest();
    await toggle();
    isFailing = false;
    await press('Try again');
    expect(bar()).toContain('#7 Lunch');
    expect(focused()).toBe(fieldOf('Notes'));
  });

  it('clearing a choice, at its first option', async () => {
    await openPage(shipped('verify-ci-platform'));
    await toggle();
    const [first, second] = root()?.querySelectorAll<HTMLInputElement>('[type="radio"]') ?? [];
    second?.click();
    await settled();
    await press('Clear');
    expect(second?.checked).toBe(false);
    expect(focused()).toBe(first);
  });
});

describe('what is wrong gets the focus before the next frame, in which somebody may go on:', () => {
  beforeEach(() => {
    answerMergeRequests();
    vi.stubGlobal('requestAnimationFrame', () => 0);
  });

  it('in the update of an issue', async () => {
    await openPage();
    await toggle();
    await type('Confidence', '120');
    await press('Insert into comment');
    expect(bar()).toContain('Confidence is 0 to 100.');
    expect(root()?.activeElement).toBe(fieldOf('Confidence'));
  });

  it('in the line of a merge request', async () => {
    await openMergeRequest();
    await toggle();
    await type('Confidence', '120');
    await press('Insert into comment');
    expect(bar()).toContain('Confidence is 0 to 100.');
    expect(root()?.activeElement).toBe(fieldOf('Confidence'));
  });
});

/** The Package group's profile, which demands that fields of one kind are filled in. */
function demanding(kind: StatusField['kind']): Profile {
  const { status } = packageGroup;
  if (!status) throw new Error('expected a status comment');
  const fields = status.fields.map(field => (field.kind === kind ? { ...field, required: true as const } : field));
  return { ...packageGroup, status: { ...status, fields } };
}

it('a label that is needed and missing gets the focus', async () => {
  answerMergeRequests();
  await openPage(demanding('labels'));
  await toggle();
  await press('Insert into comment');
  expect(bar()).toContain('Fill in: Concern.');
  expect(text(root()?.activeElement?.closest('label'))).toBe('frontend');
});

it('merge requests that are needed and missing are said to be, where one is added', async () => {
  answerMergeRequests();
  await openPage(demanding('merge-requests'));
  await toggle();
  await press('Leave out !5');
  await press('Insert into comment');
  expect(box()?.value).toBe('');
  expect(text(root()?.activeElement)).toBe('Add merge request');
  const description = root()?.activeElement?.getAttribute('aria-describedby');
  expect(text(root()?.querySelector(`[id="${description}"]`))).toBe('Fill in: Merge requests.');
  await press('Add !5');
  expect(bar()).not.toContain('Fill in');
});

it('what is wrong leaves the focus with somebody who has gone on typing while GitLab was asked', async () => {
  await openPage();
  await toggle();
  await type('Confidence', '120');
  await press('Add merge request');
  const reference = root()?.activeElement as HTMLInputElement;
  reference.value = '!9';
  reference.dispatchEvent(new Event('input', { bubbles: true }));
  await settled();
  await press('Insert into comment');
  expect(button('Inserting into comment')).toBe(root()?.activeElement);
  fieldOf('Notes').focus();
  answerMergeRequests();
  await settled();
  expect(bar()).toContain('Confidence is 0 to 100.');
  expect(root()?.activeElement).toBe(fieldOf('Notes'));
});
