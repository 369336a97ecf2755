/**
 * Firefox with the built extension, over WebDriver BiDi. Playwright has no way into a stock Firefox.
 */
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { Demo } from '../../demo/server';

const builtForFirefox = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));

/** The add-on's id in wxt.config.ts, and the address that this profile gives its pages. */
const addOn = { id: 'handrail@handrail.example', uuid: '7d0c1f6e-5a4b-4c56-9a39-2f0b8f1f7a10' };

export type Firefox = {
  browser: Browser;
  page: Page;
  /** Where the extension's own pages are, ending in a slash. */
  extensionUrl: string;
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
      'network.dns.localDomains': 'gitlab.com',
      'network.socket.forcePort': `443=${port}`,
      'extensions.webextensions.uuids': JSON.stringify({ [addOn.id]: addOn.uuid }),
      'extensions.webextOptionalPermissionPrompts': false,
    },
  });
  try {
    await browser.installExtension(builtForFirefox);
    const page = await browser.newPage();
    return { browser, page, extensionUrl: `moz-extension://${addOn.uuid}/`, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
