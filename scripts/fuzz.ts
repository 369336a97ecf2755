/**
 * `npm run test:fuzz`: the properties of status comments and their reader with 10^5 generated cases each for the reader,
 * and as many for all templates together. `npm test` runs the same properties with fewer.
 */
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('vitest run tests/handbook/round-trip.test.ts tests/handbook/hostile.test.ts', {
  shell: true,
  stdio: 'inherit',
  env: { ...process.env, FUZZ_CASES: process.env.FUZZ_CASES ?? '100000' },
});
process.exitCode = status ?? 1;
