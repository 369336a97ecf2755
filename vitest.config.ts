import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    environment: 'happy-dom',
    include: ['tests/**/*.test.{ts,tsx}'],
    // A page made anew for each file takes longer than all tests.
    isolate: false,
    // Some wait; vitest leaves one core to itself, which on two is half of them.
    maxWorkers: '100%',
    setupFiles: ['tests/clean-page.ts'],
  },
});
