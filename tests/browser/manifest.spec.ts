/**
 * What the built packages ask for and carry.
 */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));

type Manifest = {
  manifest_version: number;
  permissions?: string[];
  host_permissions?: string[];
  optional_permissions?: string[];
  optional_host_permissions?: string[];
  content_scripts?: { js?: string[]; css?: string[]; matches: string[] }[];
  content_security_policy?: { extension_pages?: string };
  web_accessible_resources?: unknown[];
  minimum_chrome_version?: string;
  browser_specific_settings?: Record<string, { strict_min_version?: string }>;
};

/** `npm run test:thorough` makes the others as well. */
const builds = ['chrome-mv3', 'firefox-mv3', ...(process.env.THOROUGH ? ['edge-mv3', 'safari-mv3'] : [])];

for (const build of builds) {
  test.describe(build, () => {
    const folder = `${root}.output/${build}/`;
    const text = () => readFileSync(`${folder}manifest.json`, 'utf8');
    const manifest = () => JSON.parse(text()) as Manifest;

    test('asks for no more than it needs', () => {
      const { manifest_version, permissions, host_permissions, ...optional } = manifest();
      expect(manifest_version).toBe(3);
      expect(permissions).toEqual(['storage', 'scripting', 'activeTab']);
      expect(host_permissions).toEqual(['https://gitlab.com/*']);
      // Asked for one site at a time.
      expect(optional.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
      expect(optional.optional_permissions).toBeUndefined();
    });

    test('names the oldest version of its browser, in that browser’s own key', () => {
      const { minimum_chrome_version, browser_specific_settings = {} } = manifest();
      const named = { chromium: minimum_chrome_version, ...browser_specific_settings };
      const browsers = Object.keys(named).filter(name => named[name as keyof typeof named] !== undefined);
      const own = { 'firefox-mv3': ['gecko', 'gecko_android'], 'safari-mv3': ['safari'] }[build] ?? ['chromium'];
      expect(browsers).toEqual(own);
    });

    test('runs on gitlab.com alone, with all features in at most 40 kB', () => {
      const scripts = manifest().content_scripts ?? [];
      expect(scripts.flatMap(({ js }) => js)).toEqual(['features.js', 'gitlab.js', 'gitlab.js', 'gitlab.js']);
      const hosts = scripts.flatMap(({ matches }) => matches.map(pattern => pattern.split('/').slice(0, 3).join('/')));
      expect(new Set(hosts)).toEqual(new Set(['https://gitlab.com']));
      const sizes = ['gitlab.js', 'features.js'].map(
        file => gzipSync(readFileSync(folder + file), { level: 9 }).length,
      );
      expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(40 * 1024);
    });

    test('keeps what runs in pages in ASCII, so that no character takes a second byte', () => {
      const inPages = ['gitlab', 'features', 'reader', 'panels', 'stored', 'merge-requests', 'next-up'];
      for (const name of inPages) expect(readFileSync(`${folder}${name}.js`, 'utf8'), name).toMatch(/^[\0-\x7f]+$/);
    });

    test('shows pages nothing and keeps the default content security policy', () => {
      expect(manifest().web_accessible_resources ?? []).toEqual([]);
      expect(text()).not.toContain('unsafe-eval');
    });
  });
}

test('our own source builds no code and no markup from text', () => {
  const files = globSync('{entrypoints,features,gitlab,handbook,settings,components}/**/*.{ts,tsx,html}', {
    cwd: root,
  });
  expect(files.length).toBeGreaterThan(0);
  const forbidden = /\beval\s*\(|\bnew Function\b|\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write/g;
  const comments = /\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g;
  const found = files.flatMap(file => {
    const code = readFileSync(root + file, 'utf8').replaceAll(comments, '');
    return (code.match(forbidden) ?? []).map(match => `${file}: ${match}`);
  });
  expect(found).toEqual([]);
});
