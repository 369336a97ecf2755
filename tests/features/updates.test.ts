import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followUpdates } from '../../features/update-reader';
import type { Updates } from '../../features/updates';
import { follow, watch } from '../../gitlab/watch';
import type { Profile } from '../../handbook/profile';
import packageGroup from '../../handbook/profiles/package-group-2021.json';

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** GitLab's answer: threads of one comment each, the newest first. */
function answer(...bodies: string[]) {
  const nodes = bodies.map((body, at) => ({
    notes: {
      nodes: [
        {
          id: `gid://gitlab/Note/${100 - at}`,
          body,
          internal: false,
          system: false,
          createdAt: `2026-03-${30 - at}T12:00:00Z`,
          lastEditedAt: null,
          url: `https://gitlab.com/group/project/-/issues/7#note_${100 - at}`,
          author: { id: `gid://gitlab/User/${at % 2}`, username: 'ana', name: 'Ana', bot: false },
        },
      ],
    },
  }));
  const discussions = { pageInfo: { hasNextPage: false, endCursor: null }, nodes };
  return { data: { namespace: { workItem: { widgets: [{ type: 'NOTES', discussions }] } } } };
}

async function read(...bodies: string[]) {
  vi.stubGlobal('fetch', async () => Response.json(answer(...bodies)));
  const updates = signal<Updates>({ kind: 'reading' });
  await followUpdates({
    item: { instance: { origin: 'https://gitlab.com', root: '' }, path: 'group/project', iid: '7' },
    profile: packageGroup as Profile,
    scope: document.body,
    updates,
    guard: work => work,
    watch,
    follow,
    present: life.signal,
  });
  if (updates.value.kind !== 'read') throw new Error(`expected updates, found ${JSON.stringify(updates.value)}`);
  return updates.value;
}

it('an item’s updates are found from the newest on, and listed', async () => {
  const updates = await read('Complete: 60%', 'thanks', 'Complete: 40%\nConfidence: 80%', 'Complete: 20%');
  expect(updates.find(() => true)?.status.complete).toBe(60);
  expect(updates.find(({ status }) => status.confidence !== null)?.status.complete).toBe(40);
  expect(updates.find(({ author }) => author.id === '1')?.status.complete).toBe(20);
  expect(updates.find(({ author }) => author.id === '2')).toBeUndefined();
  expect(updates.list.map(({ status }) => status.complete)).toEqual([60, 40, 20]);
});

it('the page goes on while all of them are read', async () => {
  const updates = await read('Complete: 60%\nConfidence: 80%', ...Array.from({ length: 9 }, () => 'Complete: 40%'));
  // Each look at it ends a piece.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 10;
    return now;
  });
  const said: string[] = [];
  const isRead = updates.readAll(life.signal).then(() => said.push('read'));
  setTimeout(() => said.push('page'));
  await isRead;
  expect(said).toEqual(['page', 'read']);
  expect(updates.list).toHaveLength(10);
});

it('nothing more is read once the item has gone', async () => {
  const updates = await read('Complete: 60%\nConfidence: 80%', 'Complete: 40%', 'Complete: 20%');
  vi.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValue(10);
  const isRead = updates.readAll(life.signal);
  life.abort();
  await expect(isRead).rejects.toThrow(/abort/i);
});
