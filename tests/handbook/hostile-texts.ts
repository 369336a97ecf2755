/** What the reader of status comments stumbles over, if over anything. */
export const pieces: readonly string[] = [
  ...[
    'Complete:',
    ' 80%',
    '80% complete, ',
    '90% confident',
    ' - ',
    '\n',
    '\n\n',
    '> ',
    '>>>',
    '```',
    '~~~',
    '<!--',
    '-->',
  ],
  ...['| ', '|--|', '- [x] ', '# ', '**', '_', '`', '\\', ':a:', '🟢', '!1+', 'a/b!', '](', '[', '~"', '"', '→', '…%'],
  ...['9', ' ', ',', '2026-01-01', 'Notes:', 'Concern: ~', 'MR statuses:', 'https://a/b/-/merge_requests/', '\u00a0'],
  ...['\r', '\u0000', '\ud83d', '：'],
];

/** Alone they are harmless; a hundred thousand of them are not to be more. */
const repeated = [
  ...pieces,
  'a',
  '-',
  '>',
  '<!-- ',
  '~"a',
  'a/',
  'a:',
  '(',
  ' |',
  '|\n--|\n',
  '\\a',
  '* ',
  '[](',
  '!',
  '1,',
  '👍🏽',
];

const size = 100_000;

/** 100 kB of nothing else. */
export function longOf(piece: string): string {
  return piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
}

/** One text of 100 kB for each piece and for each end that could make a pattern go back over it. */
export function longTexts(start: string): { readonly piece: string; readonly text: string }[] {
  return repeated.flatMap(piece => ['', 'x', '\u2028-->x'].map(end => ({ piece, text: start + longOf(piece) + end })));
}
