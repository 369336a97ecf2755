import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parts } from '../../gitlab/anchors';
import { viewName } from '../../gitlab/view';
import { follow, watch } from '../../gitlab/watch';

let end: AbortController;
beforeEach(() => {
  end = new AbortController();
  document.body.innerHTML = '';
});
afterEach(() => end.abort());

/** A mutation observer answers in a microtask of its own. */
const observed = () => new Promise(resolve => setTimeout(resolve));

function add(html: string, parent: Element = document.body): Element {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  parent.append(holder);
  return holder;
}

function seen() {
  const present: string[] = [];
  const signals: AbortSignal[] = [];
  watch(
    ['.new', '.old'],
    (element, signal) => {
      present.push(element.id);
      signals.push(signal);
    },
    end.signal,
  );
  return { present, signals };
}

/** Rows of GitLab's list, as one change. */
function addRows(count: number): HTMLElement[] {
  const rows = Array.from({ length: count }, (_, at) => {
    const row = document.createElement('li');
    row.id = `issuable_${at}`;
    row.innerHTML = `<p class="new"></p><span class="issue-title" data-testid="issuable-title"></span>`;
    return row;
  });
  document.body.append(...rows);
  return rows;
}

/** Each look at it takes so many milliseconds. */
function slowClock(step: number) {
  let now = 0;
  return vi.spyOn(performance, 'now').mockImplementation(() => {
    now += step;
    return now;
  });
}

function seenRows() {
  const signals = new Map<Element, AbortSignal>();
  watch([parts.row], (element, signal) => signals.set(element, signal), end.signal);
  return signals;
}

describe('thousands of rows', () => {
  it('are looked through in pieces, the first before the page is painted', async () => {
    const seen = seenRows();
    const clock = slowClock(3);
    addRows(30);
    await Promise.resolve();
    expect(seen.size).toBeGreaterThan(0);
    expect(seen.size).toBeLessThan(30);
    await vi.waitFor(() => expect(seen.size).toBe(30));
    clock.mockRestore();
  });

  it('are not looked through when they left before their turn', async () => {
    const seen = seenRows();
    const clock = slowClock(10);
    const rows = addRows(5);
    await Promise.resolve();
    expect(seen.size).toBe(1);
    for (const row of rows.slice(1, 4)) row.remove();
    await vi.waitFor(() => expect(seen.size).toBe(2));
    clock.mockRestore();
  });

  it('end their presence when they leave, and are told of again when they come back', async () => {
    const seen = seenRows();
    const [first, second] = addRows(300);
    if (!first || !second) throw new Error('expected 300 rows');
    await vi.waitFor(() => expect(seen.size).toBe(300));
    const before = seen.get(first);
    first.remove();
    const list = document.createElement('ul');
    second.replaceWith(list);
    await observed();
    expect([...seen.values()].filter(signal => signal.aborted)).toHaveLength(2);
    document.body.append(first);
    list.append(second);
    await observed();
    expect(before?.aborted).toBe(true);
    expect(seen.get(first)?.aborted).toBe(false);
    list.remove();
    await observed();
    expect([...seen].filter(([, signal]) => signal.aborted)).toEqual([[second, seen.get(second)]]);
  });

  it('have nothing in them watched', async () => {
    const { present } = seen();
    addRows(1);
    await observed();
    expect(present).toEqual([]);
  });
});

describe('watching', () => {
  it('of comments nothing but the comments are watched', async () => {
    const { present } = seen();
    const comments: string[] = [];
    watch([parts.note], ({ id }) => comments.push(id), end.signal);
    const list = add('<ul class="main-notes-list"></ul><p class="new" id="form"></p>').firstElementChild;
    await observed();
    if (list) add('<ul><li class="note note-comment" id="note_1"><p class="new" id="inside"></p></li></ul>', list);
    await observed();
    expect([...present, ...comments]).toEqual(['form', 'note_1']);
  });

  it('tells of what is there and of what comes, each once', async () => {
    add('<p class="old" id="a"></p>');
    const { present } = seen();
    expect(present).toEqual(['a']);
    add('<section><p class="new" id="b"></p></section><p class="new old" id="c"></p>');
    await observed();
    add('<p id="d"></p>');
    await observed();
    expect(present).toEqual(['a', 'b', 'c']);
  });

  it('tells a second one of the same what is there, and what comes, each once', async () => {
    add('<p class="new" id="a"></p><p class="old" id="b"></p>');
    seen();
    await observed();
    add('<p class="new" id="c"></p>');
    const { present } = seen();
    await observed();
    expect(present.sort()).toEqual(['a', 'b', 'c']);
  });

  it('ends the presence of what leaves, with its surroundings too', async () => {
    const holder = add('<section><p class="new" id="a"></p></section>');
    const { signals } = seen();
    holder.remove();
    await observed();
    expect(signals.map(signal => signal.aborted)).toEqual([true]);
  });

  it('keeps the presence of what is only moved', async () => {
    const holder = add('<p class="new" id="a"></p>');
    const { present, signals } = seen();
    add('<section></section>').append(holder);
    await observed();
    expect(present).toEqual(['a']);
    expect(signals[0]?.aborted).toBe(false);
  });

  it('tells again of what comes back', async () => {
    const holder = add('<p class="new" id="a"></p>');
    const { present } = seen();
    holder.remove();
    await observed();
    document.body.append(holder);
    await observed();
    expect(present).toEqual(['a', 'a']);
  });

  it('ends everything with its signal', async () => {
    add('<p class="new" id="a"></p>');
    const { present, signals } = seen();
    end.abort();
    add('<p class="new" id="b"></p>');
    await observed();
    expect(present).toEqual(['a']);
    expect(signals[0]?.aborted).toBe(true);
  });
});

describe('following', () => {
  it('tells once of a batch of changes inside, and of changed text', async () => {
    const holder = add('<p><b>1</b></p>');
    let changes = 0;
    follow(holder, () => changes++, end.signal);
    add('<i></i>', holder);
    add('<i></i>', holder);
    await observed();
    expect(changes).toBe(1);
    const text = holder.querySelector('b')?.firstChild;
    if (text) text.textContent = '2';
    await observed();
    expect(changes).toBe(2);
  });

  it('tells many in pieces: who waits is told once of all changes, and not after the end', async () => {
    const clock = slowClock(3);
    const followed = Array.from({ length: 10 }, () => {
      const one = { holder: add('<p></p>'), onChange: vi.fn(), end: new AbortController() };
      follow(one.holder, one.onChange, one.end.signal);
      return one;
    });
    const changeAll = () => followed.map(({ holder }) => add('<i></i>', holder));
    const waiting = () => followed.filter(({ onChange }) => onChange.mock.calls.length === 0);
    changeAll();
    await Promise.resolve();
    const later = waiting();
    expect(later.length).toBeGreaterThan(1);
    expect(later.length).toBeLessThan(10);
    const gone = later.pop();
    gone?.end.abort();
    changeAll();
    await vi.waitFor(() => expect(waiting()).toEqual([gone]));
    for (const { onChange } of later) expect(onChange).toHaveBeenCalledOnce();
    clock.mockRestore();
    for (const one of followed) one.end.abort();
  });

  it('does not tell of changes elsewhere, nor of our own views', async () => {
    const holder = add('<p></p>');
    let changes = 0;
    follow(holder, () => changes++, end.signal);
    add('<p></p>');
    holder.append(document.createElement(viewName));
    await observed();
    expect(changes).toBe(0);
  });
});
