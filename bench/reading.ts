/** How long the reader of status comments takes with what it could stumble over. */

import type { Profile } from '../handbook/profile';
import packageGroup from '../handbook/profiles/package-group-2021.json';
import { readStatus } from '../handbook/status/read';
import { longTexts } from '../tests/handbook/hostile-texts';

/** Milliseconds of processor time for the slowest of the texts of 100 kB. */
export function slowestReading(): number {
  const times = ['', 'Complete: ', 'Notes:\n', 'MR statuses:\n', '- [x] ', 'Issue status: 1% complete, ']
    .flatMap(longTexts)
    .map(({ text }) => {
      const start = process.cpuUsage();
      readStatus(text, packageGroup as Profile);
      return process.cpuUsage(start).user / 1000;
    });
  return Math.max(...times);
}
