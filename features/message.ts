import type { PageKind } from '../gitlab/page';
import type { Scripts } from './scripts';

/** Everything that is a message. Settings are none: they go through storage. */
export type Message =
  /** Popup to tab: which page is this? Answered with a `PageAnswer`. */
  | { readonly kind: 'page' }
  /** Tab to background: start this script in my page (see `scripts.ts`). */
  | { readonly kind: 'start'; readonly script: keyof Scripts };

/** What a tab says of its page. */
export type PageAnswer = {
  readonly page: PageKind;
  /** Whether any feature has a place on this kind of page. */
  readonly isOurs: boolean;
  /** `gitlab-org/gitlab#1`, `gitlab-org/gitlab!7`, `gitlab-org/gitlab`; `undefined` where the address names nothing. */
  readonly reference: string | undefined;
  /** The name of the profile in force. */
  readonly profile: string;
};

/** Whether something that came as a message is the one of this kind. */
export function isMessage<Kind extends Message['kind']>(
  message: unknown,
  kind: Kind,
): message is Extract<Message, { kind: Kind }> {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === kind;
}
