/** What the manifest says to each browser. What WXT adds to it is proved on the builds: tests/browser/manifest.spec.ts. */
import { describe, expect, it } from 'vitest';
import config from '../wxt.config';

/** A manifest's keys, each with the first Safari that knows it: MDN's table, 2026-09-03. */
const safariKeys: Readonly<Record<string, number>> = {
  name: 14,
  short_name: 14,
  description: 14,
  content_scripts: 14,
  permissions: 14,
  host_permissions: 15.4,
  optional_host_permissions: 15.5,
  commands: 26,
  browser_specific_settings: 14,
};

const manifestOf = async (browser: string) => {
  if (typeof config.manifest !== 'function') throw new Error('expected a manifest for each browser');
  return config.manifest({ browser, manifestVersion: 3, mode: 'production', command: 'build' });
};

it('Edge reads the manifest of Chrome', async () => {
  expect(await manifestOf('edge')).toEqual(await manifestOf('chrome'));
  expect(await manifestOf('edge')).toMatchObject({ minimum_chrome_version: '123' });
});

describe.each(['edge', 'firefox', 'safari'])('%s', browser => {
  it('is asked for the permissions that Chrome is asked for', async () => {
    const asked = ({ permissions, host_permissions, optional_host_permissions, optional_permissions }: Asked) => ({
      permissions,
      host_permissions,
      optional_host_permissions,
      optional_permissions,
    });
    expect(asked(await manifestOf(browser))).toEqual(asked(await manifestOf('chrome')));
  });
});

it('Safari is told only what it knows, and which version it takes', async () => {
  const manifest = await manifestOf('safari');
  const { safari } = manifest.browser_specific_settings as { safari: { strict_min_version: string } };
  expect(Object.keys(manifest.browser_specific_settings ?? {})).toEqual(['safari']);
  const oldest = Number(safari.strict_min_version);
  // The Navigation API, without which a change of page inside GitLab is not seen at once.
  expect(oldest).toBeGreaterThanOrEqual(26.2);
  for (const key of Object.keys(manifest)) expect(safariKeys[key] ?? key, key).toBeLessThanOrEqual(oldest);
});

type Asked = Awaited<ReturnType<typeof manifestOf>>;
