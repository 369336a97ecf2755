import { GitLabError, type GitLabErrorKind } from '../../../gitlab/api';
import type { Failure, Intent, Part, Route, Row } from './intent';

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

/** `Two rows come from the open tasks of the description.` */
export function sourceText(count: number): string {
  const rows = count === 1 ? 'row comes' : 'rows come';
  return `${numbers[count] ?? count} ${rows} from the open tasks of the description.`;
}

export const routes: Readonly<Record<Route, { readonly name: string; readonly line: string }>> = {
  children: { name: 'Child items', line: 'Under this issue, with its team labels' },
  related: { name: 'Related issues', line: 'In the same project, linked to this one, with its team labels' },
  epic: { name: 'Convert to an epic', line: 'Puts /promote_to Epic into the comment box' },
};

/** `3 child items`, `1 related issue`. */
export function itemsText(count: number, route: Route): string {
  return `${count} ${route === 'related' ? 'related issue' : 'child item'}${count === 1 ? '' : 's'}`;
}

/** `2 of 3 created`, and for those who do not see the rows, which of them failed. */
export function progressText({ rows }: Intent): readonly [seen: string, heard: string] {
  const failed = rows.filter(row => row.failure && !row.created).map(row => row.title);
  return [
    `${rows.filter(row => row.created).length} of ${rows.length} created`,
    failed.length === 0 ? '' : `. Not created: ${failed.join(', ')}.`,
  ];
}

/** What is said under a row, and whether it is a failure. */
export function rowText(row: Row): { readonly tone: 'danger' | 'warning' | 'info'; readonly text: string } | undefined {
  const { attempt, created, failure, weight } = row;
  if (created) {
    if (weight !== undefined && created.weight !== weight) {
      return { tone: 'warning', text: `GitLab did not take weight ${weight}. Set it on the new item.` };
    }
    return created.isFound ? { tone: 'info', text: 'Already created.' } : undefined;
  }
  if (failure) return { tone: 'danger', text: failure.reason };
  if (attempt)
    return { tone: 'warning', text: 'GitLab’s answer did not come. Before it is sent again it is looked for.' };
  return undefined;
}

export const unstored =
  'The browser did not store what is to be created, so nothing was sent. Reload the page, then try again.';

/** What is said when the rows are not saved as they are typed. */
export const unkept = 'The browser does not store these rows: a reload would lose them.';

/** `In another tab you have also typed: Endpoint, Preview table.` */
export function elsewhereText(parts: readonly Part[]): string {
  return `In another tab you have also typed: ${parts.map(part => part.title).join(', ')}.`;
}

const remedies: Readonly<Record<GitLabErrorKind, string>> = {
  'signed-out': 'Sign in, then try again.',
  forbidden: 'Ask a member of the project to create it.',
  'not-found': 'Reload the page, then try again.',
  conflict: 'Try again.',
  invalid: 'Change the row, then try again.',
  unsupported: '',
  'rate-limited': '',
  server: 'Try again in a while.',
  offline: 'Check the connection, then try again.',
  'timed-out': 'Try again: if it was created after all, it is found.',
  malformed: 'Try again: if it was created after all, it is found.',
};

/** Why a row is not created and what to do, in one or two sentences. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof GitLabError)) throw error;
  const { kind, message } = error;
  return {
    reason: `${/[.!?]$/.test(message) ? message : `${message}.`} ${remedies[kind]}`.trim(),
    isAboutRow: kind === 'invalid',
  };
}

/** The same for what was read, not created. */
export function readFailure(error: unknown): string {
  if (!(error instanceof GitLabError)) throw error;
  const retry = error.kind === 'signed-out' ? 'Sign in, then try again.' : '';
  return `${error.message} ${retry}`.trim();
}

export const elsewhere = 'This is being split in another tab. Nothing was created here.';
