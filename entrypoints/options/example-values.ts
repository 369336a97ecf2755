import type { Status, StatusField } from '../../handbook/profile';
import type { FieldValue, StatusValues } from '../../handbook/status/values';

/** A filled form of a team's status comment, to show what the comment looks like. */
export function exampleValues(status: Status): StatusValues {
  return Object.fromEntries(status.fields.map((field, index) => [field.id, exampleOf(field, index)]));
}

function exampleOf(field: StatusField, index: number): FieldValue | undefined {
  switch (field.kind) {
    case 'percent':
      return index === 0 ? 80 : 90;
    case 'text':
      return '…';
    case 'list':
      return ['…'];
    case 'labels':
      return field.labels.slice(0, 1);
    case 'choice':
      return field.options[0]?.say;
    case 'checks':
      return field.options.slice(0, 1).map(({ say }) => say);
    case 'date':
      return new Date().toISOString().slice(0, 10);
    case 'merge-requests':
      return undefined;
  }
}
