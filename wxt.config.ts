import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig, type UserManifest } from 'wxt';
import { type Patterns, pagePatterns } from './gitlab/page-patterns';

/**
 * In pages the browser's own API is enough: no page pays for the polyfill of all of it, nor for a part of the API before
 * it is used. An element of the page with the id `browser` is none.
 */
const plainModules = {
  '@wxt-dev/webextension-polyfill/browser': `
    const api = () => (globalThis.browser?.runtime ? globalThis.browser : globalThis.chrome);
    export const browser = {
      get extension() { return api().extension; },
      get runtime() { return api().runtime; },
      get storage() { return api().storage; },
    };`,
};

/**
 * Our scripts in a page stand in one world. `features.js` brings Preact for all that come after it, so that a signal of
 * one script redraws a view of another (`features/shared.ts`).
 */
const sharedModules = {
  'preact/hooks':
    'export const { useEffect, useId, useLayoutEffect, useRef, useState } = globalThis.handrailShared.hooks;',
  'preact/jsx-runtime': 'export const { Fragment, jsx, jsxs } = globalThis.handrailShared.jsx;',
  '@preact/signals': 'export const { computed, effect, signal, untracked } = globalThis.handrailShared.signals;',
};

/** Gives modules another content. */
const replacing = (modules: Readonly<Record<string, string>>): Plugin => ({
  name: 'handrail:modules',
  enforce: 'pre',
  resolveId: id => (id in modules ? `\0handrail:${id}` : undefined),
  load: id => modules[id.replace('\0handrail:', '')],
});

/** Browsers keep a script with a single character beyond Latin 1 in twice the memory: in our texts they are escaped. */
const ascii: Plugin = {
  name: 'handrail:ascii',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === 'chunk')
        // In what is left of the code after minifying they stand in texts and patterns only.
        file.code = file.code.replace(/[^\0-\x7f]/g, one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
  },
};

/**
 * Popup and options begin with these, in one file: parted as they would be, into a dozen, the popup takes 18 ms longer to
 * open. What checks stored profiles is not among them: the popup takes that later.
 */
const beginning: Plugin = {
  name: 'handrail:beginning',
  config() {
    const test =
      /^\0|\/node_modules\/(@?preact|@?wxt|@wxt-dev|webextension-polyfill)\b|\/components\/|\/settings\/(ahead|keys|settings|sites)\.|\/gitlab\/recognise\.|\/status-comment\/drafts\.|\/popup\/(Mark|Features|words)\./;
    return { build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'beginning', test }] } } } } };
  },
};

/** The first releases with what the content script uses: popover, light-dark(), the Navigation API. Edge counts as Chrome does. */
const oldest = { chrome: '123', firefox: '147.0', safari: '26.2' };

/** Each browser reads its own key, and complains of those of the others. */
function minimumVersion(browser: string): Partial<UserManifest> {
  if (browser === 'safari') return { browser_specific_settings: { safari: { strict_min_version: oldest.safari } } };
  if (browser !== 'firefox') return { minimum_chrome_version: oldest.chrome };
  return {
    browser_specific_settings: {
      gecko: {
        id: 'handrail@handrail.example',
        strict_min_version: oldest.firefox,
        data_collection_permissions: { required: ['none'] },
      },
      gecko_android: { strict_min_version: oldest.firefox },
    },
  };
}

/**
 * The starting script everywhere, the features only where one of them may have a place. There they come before the page
 * and start in the event that tells that it is there, so that no page waits for the background: scripts of
 * `document_end` run after that event and a frame more (Chromium 156), and parts of ours would push what is shown
 * already. Elsewhere the script comes later, where it costs a page less. `features/sites.ts` has the same for other
 * sites.
 */
function contentScripts(sites: string[]): UserManifest['content_scripts'] {
  const { shown, rest } = pagePatterns(sites);
  // Firefox takes no empty list.
  const on = ({ matches, except }: Patterns) => ({ matches, ...(except.length > 0 && { exclude_matches: except }) });
  return [
    { ...on(shown), js: ['features.js', 'gitlab.js'], run_at: 'document_start' },
    ...rest.map(pages => ({ ...on(pages), js: ['gitlab.js'], run_at: 'document_end' as const })),
  ];
}

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
      const [entrypoint] = entrypoints;
      if (entrypoint?.type === 'popup' || entrypoint?.type === 'options') config.plugins?.push(beginning);
      if (entrypoint?.type !== 'unlisted-script') return;
      const isFirst = entrypoint.name === 'gitlab' || entrypoint.name === 'features';
      config.plugins = [
        replacing(isFirst ? plainModules : { ...plainModules, ...sharedModules }),
        ...(config.plugins ?? []),
        ascii,
      ];
    },
  },
  manifest: ({ browser }) => ({
    name: 'Handrail for GitLab',
    short_name: 'Handrail',
    description: "Your team's working agreement on GitLab's own pages: weights, status comments, priorities.",
    // `activeTab` gives nothing until the person opens the popup, and then the one tab in front for as long as it shows
    // that page: so the popup can see that it is a GitLab and offer to be used there, without a permission for any site.
    permissions: ['storage', 'scripting', 'activeTab'],
    host_permissions: ['https://gitlab.com/*'],
    content_scripts: contentScripts(['https://gitlab.com/*']),
    // Asked for one site at a time, when the person presses "Use on this GitLab".
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    // No keys of our own: GitLab and the browser have taken most. A person gives some in the browser's settings.
    commands: {
      'status-update': { description: 'Open the status update of the item' },
      'next-up': { description: 'Open Next up' },
    },
    ...minimumVersion(browser),
  }),
  zip: { excludeSources: ['tests/**', 'screenshots/**', 'bench/**'] },
});
