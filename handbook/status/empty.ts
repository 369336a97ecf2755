import type { StatusValues } from './values';

/** Whether nothing at all has been filled in. */
export function isEmpty(values: StatusValues): boolean {
  return Object.values(values).every(
    value => value === undefined || value === '' || (Array.isArray(value) && value.length === 0),
  );
}
