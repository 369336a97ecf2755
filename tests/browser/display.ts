/**
 * A display that nobody looks at, for what only a display has: the browser's own questions.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/** Whether this machine can have one, and a keyboard for it. */
export const hasVirtualDisplay = ['Xvfb', 'xdotool'].every(name => spawnSync('which', [name]).status === 0);

export type Display = {
  /** Presses keys one after the other, by their X names: `Tab`, `Return`. */
  press(...keys: string[]): void;
  close(): void;
};

/** Starts a display on which browsers that are launched from now on appear. */
export async function openDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1100x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await numberOf(server);
  const before = process.env.DISPLAY;
  process.env.DISPLAY = `:${number}`;
  return {
    press(...keys) {
      spawnSync('xdotool', ['key', '--delay', '100', ...keys], { env: { ...process.env, DISPLAY: `:${number}` } });
    },
    close() {
      if (before === undefined) delete process.env.DISPLAY;
      else process.env.DISPLAY = before;
      server.kill();
    },
  };
}

/** Xvfb takes a free number and tells it once it is ready. */
async function numberOf({ stdio }: ChildProcess): Promise<number> {
  const [told] = await once(stdio[3] as NodeJS.EventEmitter, 'data');
  return Number(String(told).trim());
}
