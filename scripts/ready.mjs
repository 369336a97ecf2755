/**
 * Installs what the lock file names, once per lock file. Runs before `npm start` and `npm test`, on a
 * machine where nothing is installed yet, so it has no dependencies. It compares a hash: a checkout
 * touches the file's time.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const wanted = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex');
const stamp = `${root}node_modules/.ready`;

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.log('Installing the dependencies (npm ci) …');
  // The log level hides the engine warnings of npm's own, older Node: the scripts run on the Node of the lock file.
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath; // npm-cli.js: on Windows npm.cmd cannot be spawned without a shell
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...options], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', options, { cwd: root, stdio: 'inherit', shell: true });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, wanted);
}
