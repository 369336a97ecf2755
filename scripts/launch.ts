/**
 * The one way in which a Chromium with the built extension is started: for `npm start`, for the browser tests and, also
 * with another extension or none, for `npm run bench`.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { findChromium } from './browser';

/** The extension as `wxt build` leaves it, and as a user would install it. */
const builtExtension = fileURLToPath(new URL('../.output/chrome-mv3', import.meta.url));

export type LaunchOptions = {
  /** The HTTPS server on 127.0.0.1 that answers as gitlab.com, with the hash of its certificate's public key. */
  server: { port: number; spki: string };
  headless: boolean;
  /** Folder of an unpacked extension in place of the built one; `null` is none. */
  extension?: string | null;
  /** Folder of the profile of an earlier browser that was not closed; without it a new one. */
  profile?: string;
  /** Further names that lead to a port of this machine: `git.example.test:8443`. */
  hosts?: Readonly<Record<string, number>>;
  /**
   * Permissions that the person has given once before: the browser does not ask again when the extension asks for
   * them. Its question is no page, so nothing but a real display can answer it.
   */
  givenBefore?: readonly string[];
  /** Leaves the page open that the extension opens after its installation. */
  welcome?: boolean;
  /** Draws 30 frames a second, as a laptop without power does. Without a graphics card that is a tenth of a page's cost. */
  savesEnergy?: boolean;
  /** Keeps left pages for the way back, as browsers do when nobody drives them. */
  backForwardCache?: boolean;
};

export type Launched = {
  context: BrowserContext;
  /** Empty without an extension. */
  extensionId: string;
  /** Folder of the browser's profile. */
  profile: string;
  /** Closes the browser, if it still runs, and removes its profile. */
  close(): Promise<void>;
};

/**
 * Starts Chromium with the extension and a profile, a new one if none is given. gitlab.com is the given server, every other host is
 * unknown: nothing leaves the machine. Throws when the extension was not built or no browser is found.
 */
export async function launch({
  server,
  headless,
  extension = builtExtension,
  profile: earlier,
  hosts = {},
  givenBefore = [],
  welcome = false,
  savesEnergy = false,
  backForwardCache = false,
}: LaunchOptions): Promise<Launched> {
  if (extension && !existsSync(join(extension, 'manifest.json'))) {
    throw new Error(`Expected the built extension in ${extension}, found none: npm run build`);
  }
  const executablePath = findChromium();
  const profile = earlier ?? (await newProfile(savesEnergy));
  const start = (extensionFlags: string[]) =>
    chromium.launchPersistentContext(profile, {
      executablePath,
      headless,
      // Ctrl+C reaches the browser too; who launched it still removes the profile.
      handleSIGINT: false,
      viewport: headless ? { width: 1500, height: 1000 } : null,
      // A person looks at this browser: no banner about automation. Playwright's own flag would refuse extensions.
      ignoreDefaultArgs: [
        '--enable-automation',
        '--disable-extensions',
        ...(backForwardCache ? ['--disable-back-forward-cache'] : []),
      ],
      args: [...flags(server, hosts, headless), ...extensionFlags],
    });

  try {
    const debugging = '--enable-unsafe-extension-debugging';
    const byCommandLine = [debugging, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`];
    let context = await start(givenBefore.length > 0 ? byCommandLine : [debugging]);
    let extensionId = extension && givenBefore.length === 0 ? await loadUnpacked(context, extension) : '';
    if (extensionId === undefined) {
      await context.close();
      context = await start(byCommandLine);
      extensionId = await idOfWorker(context);
    }
    if (givenBefore.length > 0) {
      extensionId = await idOfWorker(context);
      await context.close();
      await remember(profile, extensionId, givenBefore);
      context = await start(byCommandLine);
      await idOfWorker(context);
    }
    if (extension === builtExtension && givenBefore.length === 0 && !welcome) await closeWelcome(context);
    const close = async () => {
      await context.close();
      await removeProfile(profile);
    };
    return { context, extensionId, profile, close };
  } catch (error) {
    await removeProfile(profile);
    throw error;
  }
}

async function idOfWorker(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return new URL(worker.url()).host;
}

/** The page that opens after the installation would stand before the one that somebody looks at. */
async function closeWelcome(context: BrowserContext): Promise<void> {
  const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');
  const page =
    context.pages().find(isWelcome) ??
    (await context.waitForEvent('page', { predicate: isWelcome, timeout: 5_000 }).catch(() => undefined));
  await page?.close();
}

/** A profile in developer mode: without it a reload of an unpacked extension disables the extension for good. */
async function newProfile(savesEnergy: boolean): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'handrail-'));
  await mkdir(join(profile, 'Default'));
  const preferences = { extensions: { ui: { developer_mode: true } }, browser: { check_default_browser: false } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  // 3 is "always", which Chromium (156) has for its own tests; where it is unknown all frames are drawn.
  const state = { performance_tuning: { battery_saver_mode: { state: 3 } } };
  if (savesEnergy) await writeFile(join(profile, 'Local State'), JSON.stringify(state));
  return profile;
}

/** Writes into a profile, whose browser is closed, what the browser writes when a person gives a permission and takes it back. */
async function remember(profile: string, extensionId: string, origins: readonly string[]): Promise<void> {
  const file = join(profile, 'Default', 'Preferences');
  const preferences = JSON.parse(await readFile(file, 'utf8'));
  const settings = preferences.extensions.settings[extensionId];
  for (const key of ['granted_permissions', 'runtime_granted_permissions']) {
    const before = settings[key] ?? { api: [], explicit_host: [], manifest_permissions: [], scriptable_host: [] };
    settings[key] = { ...before, explicit_host: [...before.explicit_host, ...origins] };
  }
  await writeFile(file, JSON.stringify(preferences));
}

/** A browser whose window was closed still writes for a moment after it has said goodbye. */
async function removeProfile(profile: string): Promise<void> {
  do {
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    await setTimeout(200);
  } while (existsSync(profile));
}

/** The DevTools protocol's way: the only one that Google Chrome still has. Undefined where the browser refuses it. */
async function loadUnpacked(context: BrowserContext, path: string): Promise<string | undefined> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) return undefined;
  try {
    return (await session.send('Extensions.loadUnpacked', { path })).id;
  } catch {
    return undefined;
  } finally {
    await session.detach();
  }
}

function flags(
  { port, spki }: LaunchOptions['server'],
  hosts: Readonly<Record<string, number>>,
  headless: boolean,
): string[] {
  const map = Object.entries({ 'gitlab.com:443': port, ...hosts }).map(([host, to]) => `MAP ${host} 127.0.0.1:${to}`);
  return [
    `--host-resolver-rules=${map.join(', ')}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    `--ignore-certificate-errors-spki-list=${spki}`,
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    // Root cannot use the sandbox, and only root goes without it.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    // Headed, the banner about unusual flags would cover the page's top.
    ...(headless ? [] : ['--test-type', '--window-size=1500,1000']),
  ];
}
