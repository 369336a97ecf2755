import { describe, expect, it } from 'vitest';
import { lastParts, select, selectAll } from '../../gitlab/select';

describe('what stands last in a selector', () => {
  it.each([
    ['.a', '.a'],
    ['.a .b', '.b'],
    ['.a > .b:first-child', '.b:first-child'],
    ['.a .b, .c > [d="e f"]', '.b, [d="e f"]'],
    ['[role="row"]:has(> [role="cell"] > a.b)', '[role="row"]:has(> [role="cell"] > a.b)'],
    [':is(.a, .b) [c]', '[c]'],
    ['.a > a.\\!b', 'a.\\!b'],
    ['li[id^="x_"], .y', 'li[id^="x_"], .y'],
    ['.a:not(:is(.b, .c)) d ~ e', 'e'],
  ])('%s', (selector, expected) => {
    expect(lastParts(selector)).toBe(expected);
  });
});

it('selects what querySelectorAll selects', () => {
  document.body.innerHTML =
    '<div class="outer"><ul class="a"><li class="b" id="1"></li></ul><ul><li class="b" id="2"></li></ul></div>';
  const [list] = document.querySelectorAll('ul');
  expect(list && selectAll(list, '.a .b').map(({ id }) => id)).toEqual(['1']);
  expect(list && select(list, '.outer .b')?.id).toBe('1');
  expect(select(document.body, '.a + ul .b')?.id).toBe('2');
  expect(select(document.body, '.a .c')).toBeNull();
});
