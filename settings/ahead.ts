import { browser } from 'wxt/browser';
import { assignmentsKey, groupProjectsKey, settingsKey, sourcesKey } from './keys';

/** What decides on every page whether and how Handrail works there, by the area of the browser's storage. */
const keys = { sync: [settingsKey], local: [assignmentsKey, sourcesKey, groupProjectsKey] } as const;

type Area = keyof typeof keys;
type Stored = Readonly<Record<string, unknown>>;

/** Answers that were asked for before the page was there; `undefined` is one that failed. */
type Asked = Readonly<Record<Area, Promise<Stored | undefined>>> & { readonly end: () => void };

declare global {
  /** Of a page whose features have not started yet, in the content scripts' own world. */
  var handrailAsked: Asked | undefined;
}

/**
 * Asks the browser's storage while the browser still reads the page. Asked when the page is there, the answer would
 * come behind what GitLab's own scripts do then, and parts of ours after the page is shown.
 */
export function askAhead(): void {
  const { storage } = browser;
  const ask = (area: Area) => storage[area].get([...keys[area]]).catch(() => undefined);
  const end = () => {
    storage.onChanged.removeListener(end);
    globalThis.handrailAsked = undefined;
  };
  // What is stored before somebody follows it must not be missed.
  storage.onChanged.addListener(end);
  globalThis.handrailAsked = { sync: ask('sync'), local: ask('local'), end };
}

/** Reads what decides: the first time as it was asked ahead, where it was. Call `endAhead` once all of it is followed. */
export async function readStored(area: Area): Promise<Stored> {
  return (await globalThis.handrailAsked?.[area]) ?? browser.storage[area].get([...keys[area]]);
}

/** From now on everything is asked anew. */
export function endAhead(): void {
  globalThis.handrailAsked?.end();
}
