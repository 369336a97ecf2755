import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Item, itemKey, scopeOf } from '../gitlab/items';
import type { Comment } from '../gitlab/notes';
import { follow, watch } from '../gitlab/watch';
import type { Profile } from '../handbook/profile';
import type { ReadStatus } from '../handbook/status/read';
import type { Stage } from './feature';
import { load } from './scripts';

/** A comment that is a status update. */
export type StatusUpdate = Pick<Comment, 'href' | 'at' | 'author' | 'isEdited'> & {
  readonly noteId: number;
  readonly status: ReadStatus;
};

/** What is known of an item's status updates. */
export type Updates =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly reason: string; readonly again: () => void }
  /** GitLab's version does not give comments as they were typed; nobody can do anything about it here. */
  | { readonly kind: 'unsupported' }
  | {
      readonly kind: 'read';
      /** The newest that passes. No more comments are read than that takes. */
      readonly find: (test: (update: StatusUpdate) => boolean) => StatusUpdate | undefined;
      /** All, newest first. What was not read before is read at once: call `readAll` first. */
      readonly list: readonly StatusUpdate[];
      /** Reads in pieces what nobody has asked for yet. Rejects with the signal's reason. */
      readonly readAll: (until: AbortSignal) => Promise<void>;
      /** So many comments were looked through. */
      readonly comments: number;
      readonly older: 'none' | 'unread' | 'reading' | { readonly failed: string };
      /** Reads all older comments, a hundred threads a request, until the signal aborts. */
      readonly readOlder: (until: AbortSignal) => void;
    };

/** Everything that the reading of one item's updates works with. */
export type UpdatesContext = {
  readonly item: Item;
  readonly profile: Profile;
  /** The part of the page that holds the item. */
  readonly scope: Element;
  readonly updates: Signal<Updates>;
  readonly guard: Stage['guard'];
  readonly watch: typeof watch;
  readonly follow: typeof follow;
  /** Aborts when nobody shows the item any more. */
  readonly present: AbortSignal;
};

type Shared = { readonly context: UpdatesContext; readonly life: AbortController; readers: number };

const shared = new WeakMap<Element, Shared>();

/**
 * The status updates of an item that the page shows: read once for all parts of ours that stand at it, with one
 * request; what people write, change and delete on the page afterwards is taken from the page.
 *
 * @param element Any element of the item.
 */
export function updatesOf(stage: Stage, item: Item, element: Element, present: AbortSignal): ReadonlySignal<Updates> {
  const scope = scopeOf(element);
  const { profile } = stage;
  let one = shared.get(scope);
  if (one?.context.profile !== profile || itemKey(one.context.item) !== itemKey(item) || one.life.signal.aborted) {
    const life = new AbortController();
    const updates = signal<Updates>({ kind: 'reading' });
    const context = { item, profile, scope, updates, guard: stage.guard, watch, follow, present: life.signal };
    one = { context, life, readers: 0 };
    shared.set(scope, one);
    start(context);
  }
  const { life, context } = one;
  one.readers += 1;
  present.addEventListener('abort', () => {
    one.readers -= 1;
    if (one.readers === 0) life.abort();
  });
  return context.updates;
}

async function start(context: UpdatesContext): Promise<void> {
  const { updates } = context;
  try {
    const { followUpdates } = await load('reader');
    context.guard(followUpdates)(context);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    updates.value = { kind: 'failed', reason, again: () => void start(context) };
  }
}
