import type { OpenItem } from '../../gitlab/open-items';
import type { Profile, Scale } from '../../handbook/profile';
import { type Reading, readWeight } from '../../handbook/scale';
import { weightLabels } from '../../handbook/weight-labels';

/** The weight of an item where its team keeps weights. */
export type Weighed = {
  /** For the order: of several tracks their sum; `null` is not weighed, `undefined` that there are no weights. */
  readonly weight: number | null | undefined;
  /** `2 Small`, `Backend 2 Small, Frontend 3 Medium`, `not weighed`; `undefined` where there are no weights. */
  readonly text: string | undefined;
};

/** Reads an item's weight from GitLab's field or, where the team has its weights in labels, from those. */
export function weighed({ weight, labels }: OpenItem, { scale, matching = 'tolerant' }: Profile): Weighed {
  if (!scale || scale.in === 'field') return { weight, text: fieldText(weight, scale) };
  const tracks = scale.in;
  const said = tracks.flatMap(track => weightLabels(labels, track, scale, matching).map(one => ({ ...one, track })));
  if (said.length === 0) return { weight: null, text: 'not weighed' };
  const texts = said.map(({ track, text, reading }) =>
    tracks.length > 1 ? `${track.track} ${named(text, reading)}` : named(text, reading),
  );
  // What lies above the scale comes last of what is weighed.
  const sum = said.reduce((total, one) => total + (one.weight ?? Number.MAX_SAFE_INTEGER), 0);
  return { weight: sum, text: texts.join(', ') };
}

function fieldText(weight: number | null | undefined, scale: Scale | undefined): string | undefined {
  if (weight === undefined) return undefined;
  if (weight === null) return 'not weighed';
  return scale ? named(String(weight), readWeight(weight, scale)) : String(weight);
}

/** `2 Small`; a label that already says the level's name says it once. */
function named(text: string, reading: Reading): string {
  const name =
    reading.kind === 'level' ? reading.level.name : reading.kind === 'above' ? reading.above?.name : undefined;
  return name === undefined || name === text ? text : `${text} ${name}`;
}
