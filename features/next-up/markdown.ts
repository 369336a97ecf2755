import type { Row } from './rows';

/**
 * The list as a Markdown table, for the issue in which the next milestone is planned.
 *
 * References are full, so that GitLab links them anywhere. Nobody is mentioned, and a confidential title stays out:
 * the planning issue may have other readers.
 */
export function markdownTable(rows: readonly Row[]): string {
  const hasWeights = rows.some(row => row.weight !== undefined);
  const heads = ['Item', 'Title', 'Priority', ...(hasWeights ? ['Weight'] : []), 'Milestone', 'Step', 'Assignees'];
  const lines = rows.map(({ item, priority, weight, step }) => [
    item.reference,
    item.isConfidential ? '(confidential)' : text(item.title),
    text(priority.rule.name),
    ...(hasWeights ? [text(weight ?? '')] : []),
    text(item.milestone?.title ?? ''),
    text(step ?? ''),
    text(item.assignees.map(one => one.name).join(', ')),
  ]);
  return [heads, heads.map(() => '---'), ...lines].map(cells => `| ${cells.join(' | ')} |\n`).join('');
}

/** Text as text: no table cell ends in it, nothing is formatted, linked or mentioned. */
function text(value: string): string {
  return value.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~@$%&^!]/g, '\\$&');
}
