import { describe, expect, it } from 'vitest';
import { labelsIn, weightIn } from '../../gitlab/facts';
import { sessionIn } from '../../gitlab/session';

function element(html: string): Element {
  document.body.innerHTML = html;
  const [first] = document.body.children;
  if (!first) throw new Error('expected an element');
  return first;
}

const scoped = (attributes: string, link: string) =>
  `<div><span class="gl-label gl-label-scoped gl-label-text-light" ${attributes} style="--label-background-color: #CC0033;">
    ${link}<span class="gl-label-text"> Package </span> <span class="gl-label-text-scoped"> P1 </span></a></span></div>`;

describe('a label', () => {
  it.each([
    ['by data-testid, in the sidebar', scoped('data-testid="Package::P1"', '<a class="gl-label-link" href="#">')],
    [
      'by data-qa-label-name, on merge requests',
      scoped('data-qa-label-name="Package::P1"', '<a class="gl-label-link" href="#">'),
    ],
    ['by its link, in lists', scoped('', '<a class="gl-label-link" href="?label_name[]=Package%3A%3AP1">')],
    ['by its visible parts, on boards', scoped('', '<a class="gl-label-link" href="#">')],
    [
      'not by an attribute that says something else',
      scoped('data-testid="label"', '<a class="gl-label-link" href="?label_name[]=other">'),
    ],
  ])('has its full title %s', (_, html) => {
    expect(labelsIn(element(html))).toEqual([{ title: 'Package::P1', color: '#CC0033', isScoped: true }]);
  });

  it('on the Free tier is one text with its colons', () => {
    expect(
      labelsIn(element('<div><span class="gl-label"><span class="gl-label-text">priority::1</span></span></div>'))[0]
        ?.title,
    ).toBe('priority::1');
  });

  it('may hold anything as its title, and a colour that is none is left out', () => {
    const html = `<div><span class="gl-label" style="--label-background-color: url(x)"><span class="gl-label-text">&lt;img src=x onerror=alert(1)&gt;</span></span></div>`;
    expect(labelsIn(element(html))).toEqual([
      { title: '<img src=x onerror=alert(1)>', color: undefined, isScoped: false },
    ]);
  });
});

describe('the weight section', () => {
  const section = (content: string) =>
    element(`<section><div><h3>Weight</h3><button data-testid="edit-button">Edit 7</button></div>${content}</section>`);
  it.each([
    ['a number', '\n 2\n <span><svg></svg></span>', { kind: 'set', weight: 2 }],
    ['0', '0', { kind: 'set', weight: 0 }],
    ['none', '<span class="gl-text-subtle">None</span>', { kind: 'unset' }],
    ['none in another language', '<span class="gl-text-subtle">Keine</span>', { kind: 'unset' }],
    ['a number beside our own view', '13<handrail-view>5</handrail-view>', { kind: 'set', weight: 13 }],
    ['a number beside what another extension wrote', '13<b>5</b> 3 tomatoes', { kind: 'set', weight: 13 }],
    [
      'our own view alone',
      '<span class="gl-text-subtle">None</span><handrail-view>5</handrail-view>',
      { kind: 'unset' },
    ],
    [
      'the open form',
      '<div><input id="weight-widget-input" type="number" value="5"></div>',
      { kind: 'editing', typed: '5' },
    ],
  ])('shows %s', (_, content, shown) => {
    expect(weightIn(section(content))).toEqual(shown);
  });
});

describe('the session', () => {
  it.each([
    [
      'signed in',
      '<script>window.gon={};gon.api_version="v4";gon.current_user_id=42;gon.current_username="ana";</script>',
      { kind: 'signed-in', userId: '42' },
    ],
    ['signed out', '<script>window.gon={};gon.api_version="v4";</script>', { kind: 'signed-out' }],
    ['signed out, by the sign-in button', '<a data-testid="topbar-signin-button">Sign in</a>', { kind: 'signed-out' }],
    ['unknown', '<script>var other = "gon.current_user_id=42;"</script>', { kind: 'unknown' }],
  ])('%s', (_, html, session) => {
    document.body.innerHTML = html;
    expect(sessionIn(document)).toEqual(session);
  });
});
