import { beforeEach, describe, expect, it } from 'vitest';
import { itemAt, itemKey } from '../../gitlab/items';

const instance = { origin: 'https://gitlab.com', root: '' };

function at(path: string, html: string): Element {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(`https://gitlab.com${path}`);
  document.body.innerHTML = html;
  const element = document.querySelector('.here');
  if (!element) throw new Error('expected an element');
  return element;
}

const inPanel = (link: string, here: string) =>
  `<div id="contextual-panel-portal"><a data-testid="work-item-drawer-ref-link" href="${link}"></a><div data-testid="work-item-detail">${here}</div></div>`;
const here = '<section class="here"></section>';
const editor = (path: string, iid: string) =>
  `<div class="here"><div class="js-editor" data-work-item-full-path="${path}" data-work-item-iid="${iid}"></div></div>`;

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('the item that an element belongs to', () => {
  it.each([
    ['the page', '/g/p/-/issues/1', `<div data-testid="work-item-detail">${here}</div>`, 'g/p#1'],
    ['the panel on a list', '/g/p/-/issues', inPanel('/g/q/-/issues/14', here), 'g/q#14'],
    ['the panel over an item', '/g/p/-/issues/1', inPanel('https://gitlab.com/g/q/-/work_items/14', here), 'g/q#14'],
    [
      'the panel, by the address',
      `/g/p/-/issues?show=${btoa('{"iid":"3","full_path":"g/r"}')}`,
      inPanel('', here),
      'g/r#3',
    ],
    ['an editor that says so itself', '/g/p/-/issues/1', editor('g/q', '14'), 'g/q#14'],
    ['a widget of the same number', '/g/p/-/issues/1', '<section class="here" work-item-iid="1"></section>', 'g/p#1'],
  ])('%s', (_, path, html, key) => {
    const item = itemAt(at(path, html), instance);
    expect(item && itemKey(item)).toBe(`https://gitlab.com ${key}`);
  });

  it.each([
    ['a list without a panel', '/g/p/-/issues', here],
    ['a widget of another item', '/g/p/-/issues/1', '<section class="here" work-item-iid="2"></section>'],
    ['an item that is being created', '/g/p/-/issues/1', `<div data-testid="create-work-item-modal">${here}</div>`],
    ['a panel whose link leads elsewhere', '/g/p/-/issues', inPanel('https://evil.test/g/q/-/issues/14', here)],
  ])('is none on %s', (_, path, html) => {
    expect(itemAt(at(path, html), instance)).toBeUndefined();
  });
});
