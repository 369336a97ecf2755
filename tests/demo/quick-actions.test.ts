// @vitest-environment node
import { expect, test } from 'vitest';
import { extractCommands } from '../../demo/quick-actions';

test.each([
  ['a command after text', 'Text\n\n/weight 3', 'Text', ['weight 3']],
  ['commands between text keep their neighbours', 'a\n/close\nb', 'a\nb', ['close ']],
  ['names in capitals and aliases', '/WEIGHT 3\n/labels ~bug', '', ['weight 3', 'label ~bug']],
  ['known commands vanish even when they cannot run', 'x\n/merge', 'x', ['merge ']],
  ['unknown names stay', '/wait 3', '/wait 3', []],
  ['so do names that objects have by nature', '/constructor', '/constructor', []],
  ['a space before the slash', ' /weight 3', ' /weight 3', []],
  ['a slash inside a line', 'see /weight 3', 'see /weight 3', []],
  ['an escaped slash', '\\/close', '\\/close', []],
  ['code blocks', '```\n/close\n```', '```\n/close\n```', []],
  ['quotes', '> /close', '> /close', []],
  ['HTML blocks', '<div>\n/close\n</div>', '<div>\n/close\n</div>', []],
])('%s', (_name, body, text, commands) => {
  const found = extractCommands(body);
  expect([found.text, found.commands.map(({ name, argument }) => `${name} ${argument}`)]).toEqual([text, commands]);
});

test('without commands the text is kept byte for byte', () => {
  expect(extractCommands('a  \n\nb\n\n').text).toBe('a  \n\nb\n\n');
});
