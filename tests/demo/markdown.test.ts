// @vitest-environment node
import { beforeEach, expect, test } from 'vitest';
import { renderMarkdown } from '../../demo/markdown';
import { seed } from '../../demo/seed';
import type { Store } from '../../demo/store';

let store: Store;
beforeEach(() => {
  store = seed();
});

const render = (text: string) => renderMarkdown(store, 'gitlab-org/gitlab', text);

test('a newline in a paragraph stays one; two spaces or a backslash break the line', () => {
  expect(render('Complete: 80%\nConfidence: 90%')).toBe(
    '<p data-sourcepos="1:1-2:15" dir="auto">Complete: 80%\nConfidence: 90%</p>\n',
  );
  expect(render('a\\\nb  \nc')).toContain('a<br>\nb<br>\nc');
});

test('references that exist become links', () => {
  expect(render('see #1')).toContain('<a href="/gitlab-org/gitlab/-/issues/1" data-original="#1"');
  expect(render('see !11111+')).toContain('>Docs update (!11111)</a>');
  expect(render('see gitlab-org/container-registry#2')).toContain('/gitlab-org/container-registry/-/issues/2');
  expect(render('@ana')).toContain('class="gfm gfm-project_member js-user-link" title="Ana Novak">@ana</a>');
  expect(render('%18.9 %"Next 1-3 releases"').match(/gfm-milestone/g)).toHaveLength(2);
});

test('labels look as GitLab draws them', () => {
  const html = render('~Package::P1 ~frontend ~"needs "review"" ~"<img src=x onerror=alert(1)>"');
  expect(html).toContain('<span class="gl-label gl-label-scoped gl-label-sm"');
  expect(html).toContain('>Package</span><span class="gl-label-text-scoped">P1</span></a></span>');
  expect(html).toContain('>frontend</span></a></span>');
  expect(html).toContain('&lt;img src=x');
  expect(html).not.toContain('<img');
});

test('without licence a label with colons is one text', () => {
  store.plan = 'free';
  expect(render('~Package::P1')).toContain('>Package::P1</span></a></span>');
});

test.each(['#999', '!999', '@nobody', '~nothing', 'a#1', 'me@ana', '`#1`', '[a #1](/x)'])(
  '%s is no reference',
  text => {
    expect(render(text)).not.toContain('data-reference-type');
  },
);

test('tasks have a check box', () => {
  const html = render('- [x] Done, see #1\n- [ ] Open');
  expect(html).toContain('class="task-list-item"');
  expect(html).toContain('<input type="checkbox" class="task-list-item-checkbox" disabled checked> Done, see <a');
  expect(html).toContain('disabled> Open');
});

test('HTML is text', () => {
  expect(render('<img src=x onerror=alert(1)>')).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(render('[x](javascript:alert(1))')).not.toContain('href');
});

test('code blocks carry their language and lines', () => {
  const html = render('```ruby\na = 1\nb = "<"\n```');
  expect(html).toContain('class="code highlight js-syntax-highlight language-ruby"');
  expect(html).toContain('<span id="LC2" class="line" lang="ruby">b = &quot;&lt;&quot;</span>');
});
