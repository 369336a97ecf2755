import { defineConfig } from '@playwright/test';

/** The browser comes from tests/browser/fixtures.ts: the machine's own, with the built extension. */
export default defineConfig({
  testDir: 'tests/browser',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  retries: 0,
  // One browser for each worker, and the demo renders on the same processors.
  workers: process.env.CI ? 1 : 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'line',
});
