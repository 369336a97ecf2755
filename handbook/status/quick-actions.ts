import type { Status } from '../profile';
import { idsIn, templateParts } from './template';
import { dateIn, labelReference, listIn, percentIn, type StatusValues, textIn } from './values';

/** The quick actions of the profile that are switched on, filled, with the ids of the fields that they carry. */
export function quickActionLines(
  values: StatusValues,
  status: Status,
  actions: readonly string[],
): { lines: string[]; ids: string[] } {
  const filled = (status.quickActions ?? [])
    .filter(action => actions.includes(action))
    .flatMap(action => {
      const parts = templateParts(action).map(part =>
        'words' in part ? part.words : filledWith(part.id, values, status),
      );
      return parts.includes(undefined) ? [] : [{ line: parts.join(''), ids: idsIn(action) }];
    });
  return { lines: filled.map(({ line }) => line), ids: filled.flatMap(({ ids }) => ids) };
}

/** `{health}` is GitLab's word for the health that the values mean; another name is a field's. */
function filledWith(id: string, values: StatusValues, status: Status): string | undefined {
  if (id === 'health') return healthOf(values, status);
  const field = status.fields.find(one => one.id === id);
  switch (field?.kind) {
    case 'choice': {
      const option = field.options.find(({ say }) => say === textIn(values, id));
      return option && (option.write ?? option.say);
    }
    case 'labels':
      return listIn(values, id).map(labelReference).join(' ') || undefined;
    case 'date':
      return dateIn(values, id);
    default:
      return undefined;
  }
}

/**
 * The health that a status update means: that of a chosen option which names one, else that of the confidence.
 *
 * @returns `undefined` where the team's agreement says nothing about it.
 */
export function healthOf(values: StatusValues, status: Status): 'on_track' | 'needs_attention' | 'at_risk' | undefined {
  for (const field of status.fields) {
    if (field.kind !== 'choice') continue;
    const option = field.options.find(({ say }) => say === textIn(values, field.id));
    if (option?.health) return option.health;
  }
  const confidence = percentIn(values, 'confidence');
  if (confidence === undefined) return undefined;
  return [...(status.health ?? [])]
    .sort((one, other) => other.atLeast - one.atLeast)
    .find(({ atLeast }) => confidence >= atLeast)?.health;
}
