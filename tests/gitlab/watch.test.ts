import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { follow, viewName, watch } from '../../gitlab/watch';

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

describe('watching', () => {
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
