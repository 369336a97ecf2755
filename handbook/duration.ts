const numbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `two weeks`, `one day`, `10 weeks` from a number of days, in weeks where it comes out even. */
export function durationText(days: number): string {
  const [count, unit] = days % 7 === 0 ? [days / 7, 'week'] : [days, 'day'];
  return `${numbers[count] ?? count} ${unit}${count === 1 ? '' : 's'}`;
}
