import type { Status } from '../profile';

/** A comment, as far as it decides whether it is read at all. */
export type Written = {
  readonly author: { readonly username: string };
  /** Whether GitLab says so; it does not of every bot. */
  readonly isByBot: boolean;
  readonly isInternal: boolean;
};

/** GitLab tells of some bots only; the others are people's accounts by the name of a bot. */
const botName = /(^|[-_])bot([-_]|$)/i;

/** Whether the team never takes such a comment for a status update, whatever it says. */
export function isIgnored({ author, isByBot, isInternal }: Written, status: Status | undefined): boolean {
  const { bots = true, internal = false } = status?.ignore ?? {};
  return (internal && isInternal) || (bots && (isByBot || botName.test(author.username)));
}
