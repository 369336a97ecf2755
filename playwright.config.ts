import { defineConfig } from '@playwright/test';

/** The browser comes from tests/browser/fixtures.ts: the machine's own, with the built extension. */
export default defineConfig({
  testDir: 'tests/browser',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // On a busy machine a browser can fail where the product does not. A test that passed only at the second try is
  // named in the sum.
  retries: process.env.CI ? 1 : 0,
  // Each worker has a browser and a demo GitLab of its own.
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'line',
});
