import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Names in the sprite of @gitlab/svgs. */
const used = [
  'approval bold check chevron-down chevron-lg-left chevron-right chevron-up clear close close-xs code comments',
  'dotted-circle ellipsis_v eye-slash information-o issue-close issue-open-m issues italic label labels link',
  'list-bulleted list-numbered list-task markdown-mark maximize merge merge-request merge-request-close milestone pencil',
  'plus preferences question-o quick-actions quote reply search settings sort-highest sort-lowest status-cancelled',
  'status-failed status-running status-success status-waiting strikethrough table tanuki todo-add warning weight',
  'work-item-epic work-item-incident work-item-issue work-item-task',
]
  .join(' ')
  .split(' ');

/** A drawing and the box it is drawn in. */
export type Icon = { viewBox: string; paths: string };

let sprite: string | undefined;

/** The icons that the demo uses, by name. */
export function iconPaths(): Record<string, Icon> {
  sprite ??= readFileSync(createRequire(import.meta.url).resolve('@gitlab/svgs/dist/icons.svg'), 'utf8');
  const icons: Record<string, Icon> = {};
  for (const [, attributes = '', paths = ''] of sprite.matchAll(/<symbol([^>]*)>(.*?)<\/symbol>/gs)) {
    const [, id = ''] = /\bid="([^"]+)"/.exec(attributes) ?? [];
    const [, viewBox = '0 0 16 16'] = /\bviewBox="([^"]+)"/.exec(attributes) ?? [];
    if (used.includes(id)) icons[id] = { viewBox, paths };
  }
  return icons;
}
