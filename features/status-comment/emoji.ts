/** GitLab's short names of the emoji that teams choose from in a status, and what they look like. */
const emoji: Readonly<Record<string, string>> = {
  red_circle: '🔴',
  yellow_circle: '🟡',
  large_yellow_circle: '🟡',
  green_circle: '🟢',
  large_green_circle: '🟢',
  orange_circle: '🟠',
  large_orange_circle: '🟠',
  triangular_flag_on_post: '🚩',
  white_check_mark: '✅',
  warning: '⚠️',
  x: '❌',
  tada: '🎉',
  thumbsup: '👍',
  thumbsdown: '👎',
};

/** The first emoji that a comment's words would show, written as itself or as `:green_circle:`. */
export function emojiIn(words: string): string | undefined {
  const [, name] = /:([a-z_]+):/.exec(words) ?? [];
  return (name && emoji[name]) ?? /\p{Extended_Pictographic}\uFE0F?/u.exec(words)?.[0];
}
