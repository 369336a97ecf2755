import type { PageLabel } from '../../gitlab/facts';
import type { ItemFacts } from '../../handbook/condition';
import { type Priority, priorityOf } from '../../handbook/priority';
import type { Profile } from '../../handbook/profile';
import { readWeight } from '../../handbook/scale';

/** What is said of one item: its priority, and what belongs to it on this page. */
export type Verdict = {
  readonly priority: Priority;
  /** Where the agreement can be read. */
  readonly agreement: string | undefined;
  /** The labels that it was read from, for their colours. */
  readonly labels: readonly PageLabel[];
  /** What its weight means on the team's scale, in one sentence; where a page shows the weight and has no guidance. */
  readonly weight?: string | undefined;
  /** Full path of its project or group, where the page is not of one. */
  readonly path?: string | undefined;
  /** The issue that a merge request has its priority from: `#1`. */
  readonly from?: string;
};

/** What was found once is not sought again: most rows of a list have the labels of another. */
const found = new WeakMap<Profile, Map<string, Priority | undefined>>();

/** The priority of an item by a profile, with the address of what the agreement says about it. */
export function judge(facts: ItemFacts, profile: Profile): Pick<Verdict, 'priority' | 'agreement'> | undefined {
  const known = found.get(profile) ?? new Map<string, Priority | undefined>();
  found.set(profile, known);
  const key = JSON.stringify(facts);
  if (!known.has(key)) known.set(key, priorityOf(facts, profile));
  const priority = known.get(key);
  return priority && { priority, agreement: priority.rule.link ?? profile.priorities?.link };
}

/** `Weight 2: Small.` */
export function weightText(weight: number | undefined, { scale }: Profile): string | undefined {
  // Weights in labels are in the row as labels.
  if (weight === undefined || scale?.in !== 'field') return undefined;
  const reading = readWeight(weight, scale);
  const level =
    reading.kind === 'level' ? reading.level.name : reading.kind === 'above' ? reading.above?.name : undefined;
  return level === undefined ? `Weight ${weight} is not on the scale.` : `Weight ${weight}: ${level}.`;
}
