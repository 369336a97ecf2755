/** What a tab makes of it when somebody else changes the draft that it shows. */
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import storedScript from '../../entrypoints/stored';
import { draftPlace } from '../../features/status-comment/drafts';
import type { Item } from '../../gitlab/items';

const item = { instance: { origin: 'https://gitlab.com', root: '' }, path: 'example/lunch', iid: '3' } as Item;
const draft = { savedAt: 1795219200000, values: { notes: 'half a sentence' } };

// As the background starts it in a page, which a test has not.
storedScript.main();

beforeEach(() => fakeBrowser.reset());

/** A tab that has saved a draft, and what it is told of it afterwards. */
async function openTab() {
  const place = draftPlace(item, '7');
  await place.save(draft);
  const told = vi.fn(() => true);
  place.follow(told, () => {}, new AbortController().signal);
  const [key = ''] = Object.keys(await fakeBrowser.storage.local.get(null));
  return { key, told };
}

it('a draft that another tab removes goes', async () => {
  const { key, told } = await openTab();
  await fakeBrowser.storage.local.remove(key);
  await vi.waitFor(() => expect(told).toHaveBeenCalledWith(undefined));
});

it('a draft that goes with the extension stays in the open form', async () => {
  const { key, told } = await openTab();
  const asked = vi
    .spyOn(fakeBrowser.storage.local, 'get')
    .mockRejectedValue(new Error('Extension context invalidated.'));
  await fakeBrowser.storage.local.remove(key);
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  // What could still be told would be told now.
  await new Promise(resolve => setTimeout(resolve));
  expect(told).not.toHaveBeenCalled();
});
