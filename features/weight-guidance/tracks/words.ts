import type { LabelChange } from '../../../gitlab/item-labels';
import type { Track, WeightLabel } from '../../../handbook/weight-labels';

const numbers = ['no', 'one', 'two', 'three', 'four', 'five'];
const list = new Intl.ListFormat('en-GB');

/** `Backend weight`; a track that calls itself a weight is not called so twice. */
function weightName({ track }: Track): string {
  return /weight/i.test(track) ? track : `${track} weight`;
}

/** `Backend has two weights: 2 and 3.` */
export function contradictionText({ track }: Track, labels: readonly WeightLabel[]): string {
  const weights = weightsIn(labels);
  return `${track} has ${numbers[weights.length] ?? weights.length} weights: ${list.format(weights)}.`;
}

/** `Setting weight 2`; in an undo, which may bring several back, `Setting the weight of Backend`. */
export function settingText({ track }: Track, weight: number | undefined): string {
  return weight === undefined ? `Setting the weight of ${track}` : `Setting weight ${weight}`;
}

/** What is said before the reason of a failure; it is not known when GitLab may have done it. */
export function failedText(track: Track, isUndo: boolean, isKnown: boolean): string {
  const name = weightName(track);
  if (isUndo) return isKnown ? `The undo of ${name} failed` : `It is not known whether the undo of ${name} worked`;
  return isKnown ? `${name} was not set` : `It is not known whether ${name} was set`;
}

/** `Backend weight set to 2.`, `Backend weight removed.` */
export function setText(track: Track, labels: readonly WeightLabel[]): string {
  return labels.length === 0
    ? `${weightName(track)} removed.`
    : `${weightName(track)} set to ${list.format(weightsIn(labels))}.`;
}

/** What is said when the labels are no longer those that the person saw. */
export function changedText({ track }: Track, labels: readonly WeightLabel[]): string {
  const now = labels.length === 0 ? 'not weighed' : list.format(weightsIn(labels));
  return `Somebody changed the labels meanwhile: ${track} is ${now} now.`;
}

/** `Adds weight::02, removes weight::03.` */
export function changeText({ add, remove }: LabelChange): string {
  const parts = [add.length > 0 && `adds ${list.format(add)}`, remove.length > 0 && `removes ${list.format(remove)}`];
  const text = parts.filter(Boolean).join(', ');
  return text && `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function weightsIn(labels: readonly WeightLabel[]): string[] {
  return [...new Set(labels.map(label => label.text))];
}
