/**
 * Firefox with the built extension, over WebDriver BiDi. Playwright has no way into a stock Firefox.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { Demo } from '../../demo/server';

/** What `browser` is in the extension's pages. */
declare const extension: typeof import('wxt/browser').browser;

const builtForFirefox = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));

/** The add-on's id in wxt.config.ts, and the address that this profile gives its pages. */
const addOn = { id: 'handrail@handrail.example', uuid: '7d0c1f6e-5a4b-4c56-9a39-2f0b8f1f7a10' };

export type Firefox = {
  browser: Browser;
  page: Page;
  /** Where the extension's own pages are, ending in a slash. */
  extensionUrl: string;
  /** Opens a page of the extension in a tab of its own. */
  open(path: string): Promise<Page>;
  /** Everything that the extension has stored goes, all tabs but one new one too. */
  renew(): Promise<void>;
  /** Installs the same extension again with a later version, as an update does. */
  update(): Promise<void>;
  close(): Promise<void>;
};

/** Starts a new profile in which gitlab.com is the demo, and installs the extension as a temporary add-on. */
export async function launchFirefox(executablePath: string, { port }: Pick<Demo, 'port'>): Promise<Firefox> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    acceptInsecureCerts: true,
    defaultViewport: { width: 1500, height: 1000 },
    args: ['--remote-allow-system-access'], // without it the extension's own pages are refused
    extraPrefsFirefox: {
      'layout.frame_rate': 30, // as in Chromium's tests: without a graphics card frames are dear
      'network.dns.localDomains': 'gitlab.com,gitlab.example.test',
      'network.socket.forcePort': `443=${port}`,
      'extensions.webextensions.uuids': JSON.stringify({ [addOn.id]: addOn.uuid }),
      'extensions.webextOptionalPermissionPrompts': false,
    },
  });
  try {
    await browser.installExtension(builtForFirefox);
    const updates: string[] = [];
    const extensionUrl = `moz-extension://${addOn.uuid}/`;
    // The page that opens after the installation must not come in front of the one that is tested: a page behind
    // another has slow timers and no focus.
    const deadline = Date.now() + 30_000;
    while ((await browser.pages()).length < 2) {
      if (Date.now() > deadline) throw new Error('The first page of the extension did not open.');
      await setTimeout(100);
    }
    const page = await browser.newPage();
    await page.bringToFront();
    const firefox: Firefox = {
      browser,
      page,
      extensionUrl,
      async open(path) {
        const own = await browser.newPage();
        // The load event of an extension's page never arrives.
        void own.goto(extensionUrl + path).catch(() => {});
        // While the page comes, Firefox 153 may fail to look into it.
        for (const deadline = Date.now() + 30_000; !(await own.$('h1, .product').catch(() => null)); ) {
          if (Date.now() > deadline) throw new Error(`${path} was not shown.`);
          await setTimeout(100);
        }
        return own;
      },
      async renew() {
        const own = await firefox.open('options.html');
        await own.evaluate(async () => {
          const { local, sync, session } = (globalThis as unknown as { browser: typeof extension }).browser.storage;
          await Promise.all([local.clear(), sync.clear(), session.clear()]);
        });
        firefox.page = await browser.newPage();
        for (const other of await browser.pages()) if (other !== firefox.page) await other.close();
        await firefox.page.bringToFront();
      },
      async update() {
        const folder = await mkdtemp(join(tmpdir(), 'handrail-firefox-'));
        await cp(builtForFirefox, folder, { recursive: true });
        const file = join(folder, 'manifest.json');
        const manifest = JSON.parse(await readFile(file, 'utf8'));
        await writeFile(file, JSON.stringify({ ...manifest, version: '99.0.0' }));
        updates.push(folder);
        await browser.installExtension(folder);
      },
      async close() {
        await browser.close();
        // Not before: a temporary add-on is read from its folder.
        for (const folder of updates) await rm(folder, { recursive: true });
      },
    };
    return firefox;
  } catch (error) {
    await browser.close();
    throw error;
  }
}
