/**
 * `npm run packages`: makes the store packages twice and fails where a byte of them differs, so that anybody can prove a
 * package with its source; and builds for Safari, which has no package of ours: Apple's converter takes the folder.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
const packages = ['chrome', 'edge', 'firefox', 'sources'].map(name => `.output/handrail-${version}-${name}.zip`);

run('npx wxt build -b safari --mv3');
const first = made();
const second = made();
const differing = packages.filter((_, index) => first[index] !== second[index]);
for (const [index, file] of packages.entries()) console.log(`${second[index]}  ${file}`);
for (const file of differing) console.error(`Expected ${file} to be the same when made again, found other bytes.`);
process.exitCode = differing.length > 0 ? 1 : 0;

/** The packages' hashes, made anew. */
function made(): string[] {
  for (const file of packages) rmSync(root + file, { force: true });
  run('npm run -s zip');
  return packages.map(file =>
    createHash('sha256')
      .update(readFileSync(root + file))
      .digest('hex'),
  );
}

function run(command: string): void {
  const { status, stdout, stderr } = spawnSync(command, { cwd: root, shell: true, encoding: 'utf8' });
  if (status !== 0) throw new Error(`Expected “${command}” to succeed, found: ${stdout}${stderr}`);
}
