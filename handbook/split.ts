import { labelKey } from './labels';
import type { Profile, Scale } from './profile';
import { levelsOf } from './scale';

/** GitLab's longest title. */
export const longestTitle = 255;

/** A check-list item, in a quote too: a list mark, a box, text. GitLab knows `[ ]`, `[x]` and `[~]` (does not apply). */
const task = /^[\s>]*(?:[-*+]|\d+[.)])\s+\[ \]\s+(.*)$/;

/** The beginning or the end of a code block, inside a list item too. */
const fence = /^[\s>]*(?:[-*+]\s+)?(`{3,}|~{3,})(.*)$/;

/** The beginning of a comment that hides whole lines, up to the one with its end, or all of them without one. */
const commentBlock = /^[\s>]*<!--/;

/**
 * Code within a line, in which nothing else begins; or a comment, up to its end or that of the line. Three marks at most:
 * with any number of them a line of marks alone would be searched for seconds.
 */
const codeOrComment = /(?<!`)(`{1,3})(?!`)[\s\S]*?(?<!`)\1(?!`)|(?<!\\)<!--[\s\S]*?(?:-->|$)/g;

/**
 * The open check-list items of a Markdown text, each as a title.
 *
 * Left out: what is done or does not apply, what stands in code blocks and HTML comments (issue templates have such
 * lists), and tasks that only name another item (`- [ ] #12`), because that one exists already.
 */
export function openTasks(markdown: string): string[] {
  const titles: string[] = [];
  let closing: string | undefined;
  let isInComment = false;
  for (const whole of markdown.split(/\r?\n/)) {
    const open: string = isInComment ? `<!-- ${whole}` : whole;
    // In a code block nothing is a comment.
    const line =
      closing === undefined ? open.replace(codeOrComment, (found, code?: string) => (code ? found : '')) : open;
    const [, mark, info = ''] = fence.exec(line) ?? [];
    if (closing !== undefined) {
      if (mark?.startsWith(closing) && info.trim() === '') closing = undefined;
      continue;
    }
    isInComment = commentBlock.test(open) && !open.includes('-->');
    if (mark && !(mark.startsWith('`') && info.includes('`'))) {
      closing = mark;
      continue;
    }
    const text = task.exec(line)?.[1];
    const title = text && plainTitle(text);
    if (title && !isReference(title)) titles.push(title);
  }
  return titles;
}

/** A title as GitLab would store it: one line, no space around it, not too long. */
export function tidyTitle(title: string): string {
  return title.replace(/\s+/g, ' ').trim().slice(0, longestTitle).trim();
}

/** Links and emphasis go, with the emphasis inside of a link; code keeps its marks, GitLab renders it in titles. */
function plainTitle(text: string): string {
  return tidyTitle(withoutMarks(withoutMarks(text)));
}

function withoutMarks(text: string): string {
  return text.replace(
    /(`+).+?\1|!?\[([^\]]*)\]\([^)\s]*\)|(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\3/g,
    (whole, code: string | undefined, link: string | undefined, _mark, inner: string) =>
      code ? whole : (link ?? inner),
  );
}

function isReference(text: string): boolean {
  return /^(?:[\w./-]*[#!&]\d+\+?s?|https?:\/\/\S+)$/.test(text);
}

/** The weights that a part of a split item may have: those of the scale that may be scheduled, smallest first. */
export function schedulableWeights(scale: Scale): number[] {
  return levelsOf(scale)
    .filter(level => level.schedulable !== false)
    .map(level => level.weight);
}

/** Which of an item's labels say whose it is: those by which the profile knows its items, and GitLab's own scopes. */
export function teamLabels(titles: readonly string[], { appliesTo, matching = 'tolerant' }: Profile): string[] {
  const keys = new Set(appliesTo?.labels?.map(title => labelKey(title, matching)));
  return titles.filter(title => /^(?:group|devops|section)::/.test(title) || keys.has(labelKey(title, matching)));
}
