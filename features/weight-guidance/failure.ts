import { GitLabError, type GitLabErrorKind } from '../../gitlab/api';

const remedies: Readonly<Record<GitLabErrorKind, string>> = {
  'signed-out': 'Sign in, then try again.',
  forbidden: 'Ask a member of the project to set it.',
  'not-found': 'Reload the page to see whether it was moved or closed to you.',
  conflict: 'Reload the page, then try again.',
  invalid: 'Use GitLab’s own Edit.',
  unsupported: 'Use GitLab’s own Edit.',
  'rate-limited': '',
  server: 'Try again in a while.',
  offline: 'Check the connection, then try again.',
  'timed-out': 'Try again.',
  malformed: 'Reload the page, then try again.',
};

/**
 * `Weight was not set: you are signed out. Sign in, then try again.`
 *
 * @param what `Weight was not set`.
 * @throws What is no failure of a request.
 */
export function failureText(what: string, error: unknown): string {
  if (!(error instanceof GitLabError)) throw error;
  const { kind, message } = error;
  const why = message.startsWith('GitLab') ? message : message.charAt(0).toLowerCase() + message.slice(1);
  return `${what}: ${why} ${remedies[kind]}`.trim();
}
