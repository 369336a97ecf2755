import {
  type CreatedItem,
  createItem,
  findOwnItems,
  type LabelledItem,
  type ParentItem,
} from '../../../gitlab/create-items';
import type { Item } from '../../../gitlab/items';
import type { Profile } from '../../../handbook/profile';
import { teamLabels } from '../../../handbook/split';
import type { Intent, IntentPlace } from './intent';
import type { RunPorts } from './run';

/** How a team writes weights that live in labels. */
export type WeightLabels = {
  /** The id of the label that says a weight; `undefined` when there is none. @throws GitLabError */
  find(weight: number): Promise<string | undefined>;
  /** The weight that an item's labels say. */
  read(titles: readonly string[]): number | undefined;
};

/** Where the new items of one splitting come from. */
export type Origin = {
  /** The project that gets them is this item's. */
  readonly home: Item;
  readonly profile: Profile;
  /** Without it, weights are in GitLab's own field. */
  readonly weightLabels: WeightLabels | undefined;
};

/** What one run creates: of which type, and how it belongs to the item that is split. */
export type Kind = { readonly typeId: string; readonly as: 'child' | 'related' };

/** What a run needs of GitLab and of the storage to create the rows of an intent. */
export function portsFor(
  { home, profile, weightLabels }: Origin,
  from: ParentItem,
  { typeId, as }: Kind,
  { baseline = from.baseline }: Intent,
  place: IntentPlace,
  show: RunPorts['show'],
): RunPorts {
  // A request that creates something ends by itself: cut short, nobody would know what became of it.
  const untilAnswered = new AbortController().signal;
  const titles = teamLabels(
    from.labels.map(label => label.title),
    profile,
  );
  const labelIds = from.labels.filter(label => titles.includes(label.title)).map(label => label.id);
  const weighed = weighedBy(weightLabels);
  return {
    create: async ({ title, weight }) => {
      const weightLabel = weight === undefined ? undefined : await weightLabels?.find(weight);
      const item = {
        title,
        typeId,
        weight: weightLabels ? undefined : weight,
        labelIds: weightLabel ? [...labelIds, weightLabel] : labelIds,
        isConfidential: from.isConfidential,
        as,
      };
      return weighed(await createItem(home, from, item, untilAnswered));
    },
    lookUp: async () => (await findOwnItems(home, from.username, baseline, untilAnswered)).map(weighed),
    save: intent => place.save(intent),
    show,
    now: Date.now,
    pause,
  };
}

/** Gives an item the weight that its labels say, where weights live in labels. */
export function weighedBy(weightLabels: WeightLabels | undefined): (item: LabelledItem) => CreatedItem {
  return ({ labels, ...item }) => (weightLabels ? { ...item, weight: weightLabels.read(labels) } : item);
}

function pause(milliseconds: number, cancelled: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    cancelled.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
