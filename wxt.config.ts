import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';

/** The scripts that show views run beside the content script and take Preact from it (see `features/shared.ts`). */
const sharedPreact: Plugin = {
  name: 'handrail:shared-preact',
  enforce: 'pre',
  resolveId: id => (id in shared ? `\0handrail:${id}` : undefined),
  load: id => shared[id.replace('\0handrail:', '') as keyof typeof shared],
};

const shared = {
  'preact/hooks':
    'export const { useEffect, useId, useLayoutEffect, useRef, useState } = globalThis.handrailShared.hooks;',
  'preact/jsx-runtime': 'export const { Fragment, jsx, jsxs } = globalThis.handrailShared.jsx;',
  '@preact/signals': 'export const { computed, effect, signal, untracked } = globalThis.handrailShared.signals;',
};

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  // A production build everywhere: what is tested is what a user installs.
  manifestVersion: 3,
  vite: () => ({
    plugins: [preact()],
    // The browsers that the manifest demands. For older ones light-dark() would be rewritten to follow the system's
    // colour scheme, not GitLab's.
    build: { target: ['chrome123', 'firefox147'], cssTarget: ['chrome123', 'firefox147'] },
  }),
  hooks: {
    'vite:build:extendConfig'(entrypoints, config) {
      if (entrypoints.some(({ name }) => name === 'panels' || name === 'next-up'))
        config.plugins = [sharedPreact, ...(config.plugins ?? [])];
    },
  },
  manifest: ({ browser }) => ({
    name: 'Handrail for GitLab',
    short_name: 'Handrail',
    description: "Your team's working agreement on GitLab's own pages: weights, status comments, priorities.",
    permissions: ['storage', 'scripting'],
    host_permissions: ['https://gitlab.com/*'],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'handrail@handrail.example',
              // The first release with what the content script uses: popover, light-dark(), the Navigation API.
              strict_min_version: '147.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '147.0' },
          },
        }
      : { minimum_chrome_version: '123' }),
  }),
  zip: { excludeSources: ['tests/**', 'screenshots/**', 'bench/**'] },
});
