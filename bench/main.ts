/**
 * `npm run bench`: what Handrail costs GitLab's pages, beside no extension, an empty one, the least that could label a
 * list and a careless one. Every run has a fresh browser, the variants take turns, medians count.
 *
 * `-- --rounds 1 --page list-2000 --page storm --variant none --variant handrail` for less.
 */
import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'wxt';
import { type Demo, startDemo } from '../demo/server';
import { findChromium } from '../scripts/browser';
import { attributed, figures, median, type Results, table, type Visits } from './figures';
import {
  measureContinuations,
  measureLoad,
  measurePopup,
  measureTrace,
  measureVisits,
  type Reading,
  type Subject,
} from './measure';
import { pages, visitsPage } from './pages';
import { slowestReading } from './reading';
import { type Variant, variantFolders, variants } from './variants';

const root = fileURLToPath(new URL('..', import.meta.url));

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    variant: { type: 'string', multiple: true, default: [...variants] },
    page: { type: 'string', multiple: true, default: [...pages.map(({ name }) => name), visitsPage.name] },
  },
});
const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds: expected a number, found ${options.rounds}`);
const wrong = options.variant.find(name => !variants.some(variant => variant === name));
if (wrong) throw new Error(`--variant: expected one of ${variants}, found ${wrong}`);
const unknown = options.page.find(name => name !== visitsPage.name && !pages.some(page => page.name === name));
if (unknown) throw new Error(`--page: expected one of ${pages.map(({ name }) => name)}, visits; found ${unknown}`);

async function measure(demo: Demo, folders: Record<Variant, string | null>): Promise<Results> {
  const results: Results = {};
  for (const page of pages.filter(({ name }) => options.page.includes(name))) {
    const ofPage: Results[string] = {};
    results[page.name] = ofPage;
    for (let round = 1; round <= rounds; round += 1) {
      for (const variant of variants) {
        const isOfEveryPage = variant === 'none' || variant === 'empty' || variant === 'handrail';
        if (!options.variant.includes(variant) || !(isOfEveryPage || page.others?.includes(variant))) continue;
        const subject: Subject = { demo, page, variant, folder: folders[variant] };
        const runs = ofPage[variant] ?? { loads: [], traces: [], continuations: [] };
        ofPage[variant] = runs;
        runs.loads.push(await measureLoad(subject));
        runs.traces.push(await measureTrace(subject));
        if (variant === 'handrail') runs.continuations.push(await measureContinuations(subject));
      }
      const { handrail } = ofPage;
      if (handrail) console.log(`${page.name} ${round}/${rounds}: ${attributed(handrail).toFixed(1)} ms attributed`);
    }
  }
  return results;
}

/** What the look for a team profile adds to a page once an hour, and how long the popup takes. */
async function measureOthers(
  demo: Demo,
  folders: Record<Variant, string | null>,
): Promise<{ first: number | undefined; popup: number | undefined }> {
  const page = pages.find(({ name }) => name === 'issue-100');
  if (!page || !options.page.includes(page.name)) return { first: undefined, popup: undefined };
  const subject: Subject = { demo, page, variant: 'handrail', folder: folders.handrail };
  const first: Subject = { ...subject, isFirst: true };
  const popups: number[] = [];
  for (let round = 1; round <= rounds; round += 1) popups.push(await measurePopup(subject));
  return {
    first: attributed({
      loads: [],
      traces: [await measureTrace(first)],
      continuations: [await measureContinuations(first)],
    }),
    popup: median(popups),
  };
}

/**
 * What the page holds more with Handrail than without, when a person goes from item to item. Counted from the hundredth
 * visit: until then the browser still makes what it keeps for all later ones.
 */
async function measureLeak(demo: Demo, folders: Record<Variant, string | null>): Promise<Visits> {
  const bare = await readings({ demo, page: visitsPage, variant: 'none', folder: null });
  const ours = await readings({ demo, page: visitsPage, variant: 'handrail', folder: folders.handrail });
  const over = (index: 0 | 1): Reading => ({
    heap: ours[index].heap - bare[index].heap,
    held: ours[index].held - bare[index].held,
  });
  return { few: over(0), many: over(1) };
}

async function readings(subject: Subject): Promise<readonly [Reading, Reading]> {
  const runs = 10;
  for (let run = 1; run <= runs; run += 1) {
    const [few, many] = (await measureVisits(subject, [100, 300])) ?? [];
    console.log(`visits, ${subject.variant}: ${few && many ? 'done' : 'the page kept a panel, once more'}`);
    if (few && many) return [few, many];
  }
  throw new Error(`visits, ${subject.variant}: expected one of ${runs} runs without a panel that is kept, found none`);
}

findChromium();
await build({ root });
const { folders, temporary } = await variantFolders();
const demo = await startDemo();
try {
  const results = await measure(demo, folders);
  const visits = options.page.includes(visitsPage.name) ? await measureLeak(demo, folders) : undefined;
  const size = (script: string) =>
    gzipSync(readFileSync(join(root, '.output/chrome-mv3', script)), { level: 9 }).length;
  const every = size('gitlab.js');
  const all = figures({
    results,
    visits,
    ...(await measureOthers(demo, folders)),
    reading: slowestReading(),
    gzip: { every, ours: every + size('features.js') },
  });
  console.log(`\nMedians of ${rounds} rounds\n\n${table(all)}`);
  const file = join(root, 'bench/results.json');
  await writeFile(
    file,
    JSON.stringify({ date: new Date().toISOString(), rounds, figures: all, results, visits }, null, 2),
  );
  process.exitCode = all.some(({ isMet }) => isMet === false) ? 1 : 0;
} finally {
  await demo.close();
  await rm(temporary, { recursive: true, force: true });
}
