/** The text of an imported profile whose id is taken. */
import { describe, expect, it } from 'vitest';
import { renamed } from '../../../entrypoints/options/renamed';
import { parseProfileText } from '../../../handbook/profile-text';

const copy = { version: 1 as const, id: 'plan-copy', name: 'Plan (copy)' };

it.each([
  [
    'YAML',
    '# Ours\nversion: 1\nid: plan # ours\nname: Plan\n',
    '# Ours\nversion: 1\nid: plan-copy # ours\nname: Plan\n',
  ],
  [
    'JSON',
    '{\n  "version": 1,\n  "id": "plan",\n  "name": "Plan"\n}',
    '{\n  "version": 1,\n  "id": "plan-copy",\n  "name": "Plan"\n}',
  ],
])('of %s changes in the line of the id only, comments stay', (_, text, expected) => {
  expect(renamed(text, 'plan', copy)).toBe(expected);
});

describe('where the id does not begin a line the text is written anew, with the id under which it is stored', () => {
  it.each([
    ['one line of JSON', '{"version":1,"id":"plan","name":"Plan"}'],
    ['one line of YAML', '{ version: 1, id: plan, name: Plan }'],
  ])('%s', (_, text) => {
    expect(parseProfileText(renamed(text, 'plan', copy))).toEqual({ profile: copy });
  });
});
