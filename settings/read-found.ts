import { browser } from 'wxt/browser';
import { parseProfileText } from '../handbook/profile-text';
import { foundKey, sourcesKey } from './keys';
import { takeFile } from './sources';
import { foundSchema, readChoices, type Source } from './stored';

/**
 * Reads what tabs find in repositories, now and whenever they do. Runs in the background, which has the YAML parser.
 */
export function followFoundFiles(onSources: (sources: readonly Source[]) => void): void {
  // One after the other: each reads and writes the same list.
  let turn = Promise.resolve();
  const read = (keys: readonly string[]) => {
    turn = turn.then(() => take(keys, onSources)).catch(() => {});
  };
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'local') return;
    const keys = Object.keys(changes).filter(key => key.startsWith(foundKey()) && changes[key]?.newValue !== undefined);
    if (keys.length > 0 || changes[sourcesKey]) read(keys);
  });
  read([]);
}

async function take(keys: readonly string[], onSources: (sources: readonly Source[]) => void): Promise<void> {
  const stored = await browser.storage.local.get([...keys, sourcesKey]);
  let { sources } = readChoices(stored);
  // What cannot be read is not overwritten.
  if (!sources) return;
  const now = Date.now();
  for (const key of keys) {
    for (const file of foundSchema.safeParse(stored[key]).data ?? []) {
      sources = takeFile(sources, file, file.text === undefined ? undefined : parseProfileText(file.text), now);
    }
  }
  if (keys.length > 0) {
    await browser.storage.local.set({ [sourcesKey]: { version: 1, sources } });
    await browser.storage.local.remove([...keys]);
  }
  onSources(sources);
}
