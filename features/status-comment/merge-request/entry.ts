import { computed, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { type ClosedIssue, fetchClosedIssues } from '../../../gitlab/closed-issues';
import { boxText, insertMarkdown } from '../../../gitlab/editor';
import { type MergeRequestPlace, referenceOf } from '../../../gitlab/references';
import { sessionIn } from '../../../gitlab/session';
import type { Profile } from '../../../handbook/profile';
import { isEmpty } from '../../../handbook/status/empty';
import { formatStatus } from '../../../handbook/status/format';
import {
  type FieldProblem,
  type MergeRequestEntry,
  mergeRequestsIn,
  percentIn,
  type StatusValues,
  textIn,
} from '../../../handbook/status/values';
import type { Stage } from '../../feature';
import { copied } from '../clipboard';
import { draftPlace } from '../drafts';
import { holds } from '../holds';
import type { StatusOutcome } from '../state';

type Context = {
  readonly stage: Stage;
  readonly mergeRequest: MergeRequestPlace;
  /** GitLab's comment form of the merge request. */
  readonly form: Element;
  readonly present: AbortSignal;
};

/** The issues that the merge request closes, as far as they are known. */
export type Issues =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'read'; readonly list: readonly ClosedIssue[] };

/** What became of the person's last act. */
export type EntryOutcome =
  | StatusOutcome
  | { readonly kind: 'put'; readonly issue: ClosedIssue }
  | { readonly kind: 'lost-with-page' };

/** What a person can do with a merge request's line. */
export type EntryComposer = ReturnType<typeof entryComposer>;

/**
 * The line of one merge request in the status update of the issue that it closes.
 *
 * It is kept as it is typed, as a draft of the merge request's own; a click puts it into the issue's draft.
 */
export function entryComposer({ stage, mergeRequest, form, present }: Context) {
  const { instance } = stage;
  const session = sessionIn(document);
  const userId = session.kind === 'signed-in' ? session.userId : '?';
  const own = draftPlace({ instance, ...mergeRequest, isMergeRequest: true }, userId);
  const values = signal<StatusValues>({});
  const issues = signal<Issues>({ kind: 'reading' });
  const chosen = signal<ClosedIssue | undefined>(undefined);
  const problems = signal<readonly FieldProblem[]>([]);
  /** How often something was not done because of the fields. */
  const refusals = signal(0);
  const outcome = signal<EntryOutcome | undefined>(undefined);
  const isInserting = signal(false);
  /** Handrail was updated or removed under the open page: nothing can be saved any more. */
  const isOutdated = signal(false);
  let isLoaded = false;

  /** The agreement of the issue's project: its update is what the line goes into. */
  const profile = computed(() => stage.profileFor(chosen.value?.path ?? mergeRequest.path));
  const text = computed(() => lineOf(entry(), profile.value));

  function entry(): MergeRequestEntry {
    return {
      ref: referenceOf(mergeRequest, chosen.value?.path ?? mergeRequest.path),
      complete: percentIn(values.value, 'complete'),
      confidence: percentIn(values.value, 'confidence'),
      notes: textIn(values.value, 'notes'),
    };
  }

  /** Called whenever the form opens. */
  function open(): void {
    if (!isLoaded) stage.guard(loadOwn)();
    isLoaded = true;
    if (issues.value.kind !== 'read') stage.guard(readIssues)();
  }

  async function loadOwn(): Promise<void> {
    const { draft } = await own.load();
    if (draft && isEmpty(values.value)) values.value = draft.values;
  }

  async function readIssues(): Promise<void> {
    issues.value = { kind: 'reading' };
    try {
      const list = await fetchClosedIssues({ instance, ...mergeRequest }, present);
      issues.value = { kind: 'read', list };
      chosen.value ??= list[0];
      await takeFrom(chosen.value);
    } catch (error) {
      if (present.aborted) return;
      issues.value = { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
    }
  }

  /** What the issue's draft says of this merge request already, when nothing is typed here. */
  async function takeFrom(issue: ClosedIssue | undefined): Promise<void> {
    if (!issue) return;
    const { draft } = await draftPlace({ instance, path: issue.path, iid: issue.iid }, userId).load();
    const field = mergeRequestField(profile.value);
    const ref = referenceOf(mergeRequest, issue.path);
    const found = field && draft && mergeRequestsIn(draft.values, field).find(one => one.ref === ref);
    if (!found || !isEmpty(values.value)) return;
    const { complete, confidence, notes } = found;
    values.value = { complete, confidence, notes };
  }

  function choose(issue: ClosedIssue): void {
    chosen.value = issue;
    outcome.value = undefined;
  }

  function edit(next: StatusValues): void {
    values.value = next;
    outcome.value = undefined;
    const left = new Set(problemsOf(next).map(({ field }) => field));
    problems.value = problems.value.filter(({ field }) => left.has(field));
    stage.guard(save)();
  }

  async function save(): Promise<void> {
    try {
      if (isEmpty(values.value)) await own.remove();
      else await own.save({ savedAt: Date.now(), values: values.value });
    } catch {
      tellUnsaved();
    }
  }

  function tellUnsaved(): void {
    isOutdated.value = !browser.runtime?.id;
    outcome.value = { kind: isOutdated.value ? 'outdated' : 'unsaved' };
  }

  function isRight(): boolean {
    problems.value = problemsOf(values.value);
    if (problems.value.length > 0) refusals.value += 1;
    return problems.value.length === 0;
  }

  /** Puts the line into the issue's draft, in place of one that is there for the same merge request. */
  async function put(): Promise<void> {
    const issue = chosen.value;
    const field = mergeRequestField(profile.value);
    if (!issue || !field || !isRight()) return;
    const place = draftPlace({ instance, path: issue.path, iid: issue.iid }, userId);
    if (!place.isKept) {
      outcome.value = { kind: 'lost-with-page' };
      return;
    }
    try {
      const { draft } = await place.load();
      const line = entry();
      const entries = mergeRequestsIn(draft?.values ?? {}, field);
      const isThere = entries.some(({ ref }) => ref === line.ref);
      const next = isThere ? entries.map(one => (one.ref === line.ref ? line : one)) : [...entries, line];
      await place.save({
        ...draft,
        savedAt: Date.now(),
        values: { ...draft?.values, [field]: next },
        // With another line it is another comment than one that was inserted before.
        insertedAfterNote: undefined,
      });
      await own.remove();
      outcome.value = { kind: 'put', issue };
    } catch {
      tellUnsaved();
    }
  }

  async function insert(): Promise<void> {
    if (isInserting.value || !isRight()) return;
    const markdown = text.value;
    const before = boxText(form) ?? '';
    isInserting.value = true;
    // One line is no status update by itself: its words are looked for.
    const isThere = (box: string) => box !== before && holds(box, markdown, true, profile.value);
    const result = await insertMarkdown(form, markdown, isThere, present);
    isInserting.value = false;
    if (result === 'inserted') outcome.value = { kind: 'inserted' };
    else outcome.value = { kind: (await copied(markdown)) ? 'refused-copied' : 'refused' };
  }

  async function copy(): Promise<void> {
    outcome.value = { kind: (await copied(text.value)) ? 'copied' : 'not-copied' };
  }

  function discard(): void {
    const before = values.value;
    edit({});
    outcome.value = { kind: 'discarded', undo: () => edit(before) };
  }

  const shown = { values, issues, chosen, problems, refusals, outcome, isInserting, isOutdated, profile, text };
  return {
    ...shown,
    instance,
    mergeRequest,
    guard: stage.guard,
    open,
    readIssues,
    choose,
    edit,
    put,
    insert,
    copy,
    discard,
  };
}

/** The id of the field that holds merge requests in a team's status update. */
export function mergeRequestField({ status }: Profile): string | undefined {
  return status?.fields.find(({ kind }) => kind === 'merge-requests')?.id;
}

/** The line as the team writes it in the update of the issue. */
function lineOf(entry: MergeRequestEntry, { status }: Profile): string {
  const fields = [{ id: 'mrs', kind: 'merge-requests', label: 'Merge requests' }] as const;
  const template = status?.formats.find(one => one.mergeRequest !== undefined)?.mergeRequest;
  const format = { name: 'Line', lines: ['{mrs}'], ...(template !== undefined && { mergeRequest: template }) };
  return formatStatus({ mrs: [entry] }, { fields: [...fields], formats: [format] }, format);
}

function problemsOf(values: StatusValues): FieldProblem[] {
  return (['complete', 'confidence'] as const).flatMap(id => {
    const value = percentIn(values, id);
    const isRight = value === undefined || (value >= 0 && value <= 100);
    return isRight ? [] : [{ field: id, message: `${labels[id]} is 0 to 100.` }];
  });
}

const labels = { complete: 'Complete', confidence: 'Confidence' } as const;
