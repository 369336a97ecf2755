import type { ReadonlySignal, Signal } from '@preact/signals';
import type { FieldProblem, StatusValues } from '../../handbook/status/values';
import type { Panels } from '../panels';
import type { Updates } from '../updates';
import type { Composer } from './composer';
import type { Draft } from './draft';

/** What became of the person's last act. */
export type StatusOutcome =
  | { readonly kind: 'inserted' | 'refused' | 'refused-copied' | 'copied' | 'not-copied' | 'unsaved' | 'outdated' }
  | { readonly kind: 'discarded'; readonly undo: () => void }
  | { readonly kind: 'failed'; readonly reason: string };

/** What bar and form of one item show. */
export type StatusState = {
  readonly values: Signal<StatusValues>;
  /** The name of the format that the person has chosen; `undefined` is the one that the values propose. */
  readonly format: Signal<string | undefined>;
  /** Whether the values are kept. Until the person changes something they are only proposed. */
  readonly isDraft: Signal<boolean>;
  /** Milliseconds since 1970; `undefined` when there is no draft. */
  readonly savedAt: Signal<number | undefined>;
  /** Set once the draft was put into the comment box: the newest comment's number at that time. */
  readonly insertedAfterNote: Signal<number | undefined>;
  /** `outdated`: the extension was updated or removed under the open page, and nothing can be saved any more. */
  readonly saving: Signal<'idle' | 'saving' | 'saved' | 'kept' | 'unsaved' | 'outdated'>;
  readonly outcome: Signal<StatusOutcome | undefined>;
  readonly problems: Signal<readonly FieldProblem[]>;
  /** The open form and its acts; `undefined` while it is closed. */
  readonly form: Signal<{ readonly Form: Panels['StatusForm']; readonly composer: Composer } | undefined>;
  /** What was typed into this draft in another tab at the same time. */
  readonly other: Signal<Draft | undefined>;
  /** The open history; it and the form are never open together. */
  readonly history: Signal<Panels['History'] | undefined>;
  /** What everybody wrote on the item. */
  readonly updates: ReadonlySignal<Updates>;
  readonly isInserting: Signal<boolean>;
};
