/**
 * `npm start`: the built, unmodified extension on the demo GitLab, in this machine's Chromium. With a display it
 * stays until the window is closed; without one the main job is done step by step, in light and in dark.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'wxt';
import { type Demo, startDemo } from '../demo/server';
import { findChromium } from './browser';
import { launch } from './launch';
import { mainJob, mainJobAddress } from './main-job';

const root = fileURLToPath(new URL('..', import.meta.url));
const screenshots = join(root, 'screenshots');

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Resolves when the person has closed the last tab; on macOS the browser itself would go on. */
async function showWindow(demo: Demo): Promise<void> {
  const { context, close } = await launch({ server: demo, headless: false });
  const page = context.pages()[0] ?? (await context.newPage());
  const closed = new Promise<void>(resolve => {
    context.on('close', () => resolve());
    const watch = (tab: typeof page) => tab.on('close', () => context.pages().length === 0 && resolve());
    context.pages().forEach(watch);
    context.on('page', watch);
  });
  process.once('SIGINT', () => void context.close());
  await page.goto(mainJobAddress, { waitUntil: 'domcontentloaded' });
  console.log(`${mainJobAddress} is open. Close the window to end.`);
  await closed;
  await close();
}

/** Returns false when a step did not happen; the steps after it are not tried. */
async function doMainJob(demo: Demo, theme: 'light' | 'dark'): Promise<boolean> {
  console.log(`\n${theme}`);
  demo.reset();
  demo.store.theme = theme;
  const { context, close } = await launch({ server: demo, headless: true });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    for (const [index, step] of mainJob.entries()) {
      const picture = join(screenshots, `${theme}-${index + 1}-${step.name.replaceAll(' ', '-')}.png`);
      try {
        console.log(`  ✓ ${step.name}: ${await step.run(page)}`);
      } catch (error) {
        console.error(`  ✗ ${step.name}: did not happen\n${error instanceof Error ? error.message : error}`);
        return false;
      } finally {
        await page.screenshot({ path: picture, animations: 'disabled' });
        console.log(`    ${relative(process.cwd(), picture)}`);
      }
    }
    return true;
  } finally {
    await close();
  }
}

async function start(): Promise<boolean> {
  findChromium(); // before the build: where there is none, this ends with a line that says what to install
  await build({ root });
  const demo = await startDemo();
  try {
    if (hasDisplay) {
      await showWindow(demo);
      return true;
    }
    await rm(screenshots, { recursive: true, force: true });
    await mkdir(screenshots);
    console.log('\nNo display: headless, the main job step by step.');
    return (await doMainJob(demo, 'light')) && (await doMainJob(demo, 'dark'));
  } finally {
    await demo.close();
  }
}

try {
  process.exitCode = (await start()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
