import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  // A production build everywhere: what is tested is what a user installs.
  manifestVersion: 3,
  vite: () => ({ plugins: [preact()] }),
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
