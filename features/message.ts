import type { PageKind } from '../gitlab/page';
import type { InForce } from '../settings/profiles';
import type { Scripts } from './scripts';
import type { Check } from './self-check';

/** Everything that is a message. Settings are none: they go through storage. */
export type Message =
  /** Popup and background to tab: open Next up for the project or group of the page. Answered with `true`. */
  | { readonly kind: 'open-next-up' }
  /** Background to tab: open the status form of the item that the page shows. */
  | { readonly kind: 'open-status' }
  /** Background to tab: the site is not allowed any more. */
  | { readonly kind: 'stop' }
  /** Tab to background: start this script in my page (see `scripts.ts`). */
  | { readonly kind: 'start'; readonly script: keyof Scripts };

/** What a tab tells the popup of its page (`handrailPage` in `starter.ts`). */
export type PageAnswer = {
  readonly page: PageKind;
  /** Whether any feature has a place on this kind of page. */
  readonly isOurs: boolean;
  /** The full path of its project or group. */
  readonly path: string | undefined;
  /** `gitlab-org/gitlab#1`, `gitlab-org/gitlab!7`, `gitlab-org/gitlab`; `undefined` where the address names nothing. */
  readonly reference: string | undefined;
  /** The project or group whose items Next up can show; `undefined` where it has nothing to open. */
  readonly nextUp: string | undefined;
  /** The profile in force on the page, and why. */
  readonly profile: { readonly id: string; readonly name: string; readonly by: InForce['by'] };
  readonly checks: readonly Check[];
};

/** Whether something that came as a message is the one of this kind. */
export function isMessage<Kind extends Message['kind']>(
  message: unknown,
  kind: Kind,
): message is Extract<Message, { kind: Kind }> {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === kind;
}
