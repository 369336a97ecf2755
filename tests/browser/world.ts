import type { Page } from '@playwright/test';

/** Our own scripts in a page: what they write, what of theirs goes wrong unseen, and a way into their world. */
export type World = {
  /** Lines in the console. */
  readonly lines: readonly string[];
  /** Errors and rejections that nobody caught. */
  readonly uncaught: readonly string[];
  /** Runs an expression beside our scripts, in the document that is open. */
  evaluate<Result>(expression: string): Promise<Result>;
  /** How many objects of a prototype our scripts hold, after everything else was thrown away. */
  count(prototype: string): Promise<number>;
  /** The events that our scripts listen to on objects of the page, sorted. */
  listeners(targets: readonly string[]): Promise<string[]>;
  /** Ends requests of ours after a part of their 10 seconds, in this and later documents; `undefined` is as usual. */
  shorten(milliseconds: number | undefined): Promise<void>;
};

/** Follows the world of our scripts through all documents of a page. Playwright itself sees only the page's own. */
export async function worldOf(page: Page, extensionId: string): Promise<World> {
  const lines: string[] = [];
  const uncaught: string[] = [];
  const ours = new Set<number>();
  let newest: number | undefined;
  let limit: number | undefined;
  const session = await page.context().newCDPSession(page);
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin !== `chrome-extension://${extensionId}`) return;
    ours.add(context.id);
    newest = context.id;
    if (limit !== undefined) run(limiting(limit)).catch(() => {});
  });
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => ours.delete(executionContextId));
  session.on('Runtime.consoleAPICalled', ({ executionContextId, args }) => {
    if (ours.has(executionContextId)) lines.push(args.map(arg => arg.value ?? arg.description).join(' '));
  });
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { executionContextId, exception, text } }) => {
    if (executionContextId !== undefined && ours.has(executionContextId)) uncaught.push(exception?.description ?? text);
  });
  await session.send('Runtime.enable');
  function contextNow(): number {
    if (newest === undefined) throw new Error('expected a script of ours in the page, found none');
    return newest;
  }

  async function run<Result>(expression: string): Promise<Result> {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: contextNow(),
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  return {
    lines,
    uncaught,
    evaluate: run,
    async count(prototype) {
      const { result } = await session.send('Runtime.evaluate', { expression: prototype, contextId: contextNow() });
      const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '' });
      const length = await session.send('Runtime.callFunctionOn', {
        functionDeclaration: 'function () { return this.length; }',
        objectId: objects.objectId ?? '',
        returnByValue: true,
      });
      // What the protocol answers with is held by it.
      for (const { objectId } of [objects, result])
        if (objectId) await session.send('Runtime.releaseObject', { objectId });
      return length.result.value;
    },
    async listeners(targets) {
      const all: string[] = [];
      for (const target of targets) {
        const { result } = await session.send('Runtime.evaluate', { expression: target, contextId: contextNow() });
        const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' });
        all.push(...listeners.map(({ type }) => `${type} on ${target}`));
      }
      return all.sort();
    },
    async shorten(milliseconds) {
      limit = milliseconds;
      if (newest !== undefined && ours.has(newest)) await run(limiting(milliseconds ?? 10_000));
    },
  };
}

/** Any other limit than the 10 seconds of our requests stays as it is. */
function limiting(milliseconds: number): string {
  return `{
    globalThis.realTimeout ??= AbortSignal.timeout;
    AbortSignal.timeout = limit => realTimeout.call(AbortSignal, limit === 10_000 ? ${milliseconds} : limit);
  }`;
}
