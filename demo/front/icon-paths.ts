import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Names in the sprite of @gitlab/svgs. */
const used = [
  'approval bold chevron-down chevron-left chevron-lg-left chevron-lg-right chevron-right chevron-up clear close close-xs',
  'check check-circle check-xs code comments copy-to-clipboard eye-slash expand-down git-merge hamburger history information-o',
  'issue-close issue-closed issue-open-m issues italic label labels link list-bulleted list-numbered list-task',
  'live-preview lock long-arrow markdown-mark maximize media merge merge-request merge-request-close milestone minimize',
  'paperclip pencil plus preferences progress question-o quick-actions quote reply search settings sidebar-right smiley',
  'sort-highest sort-lowest status-neutral status-running status-success status-waiting status_notfound strikethrough',
  'status-cancelled table tanuki thumb-up timer todo-add users warning warning-solid weight work-item-epic work-item-incident',
  'work-item-issue work-item-task status-failed ellipsis_v dotted-circle iteration calendar status-alert',
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
