import { type Signal, signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { draftKeyOf, draftStorage } from '../../features/status-comment/drafts';

type Part = {
  /** `undefined` until its code is there. */
  readonly View: Signal<ComponentType | undefined>;
  readonly load: () => Promise<void>;
};

/** A part that shows what is stored. The code that checks it is larger than all else in the popup, so it comes by itself. */
function part(get: () => Promise<ComponentType>): Part {
  const View = signal<ComponentType>();
  const load = async () => {
    View.value ??= await get();
  };
  return { View, load };
}

const followed = async () => {
  const { followLibrary } = await import('../../settings/library');
  await followLibrary();
};
let library: Promise<void> | undefined;
/** Everything that is stored of profiles, read once for all parts. */
const withLibrary = () => (library ??= followed());

/** Repositories that ask to be used. */
export const sources = part(async () => {
  await withLibrary();
  return (await import('./Sources')).Sources;
});

/** Whether a stored profile cannot be read. */
export const unreadable = part(async () => {
  await withLibrary();
  return (await import('./Unreadable')).Unreadable;
});

/** Unfinished status updates. */
export const drafts = part(async () => (await import('./Drafts')).Drafts);

/** Loads the parts that have something to show, as far as that is known without their code: nothing may move when they come. */
export async function loadNeeded(mark: string): Promise<void> {
  const stored = (await draftStorage().storage?.get(null)) ?? {};
  await Promise.all([mark !== '' && sources.load(), Object.keys(stored).some(key => draftKeyOf(key)) && drafts.load()]);
}

/** Loads the others: for what is stored while the popup is open, and what nobody could know. */
export async function loadRest(): Promise<void> {
  await Promise.all([sources, unreadable, drafts].map(({ load }) => load()));
}
