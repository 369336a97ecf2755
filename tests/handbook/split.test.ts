import { describe, expect, it } from 'vitest';
import { openTasks, schedulableWeights, teamLabels, tidyTitle } from '../../handbook/split';
import { packageGroup } from './package-group';

describe('the open tasks of a description', () => {
  it.each<[string, string, string[]]>([
    ['none', 'Nothing to do.\n\n- a list\n- without boxes', []],
    ['dashes', '- [ ] One\n- [ ] Two', ['One', 'Two']],
    ['stars, pluses and numbers', '* [ ] One\n+ [ ] Two\n1. [ ] Three\n2) [ ] Four', ['One', 'Two', 'Three', 'Four']],
    ['done ones are left out', '- [x] One\n- [X] Two\n- [ ] Three', ['Three']],
    ['what does not apply is left out', '- [~] One\n- [ ] Two', ['Two']],
    ['nested', '- [ ] One\n  - [ ] Two\n    1. [ ] Three\n\t- [ ] Four', ['One', 'Two', 'Three', 'Four']],
    ['below a done one', '- [x] One\n  - [ ] Two', ['Two']],
    ['in a quote', '> - [ ] One', ['One']],
    ['not in a code block', '```\n- [ ] One\n```\n- [ ] Two', ['Two']],
    ['not in a code block with a language', '```markdown\n- [ ] One\n```\n- [ ] Two', ['Two']],
    ['a longer fence ends only with one as long', '````\n```\n- [ ] One\n```\n````\n- [ ] Two', ['Two']],
    ['not between tildes', '~~~\n- [ ] One\n```\n- [ ] Two\n~~~\n- [ ] Three', ['Three']],
    ['a code block that never ends', '- [ ] One\n```\n- [ ] Two', ['One']],
    ['a code block in a list item', '- Code:\n  ```\n  - [ ] One\n  ```\n- [ ] Two', ['Two']],
    ['code within a line is no block', '```- [ ] One```\n- [ ] Two', ['Two']],
    ['not in a comment', '<!-- - [ ] One\n- [ ] Two -->\n- [ ] Three', ['Three']],
    ['not in a comment in a quote', '> <!--\n> - [ ] One\n> -->\n> - [ ] Two', ['Two']],
    ['not in a comment that never ends', '- [ ] One\n<!--\n- [ ] Two', ['One']],
    ['not in a comment with a code block that never ends', '<!--\n```\n-->\n- [ ] One', ['One']],
    ['comments in a task', '- [ ] One <!-- first --> and <!-- then --> two\n- [ ] Three', ['One and two', 'Three']],
    ['a comment of a task that goes on', '- [ ] One <!-- see\n  there -->\n- [ ] Two', ['One', 'Two']],
    ['a comment that begins in code is none', 'Wrap it in `<!--`.\n- [ ] One\n- [ ] Two', ['One', 'Two']],
    ['nor one in a code block', '```html\n<!-- open\n```\n- [ ] One\n- [ ] Two', ['One', 'Two']],
    ['nor one in a paragraph that never ends', 'Begin with <!-- here.\n\n- [ ] One', ['One']],
    ['nor one in the code of a task', '- [ ] Drop `<!-- x -->`\n- [ ] Two', ['Drop `<!-- x -->`', 'Two']],
    ['nor an escaped one', '- [ ] Drop \\<!-- x -->', ['Drop \\<!-- x -->']],
    ['without text', '- [ ]\n- [ ] \n- [ ] One', ['One']],
    ['a box in the middle of a line', 'Press [ ] here\n- see [ ] there', []],
    ['without a space before the text', '- [ ]One', []],
    ['line ends of Windows', '- [ ] One\r\n- [ ] Two\r\n', ['One', 'Two']],
    [
      'links and emphasis',
      '- [ ] Read **all** of [the page](https://example.com/a_b) ~~now~~',
      ['Read all of the page now'],
    ],
    ['a link in bold', '- [ ] **[Read](https://example.com)** it', ['Read it']],
    ['code keeps its marks', '- [ ] Call `a__b__c`', ['Call `a__b__c`']],
    [
      'items that exist are left out',
      '- [ ] #12\n- [ ] group/project#12+\n- [ ] &3\n- [ ] https://example.com/1\n- [ ] Fix #12',
      ['Fix #12'],
    ],
    [
      'other scripts and odd characters',
      '- [ ] <img src=x onerror=alert(1)>\n- [ ] عربي 🎉',
      ['<img src=x onerror=alert(1)>', 'عربي 🎉'],
    ],
  ])('%s', (_name, markdown, titles) => {
    expect(openTasks(markdown)).toEqual(titles);
  });
});

it.each([
  ['  two   spaces ', 'two spaces'],
  ['line\nbreak', 'line break'],
  ['a'.repeat(300), 'a'.repeat(255)],
  [' ', ''],
])('a title is one line of GitLab’s length', (typed, title) => {
  expect(tidyTitle(typed)).toBe(title);
});

it('the weights of the parts are those that may be scheduled', () => {
  const { scale } = packageGroup;
  if (!scale) throw new Error('expected the profile to have a scale');
  expect(schedulableWeights(scale)).toEqual([1, 2, 3]);
  const large = { weight: 8, name: 'Large', meaning: 'Too large', schedulable: false };
  expect(schedulableWeights({ ...scale, levels: [large, ...scale.levels] })).toEqual([1, 2, 3]);
});

it('the parts get the labels that say whose they are, and no others', () => {
  const labels = [
    'backend',
    'group::package',
    'devops::package',
    'section::ops',
    'Package::P1',
    'workflow::in dev',
    'Team: One',
  ];
  expect(teamLabels(labels, packageGroup)).toEqual(['group::package', 'devops::package', 'section::ops']);
  expect(teamLabels(labels, { ...packageGroup, appliesTo: { labels: ['team::one'] } })).toContain('Team: One');
  expect(
    teamLabels(labels, { ...packageGroup, matching: 'strict', appliesTo: { labels: ['team::one'] } }),
  ).not.toContain('Team: One');
});
