import { GitLabError } from '../../../gitlab/api';
import type { CreatedItem } from '../../../gitlab/create-items';
import type { Intent, Row } from './intent';
import { failureOf, readFailure, unstored } from './words';

/** What a run needs of the world. */
export type RunPorts = {
  /** @throws GitLabError */
  create(row: Row): Promise<CreatedItem>;
  /** The person's own items since the intent's baseline, oldest first. @throws GitLabError */
  lookUp(): Promise<readonly CreatedItem[]>;
  /** @throws what the browser throws when it cannot be stored. */
  save(intent: Intent): Promise<void>;
  /** Called with each change: the rows, and which of them is being worked at. */
  show(intent: Intent, working: Working | undefined): void;
  /** Milliseconds since 1970. */
  now(): number;
  /** Ends early when the signal aborts. */
  pause(milliseconds: number, cancelled: AbortSignal): Promise<void>;
};

export type Working = {
  readonly row: string;
  /** Whether it is looked for rather than created. */
  readonly isLookingFor: boolean;
};

/** GitLab ends every request after this many milliseconds; what it has not created by then, it never will. */
export const longestRequest = 60_000;

/** Milliseconds between two looks for an item whose answer never came. */
const lookEvery = 5_000;

/**
 * Creates the rows that are not created yet, one by one, and goes on after a failure.
 *
 * No row is created twice: each is stored as sent before it is, and a row that was sent before is first looked for,
 * for as long as GitLab may still be at work on it. When the signal aborts, the request under way ends and is recorded.
 */
export async function run(start: Intent, ports: RunPorts, cancelled: AbortSignal): Promise<Intent> {
  let intent: Intent = { ...start, rows: start.rows.map(row => ({ ...row, failure: undefined })) };
  for (const { id } of intent.rows) {
    const row = rowOf(id);
    if (cancelled.aborted) break;
    if (row.created) continue;
    try {
      const found = row.attempt && (await lookFor(id));
      if (found) await record(id, { created: { ...found, isFound: true } });
      if (found || cancelled.aborted) continue;
    } catch (error) {
      // What is known of the earlier request stays as it is, and nothing is wrong with the row.
      await record(id, { failure: { reason: readFailure(error), isAboutRow: false } });
      continue;
    }
    change(id, { attempt: { at: ports.now(), title: row.title, isAnswered: false } });
    try {
      await ports.save(intent);
    } catch {
      // Without a trace of it a reload would create it again.
      change(id, { attempt: row.attempt, failure: { reason: unstored, isAboutRow: false } });
      break;
    }
    ports.show(intent, { row: id, isLookingFor: false });
    try {
      await record(id, { created: { ...(await ports.create(row)), isFound: false } });
    } catch (error) {
      await record(id, { attempt: attemptAfter(error, rowOf(id)), failure: failureOf(error) });
    }
  }
  ports.show(intent, undefined);
  return intent;

  function rowOf(id: string): Row {
    const row = intent.rows.find(one => one.id === id);
    if (!row) throw new Error(`expected a row ${id}, found none`);
    return row;
  }

  function change(id: string, values: Partial<Row>): void {
    intent = { ...intent, rows: intent.rows.map(row => (row.id === id ? { ...row, ...values } : row)) };
  }

  async function record(id: string, values: Partial<Row>): Promise<void> {
    change(id, values);
    ports.show(intent, undefined);
    // If this fails, the stored row still says that it was sent: it will be looked for.
    await ports.save(intent).catch(() => {});
  }

  async function lookFor(id: string): Promise<CreatedItem | undefined> {
    ports.show(intent, { row: id, isLookingFor: true });
    for (;;) {
      const found = match(rowOf(id), intent.rows, await ports.lookUp());
      const { attempt } = rowOf(id);
      const rest = !attempt || attempt.isAnswered ? 0 : attempt.at + longestRequest - ports.now();
      if (found || rest <= 0 || cancelled.aborted) return found;
      await ports.pause(Math.min(rest, lookEvery), cancelled);
    }
  }
}

/** Marks the rows whose answer never came but which GitLab holds. */
export function recognise(intent: Intent, items: readonly CreatedItem[]): Intent {
  let rows = intent.rows;
  for (const row of intent.rows) {
    const found = row.created ? undefined : match(row, rows, items);
    if (found) rows = rows.map(one => (one.id === row.id ? { ...one, created: { ...found, isFound: true } } : one));
  }
  return { ...intent, rows };
}

/** Two rows may have one title: an item that is another row's already is not this one's. */
function match({ attempt }: Row, rows: readonly Row[], items: readonly CreatedItem[]): CreatedItem | undefined {
  const taken = new Set(rows.map(row => row.created?.id));
  return items.find(one => attempt && one.title === attempt.title && !taken.has(one.id));
}

/** What remains known of a request that failed: nothing, where GitLab refused it before it looked at it. */
function attemptAfter(error: unknown, { attempt }: Row): Row['attempt'] {
  switch (error instanceof GitLabError ? error.kind : undefined) {
    case 'signed-out':
    case 'forbidden':
    case 'not-found':
    case 'unsupported':
    case 'rate-limited':
      return undefined;
    case 'timed-out':
    case 'offline':
      return attempt;
    default:
      return attempt && { ...attempt, isAnswered: true };
  }
}
