/**
 * Finds the browsers of this machine. Nothing is downloaded except, on Debian as root, Debian's own packages.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Everything on these lists reads a Chromium extension; the order is the order of preference. */
const linuxChromiums = [
  '/usr/lib/chromium/chromium', // what Debian's wrapper script starts, without the flags that the wrapper adds
  ...onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'),
  ...onPath('microsoft-edge', 'microsoft-edge-stable', 'brave-browser'),
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
];
const macChromiums = [
  'Chromium',
  'Google Chrome',
  'Google Chrome for Testing',
  'Microsoft Edge',
  'Brave Browser',
].flatMap(name =>
  ['/Applications', join(homedir(), 'Applications')].map(folder => `${folder}/${name}.app/Contents/MacOS/${name}`),
);
const windowsChromiums = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
  .filter(folder => folder !== undefined)
  .flatMap(folder => [
    join(folder, 'Google/Chrome/Application/chrome.exe'),
    join(folder, 'Chromium/Application/chrome.exe'),
    join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    join(folder, 'BraveSoftware/Brave-Browser/Application/brave.exe'),
  ]);

/**
 * The path of a Chromium, Chrome, Edge or Brave on this machine, `CHROME_PATH` first; undefined when there is none.
 * Throws when `CHROME_PATH` names no program: falling back would hide the mistake.
 */
function installed(): string | undefined {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (!isProgram(chosen)) throw new Error(`CHROME_PATH should name a browser's program, found none at ${chosen}`);
    return chosen;
  }
  const known: Partial<Record<NodeJS.Platform, string[]>> = { darwin: macChromiums, win32: windowsChromiums };
  return (known[process.platform] ?? linuxChromiums).find(isProgram);
}

/** The path of a Firefox on this machine, `FIREFOX_PATH` first. Only its tests need it, so its absence is no error. */
export function installedFirefox(): string | undefined {
  if (process.env.FIREFOX_PATH) return process.env.FIREFOX_PATH;
  return [
    ...onPath('firefox-esr', 'firefox'),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ].find(isProgram);
}

/**
 * The path of a Chromium, installed first where that can be done without asking.
 * Throws an error of one line that says what to install.
 */
export function findChromium(): string {
  const path = installed() ?? (installPackages('chromium') ? installed() : undefined);
  if (path) return path;
  const advice = process.platform === 'linux' ? ' (sudo apt-get install -y chromium)' : '';
  throw new Error(`No Chromium here: install Chromium, Chrome, Edge or Brave${advice}, or set CHROME_PATH to one`);
}

/** The path of a Firefox, installed first where that can be done without asking. */
export function findFirefox(): string | undefined {
  return installedFirefox() ?? (installPackages('firefox-esr') ? installedFirefox() : undefined);
}

/** Installs Debian packages if this is Debian and we are root; says whether they are there now. */
function installPackages(...names: string[]): boolean {
  if (process.getuid?.() !== 0 || !isDebian()) return false;
  console.log(`Installing ${names.join(' and ')} with apt-get …`);
  const apt = (...args: string[]) => {
    const { status, stderr } = spawnSync('apt-get', ['-qq', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    if (status !== 0) console.error(stderr);
    return status === 0;
  };
  return apt('update') && apt('install', '-y', ...names);
}

function isDebian(): boolean {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function onPath(...names: string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap(name => folders.map(folder => join(folder, name)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
