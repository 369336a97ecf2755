import { type ReadonlySignal, signal } from '@preact/signals';
import { type CreatedItem, fetchParent } from '../../../gitlab/create-items';
import type { Item } from '../../../gitlab/items';
import { tidyTitle } from '../../../handbook/split';
import { alone } from './alone';
import { emptyRow, type Intent, intentPlace, newId } from './intent';
import { type Origin, portsFor } from './ports';
import { run } from './run';
import { elsewhere, failureOf } from './words';

export type SpikeState =
  | { readonly kind: 'idle' | 'creating' }
  | { readonly kind: 'created'; readonly created: CreatedItem }
  | { readonly kind: 'failed'; readonly reason: string };

/** An issue to investigate an item first: what is known of it, and its creation. */
export type Spike = {
  readonly spike: ReadonlySignal<SpikeState>;
  openSpike(): Promise<void>;
  createSpike(): Promise<void>;
};

/** @param userId Whose spike it is: what was begun is stored for this person. */
export function spikeOf(item: Item, origin: Origin, userId: string, present: AbortSignal): Spike {
  const spike = signal<SpikeState>({ kind: 'idle' });
  const place = intentPlace('spike', item, userId);

  async function openSpike(): Promise<void> {
    if (spike.value.kind !== 'idle') return;
    const created = (await place.load())?.rows[0]?.created;
    place.prune().catch(() => {});
    if (created) spike.value = { kind: 'created', created };
  }

  async function createSpike(): Promise<void> {
    if (spike.value.kind === 'creating' || spike.value.kind === 'created') return;
    spike.value = { kind: 'creating' };
    try {
      const from = await fetchParent(item, origin.home.path, present);
      const type = from.issueType;
      if (!type || !from.mayLink) {
        spike.value = { kind: 'failed', reason: 'You may not add related issues here.' };
        return;
      }
      const isAlone = await alone(place, async () => {
        const start: Intent = (await place.load()) ?? {
          id: newId(),
          route: 'related',
          rows: [emptyRow(tidyTitle(`Investigate: ${from.title}`))],
          baseline: from.baseline,
        };
        const ports = portsFor(origin, from, { typeId: type.id, as: 'related' }, start, place, () => {});
        const [row] = (await run(start, ports, present)).rows;
        if (row?.created) spike.value = { kind: 'created', created: row.created };
        else spike.value = { kind: 'failed', reason: row?.failure?.reason ?? 'The spike was not created. Try again.' };
      });
      if (!isAlone) spike.value = { kind: 'failed', reason: elsewhere };
    } catch (error) {
      if (!present.aborted) spike.value = { kind: 'failed', reason: failureOf(error).reason };
    }
  }

  return { spike, openSpike, createSpike };
}
