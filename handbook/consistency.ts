import { labelKey } from './labels';
import type { Profile, Scale, Status, StatusField } from './profile';
import { idsIn } from './status/template';

/** A part of a profile that does not fit another: where it is, what should be there, and what is. */
export type Misfit = {
  readonly path: readonly (string | number)[];
  /** A noun phrase, as every message of the schema. */
  readonly expected: string;
  /** Where the value at the path is not what should be shown. */
  readonly found?: string;
};

/** What the schema of one part cannot see: names that nothing has, and names that two have. */
export function misfitsIn({ scale, status, priorities, matching = 'tolerant' }: Profile): Misfit[] {
  return [
    ...(scale ? scaleMisfits(scale, label => labelKey(label, matching)) : []),
    ...(status ? [...fieldMisfits(status), ...formatMisfits(status), ...actionMisfits(status)] : []),
    ...repeated(priorities?.rules ?? [], ({ name }) => name.trim().toLowerCase()).map(index => ({
      path: ['priorities', 'rules', index, 'name'],
      expected: 'a name that no other rule has',
    })),
  ];
}

function scaleMisfits(scale: Scale, keyOf: (label: string) => string): Misfit[] {
  const tracks = scale.in === 'field' ? [] : scale.in;
  return [
    ...tracks.flatMap(({ label }, index) =>
      label.match(/\{(?:n|name)\}/g)?.length === 1
        ? []
        : [{ path: ['scale', 'in', index, 'label'], expected: 'a label pattern with {n} or {name}, once' }],
    ),
    ...repeated(tracks, ({ label }) => keyOf(label)).map(index => ({
      path: ['scale', 'in', index, 'label'],
      expected: 'a label pattern that no other track has',
    })),
    ...repeated(scale.levels, ({ weight }) => String(weight)).map(index => ({
      path: ['scale', 'levels', index, 'weight'],
      expected: 'a weight that no other level has',
    })),
  ];
}

function fieldMisfits({ fields }: Status): Misfit[] {
  const isText = (id: string) => fields.some(field => field.id === id && field.kind === 'text');
  return [
    ...repeated(fields, ({ id }) => id).map(index => ({
      path: ['status', 'fields', index, 'id'],
      expected: 'an id that no other field has',
    })),
    ...fields.flatMap((field, index) => [
      ...('options' in field ? repeated(field.options, ({ say }) => say) : []).map(option => ({
        path: ['status', 'fields', index, 'options', option, 'say'],
        expected: 'a text that no other choice of this field has',
      })),
      ...(field.kind === 'checks' && field.into !== undefined && !isText(field.into)
        ? [{ path: ['status', 'fields', index, 'into'], expected: 'the id of a text field' }]
        : []),
    ]),
  ];
}

const entryParts = ['ref', 'complete', 'confidence', 'notes'];

function formatMisfits({ fields, formats }: Status): Misfit[] {
  const ids = new Set(fields.filter(field => !isAddition(field)).map(({ id }) => id));
  return formats.flatMap(({ lines, mergeRequest = '' }, format) => [
    ...lines.flatMap((line, index): Misfit[] => {
      const path = ['status', 'formats', format, 'lines', index];
      const unknown = idsIn(line).filter(id => !ids.has(id));
      const action = /^\/\w\S*/m.exec(line)?.[0];
      return [
        ...unknown.map(id => ({ path, expected: 'a field id of this status comment', found: `{${id}}` })),
        ...(action ? [{ path, expected: 'quick actions in status.quickActions only', found: action }] : []),
      ];
    }),
    ...idsIn(mergeRequest)
      .filter(id => !entryParts.includes(id))
      .map(id => ({
        path: ['status', 'formats', format, 'mergeRequest'],
        expected: 'one of {ref}, {complete}, {confidence}, {notes}',
        found: `{${id}}`,
      })),
  ]);
}

/** Quick actions can only carry what is one line of known words. */
function actionMisfits({ fields, health, quickActions = [] }: Status): Misfit[] {
  const hasHealth =
    (health !== undefined && fields.some(({ id, kind }) => id === 'confidence' && kind === 'percent')) ||
    fields.some(field => field.kind === 'choice' && field.options.some(option => option.health !== undefined));
  const canFill = (id: string) => fields.some(field => field.id === id && /^(?:choice|labels|date)$/.test(field.kind));
  return quickActions.flatMap((action, index): Misfit[] => {
    const path = ['status', 'quickActions', index];
    return idsIn(action).flatMap((id): Misfit[] => {
      if (id !== 'health')
        return canFill(id)
          ? []
          : [{ path, expected: '{health} or the id of a choice, label or date field', found: `{${id}}` }];
      if (hasHealth) return [];
      return [{ path, expected: 'a choice that means a health, or rules in status.health', found: '{health}' }];
    });
  });
}

function isAddition(field: StatusField): boolean {
  return field.kind === 'checks' && field.into !== undefined;
}

/** Where a key stands that stood before. */
function repeated<Item>(items: readonly Item[], keyOf: (item: Item) => string): number[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const key = keyOf(item);
    if (seen.has(key)) return [index];
    seen.add(key);
    return [];
  });
}
