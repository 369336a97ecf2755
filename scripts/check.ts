/**
 * `npm test`: everything. A part that fails stops nothing but what needs it, so one run tells all. The last line is the
 * sum: a test counts one, and so does each part that is not a set of tests.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { findChromium, findFirefox } from './browser';

type Counts = { passed: number; failed: number; skipped: number };
type Ran = { ok: boolean; stdout: string; stderr: string };
/** Runs a command, with the project's own programs on its PATH as npm scripts have them. */
type Run = (command: string, options?: Options) => Promise<Ran>;
type Options = { env?: NodeJS.ProcessEnv; priority?: number };
type Part = { name: string; counts: Counts; seconds: number };

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'handrail-reports-'));
const parts: Part[] = [];
const behind: Options = { priority: constants.priority.PRIORITY_LOW };

// Some unit tests wait: what can run beside them does.
const [isBuilt] = await Promise.all([build(), unitTests()]);
if (process.env.THOROUGH) await part('packages, twice', async run => one(await run('npm run -s packages')));
// The browser tests are at rest for a tenth of their time: what no clock is in goes on behind them.
await Promise.all([isBuilt && browserTests(), readings(isBuilt)]);
if (!isBuilt) console.log('\nNot built: no browser tests.');
rmSync(reports, { recursive: true, force: true });
summary();

/** @returns Whether there is a build for each browser. */
async function build(): Promise<boolean> {
  const forChromium = await part('build for Chromium', async run => one(await run('wxt build')));
  const forFirefox = await part('build for Firefox', async run => one(await run('wxt build -b firefox --mv3')));
  return forChromium && forFirefox;
}

/** What only reads the source and the build. It gives way to everything else. */
async function readings(isBuilt: boolean): Promise<void> {
  await part('types', async run => one(await run('npm run -s typecheck', behind)));
  await part('lint', async run => one(await run('npm run -s lint', behind)));
  if (isBuilt) await part('web-ext lint', webExtLint);
}

async function unitTests(): Promise<void> {
  const report = join(reports, 'vitest.json');
  await part('unit tests', async run => {
    const { ok } = await run(`vitest run --reporter=default --reporter=json --outputFile.json="${report}"`);
    return complete(ok, vitestCounts(report));
  });
}

async function browserTests(): Promise<void> {
  const report = join(reports, 'playwright.json');
  await part('browser tests', async () => {
    findChromium();
    if (!findFirefox()) console.log('No Firefox here: its tests are skipped.');
    // The only part that takes minutes tells what it does.
    console.log('\n── browser tests');
    const { ok } = await started('playwright test --reporter=line,json', 'inherit', {
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    });
    return complete(ok, playwrightCounts(report));
  });
}

/**
 * Runs one part, tells whole what its commands have said, and says whether nothing in it failed. A part that throws
 * counts as one failure.
 */
async function part(name: string, counts: (run: Run) => Promise<Counts>): Promise<boolean> {
  const said: string[] = [];
  const begin = performance.now();
  const result: Part = { name, counts: { passed: 0, failed: 1, skipped: 0 }, seconds: 0 };
  try {
    result.counts = await counts(async (command, options) => {
      const ran = await started(command, 'pipe', options);
      said.push(ran.stdout, ran.stderr);
      return ran;
    });
  } catch (error) {
    said.push(error instanceof Error ? error.message : String(error));
  }
  result.seconds = (performance.now() - begin) / 1000;
  parts.push(result);
  const told = said.join('\n').trim();
  if (told) console.log(`\n── ${name}\n${told}`);
  return result.counts.failed === 0;
}

async function started(
  command: string,
  stdio: 'inherit' | 'pipe',
  { env = {}, priority = 0 }: Options = {},
): Promise<Ran> {
  const child = spawn(command, { cwd: root, shell: true, stdio, env: { ...process.env, ...env } });
  if (child.pid && priority) setPriority(child.pid, priority);
  const said = (stream: NodeJS.ReadableStream | null) => (stream ? text(stream) : '');
  const [[status], stdout, stderr] = await Promise.all([once(child, 'close'), said(child.stdout), said(child.stderr)]);
  return { ok: status === 0, stdout, stderr };
}

function one({ ok }: Pick<Ran, 'ok'>): Counts {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/** A runner can fail without a failed test: a file that does not load, an error between tests, no tests at all. */
function complete(ok: boolean, counts: Counts): Counts {
  return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

function vitestCounts(file: string): Counts {
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
    testResults: { status: string; assertionResults: unknown[] }[];
  };
  const unloaded = report.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function playwrightCounts(file: string): Counts {
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  const { expected, unexpected, flaky, skipped } = report.stats;
  if (flaky > 0) console.log(`${flaky} passed only at the second try: see above.`);
  return { passed: expected + flaky, failed: unexpected, skipped };
}

/** No error, and no warning but the one about innerHTML inside Preact itself. */
async function webExtLint(): Promise<Counts> {
  const { stdout, stderr } = await started('web-ext lint -s .output/firefox-mv3 -o json', 'pipe', behind);
  if (!stdout.trim()) throw new Error(`Expected a report from web-ext lint, found: ${stderr}`);
  const report = JSON.parse(stdout) as Record<
    'errors' | 'warnings',
    { code: string; message: string; file?: string }[]
  >;
  const complaints = [...report.errors, ...report.warnings.filter(({ code }) => code !== 'UNSAFE_VAR_ASSIGNMENT')];
  if (complaints.length === 0) return one({ ok: true });
  throw new Error(complaints.map(({ code, message, file = '' }) => `${code}: ${message} ${file}`).join('\n'));
}

function summary(): void {
  console.log('\n── summary');
  for (const { name, counts, seconds } of parts) {
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
    console.log(
      `${counts.failed > 0 ? '✗' : '✓'} ${name.padEnd(20)} ${counts.passed} passed, ${counts.failed} failed${skipped} (${seconds.toFixed(1)} s)`,
    );
  }
  const total = (key: keyof Counts) => parts.reduce((sum, { counts }) => sum + counts[key], 0);
  console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
  process.exitCode = total('failed') > 0 ? 1 : 0;
}
