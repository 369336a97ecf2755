/**
 * `npm test`: everything, the fast parts first. A part that fails stops nothing but what needs it, so one run tells
 * all. The last line is the sum: a test counts one, and so does each part that is not a set of tests.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, findFirefox } from './browser';

type Counts = { passed: number; failed: number; skipped: number };
type Part = { name: string; counts: Counts; seconds: number };

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'handrail-reports-'));
const parts: Part[] = [];

part('types', () => one(run('npm run -s typecheck')));
part('lint', () => one(run('npm run -s lint')));
part('unit tests', () => {
  const report = join(reports, 'vitest.json');
  const ok = run(`vitest run --reporter=default --reporter=json --outputFile.json="${report}"`);
  return complete(ok, vitestCounts(report));
});
const chromiumBuilt = part('build for Chromium', () => one(run('wxt build')));
const firefoxBuilt = part('build for Firefox', () => one(run('wxt build -b firefox --mv3')));
if (firefoxBuilt) part('web-ext lint', () => one(webExtLint()));
if (process.env.THOROUGH) part('packages, twice', () => one(run('npm run -s packages')));
if (chromiumBuilt && firefoxBuilt) {
  part('browser tests', () => {
    findChromium();
    if (!findFirefox()) console.log('No Firefox here: its tests are skipped.');
    const report = join(reports, 'playwright.json');
    const ok = run('playwright test --reporter=line,json', { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
    return complete(ok, playwrightCounts(report));
  });
} else {
  console.log('\nNot built: no browser tests.');
}
rmSync(reports, { recursive: true, force: true });
summary();

/** Runs one part and says whether nothing in it failed. A part that throws counts as one failure. */
function part(name: string, counts: () => Counts): boolean {
  console.log(`\n── ${name}`);
  const begin = performance.now();
  const result: Part = { name, counts: { passed: 0, failed: 1, skipped: 0 }, seconds: 0 };
  try {
    result.counts = counts();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  result.seconds = (performance.now() - begin) / 1000;
  parts.push(result);
  return result.counts.failed === 0;
}

/** npm scripts have the project's own programs on their PATH. */
function run(command: string, env: NodeJS.ProcessEnv = {}): boolean {
  return spawnSync(command, { cwd: root, shell: true, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
}

function one(ok: boolean): Counts {
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
function webExtLint(): boolean {
  const { stdout, stderr } = spawnSync('web-ext lint -s .output/firefox-mv3 -o json', {
    cwd: root,
    shell: true,
    encoding: 'utf8',
  });
  if (!stdout.trim()) throw new Error(`Expected a report from web-ext lint, found: ${stderr}`);
  const report = JSON.parse(stdout) as Record<
    'errors' | 'warnings',
    { code: string; message: string; file?: string }[]
  >;
  const complaints = [...report.errors, ...report.warnings.filter(({ code }) => code !== 'UNSAFE_VAR_ASSIGNMENT')];
  for (const { code, message, file } of complaints) console.error(`${code}: ${message} ${file ?? ''}`);
  console.log(`${report.errors.length} errors, ${report.warnings.length} warnings`);
  return complaints.length === 0;
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
