import { type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { anchors } from '../../../gitlab/anchors';
import { fetchParent, findOwnItems, hasEpics, type ParentItem } from '../../../gitlab/create-items';
import { insertMarkdown } from '../../../gitlab/editor';
import { type Item, inSameItem } from '../../../gitlab/items';
import { sessionIn } from '../../../gitlab/session';
import { openTasks, tidyTitle } from '../../../handbook/split';
import type { Stage } from '../../feature';
import { alone } from './alone';
import {
  emptyRow,
  hasBegun,
  type Intent,
  intentPlace,
  isBlank,
  isFinished,
  missingParts,
  newId,
  type Part,
  type Route,
  type Row,
} from './intent';
import { type Kind, type Origin, portsFor, type WeightLabels, weighedBy } from './ports';
import { forgetPromotion, rememberPromotion } from './promotions';
import { recognise, run, type Working } from './run';
import { type Spike, spikeOf } from './spike';
import { elsewhere, readFailure, unkept, unstored } from './words';

/** What the split view shows. */
export type SplitState =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | {
      readonly kind: 'ready';
      readonly intent: Intent;
      /** The routes that this item and person have. */
      readonly routes: readonly Route[];
      /** How many rows come from the description; 0 once one comes from elsewhere. */
      readonly fromTasks: number;
      readonly isRunning: boolean;
      readonly isCancelling: boolean;
      readonly working: Working | undefined;
      /** What was typed in another tab at the same time and is not among the rows. */
      readonly elsewhere: readonly Part[];
      /** Whether the extension was updated or removed under the open page: nothing can be saved any more. */
      readonly isOutdated: boolean;
      /** What else is to be said. */
      readonly notice: { readonly tone: 'success' | 'warning' | 'danger'; readonly text: string } | undefined;
    };

/** The parts of one item, and the spike for it: what is known, and what a person can do. It outlives the panel. */
export type Splitter = Spike & {
  /** Whether the panel shows the split view rather than the scale. */
  readonly isShown: ReadonlySignal<boolean>;
  show(isShown: boolean): void;
  isRunning(): boolean;
  /** Full path of the project that gets the new issues, where it is not the item's own. */
  readonly home: string | undefined;
  /** What is stored of it, without asking GitLab. */
  kept(): Promise<Intent | undefined>;
  readonly state: ReadonlySignal<SplitState>;
  /** Reads the item, or brings back what was begun. */
  open(): Promise<void>;
  edit(id: string, values: Partial<Pick<Row, 'title' | 'weight'>>): void;
  add(): void;
  remove(id: string): void;
  choose(route: Route): void;
  /** Adds the rows of the other tab, or forgets them. */
  settle(isAdded: boolean): Promise<void>;
  create(): Promise<void>;
  /** The request under way ends and is recorded; no other follows. */
  cancel(): void;
  insertPromotion(): Promise<void>;
  /** Starts anew after everything is created. */
  restart(): Promise<void>;
};

type Options = {
  /** Without it, weights are in GitLab's own field. */
  readonly weightLabels?: WeightLabels;
  /** The issue that this epic was until it was promoted: its rows are taken over, and its project gets the new issues. */
  readonly promotedFrom?: Item;
};

/** @param element An element of the item, its weight section for one. */
export function splitter(
  stage: Stage,
  item: Item,
  element: Element,
  present: AbortSignal,
  { promotedFrom, weightLabels }: Options = {},
): Splitter {
  const home = promotedFrom ?? item;
  const isShown = signal(false);
  const state = signal<SplitState>({ kind: 'reading' });
  const session = sessionIn(document);
  const userId = session.kind === 'signed-in' ? session.userId : 'unknown';
  const place = intentPlace('split', item, userId);
  const earlierPlace = promotedFrom && intentPlace('split', promotedFrom, userId);
  const origin: Origin = { home, profile: stage.profile, weightLabels };
  let parent: ParentItem | undefined;
  let cancelled = new AbortController();
  present.addEventListener('abort', () => cancelled.abort());

  function set(values: Partial<Extract<SplitState, { kind: 'ready' }>>): void {
    if (state.value.kind === 'ready') state.value = { ...state.value, ...values };
  }

  async function kept(): Promise<Intent | undefined> {
    const own = await place.load();
    if (own || !earlierPlace) return own;
    const earlier = await earlierPlace.load();
    return earlier && !hasBegun(earlier) ? { ...earlier, route: 'children' } : undefined;
  }

  let reading: Promise<void> | undefined;
  function open(): Promise<void> {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  async function read(): Promise<void> {
    if (state.value.kind === 'ready') return;
    state.value = { kind: 'reading' };
    if (session.kind === 'signed-out') {
      state.value = { kind: 'refused', reason: 'You are signed out. Sign in to split this issue.' };
      return;
    }
    try {
      parent = await fetchParent(item, home.path, present);
      const offered = await routesOf(parent);
      const [first] = offered;
      if (!first) {
        state.value = { kind: 'refused', reason: 'You may not add child items or related issues here.' };
        return;
      }
      const stored = await kept();
      place.prune().catch(() => {});
      const tasks = stored ? [] : openTasks(parent.description);
      const rows = tasks.length > 0 ? tasks.map(emptyRow) : [emptyRow(), emptyRow()];
      const begun = stored ?? { id: newId(), route: first, rows };
      const isOffered = offered.includes(begun.route) || hasBegun(begun);
      const intent = await recognised(isOffered ? begun : { ...begun, route: first });
      state.value = {
        kind: 'ready',
        intent,
        routes: offered,
        fromTasks: tasks.length,
        isRunning: false,
        isCancelling: false,
        working: undefined,
        elsewhere: missingParts(await place.both.load(), intent),
        isOutdated: false,
        notice: undefined,
      };
    } catch (error) {
      if (!present.aborted) state.value = { kind: 'failed', reason: readFailure(error) };
    }
  }

  async function routesOf({ childType, issueType, mayAddChildren, mayLink, typeName }: ParentItem): Promise<Route[]> {
    if (promotedFrom) return childType && mayAddChildren ? ['children'] : [];
    const mayPromote = typeName === 'Issue' && mayLink && (await hasEpics(item, present));
    return [
      childType && mayAddChildren ? ('children' as const) : [],
      issueType && mayLink ? ('related' as const) : [],
      mayPromote ? ('epic' as const) : [],
    ].flat();
  }

  /** After a reload in the middle: what GitLab holds of the rows whose answer never came. */
  async function recognised(intent: Intent): Promise<Intent> {
    const isUnknown = intent.rows.some(row => row.attempt && !row.created);
    if (!isUnknown || !intent.baseline || !parent) return intent;
    const next = recognise(
      intent,
      (await findOwnItems(home, parent.username, intent.baseline, present)).map(weighedBy(weightLabels)),
    );
    await place.save(next).catch(() => {});
    return next;
  }

  function edit(id: string, values: Partial<Pick<Row, 'title' | 'weight'>>): void {
    changeRows(rows => rows.map(row => (row.id === id ? { ...row, ...values } : row)));
  }

  function changeRows(change: (rows: readonly Row[]) => readonly Row[]): void {
    const { value } = state;
    if (value.kind !== 'ready' || value.isRunning || value.isOutdated) return;
    keep({ ...value.intent, rows: change(value.intent.rows) });
  }

  /** Shows it and saves it as it is typed. */
  function keep(intent: Intent): void {
    set({ intent, notice: undefined });
    const saved = isBlank(intent) ? place.remove() : place.save(intent);
    // A script whose extension is gone has no id any more; else the browser's storage is full.
    saved.catch(() => set(browser.runtime?.id ? { notice: { tone: 'warning', text: unkept } } : { isOutdated: true }));
  }

  place.follow((theirs, isNext) => {
    const { value } = state;
    // What is being created here goes on as it was begun: the other tab takes it over.
    if (value.kind !== 'ready' || value.isRunning) return false;
    const own = value.intent;
    // Between two versions of which neither knew the other, the one counts of which something was sent to GitLab.
    const intent = isNext || hasBegun(theirs) ? theirs : own;
    if (isNext) {
      set({ intent, fromTasks: 0, notice: undefined, elsewhere: missingParts(value.elsewhere, intent) });
      return true;
    }
    const both = [...own.rows, ...theirs.rows].map(({ title, weight }) => ({ title, weight }));
    set({ intent, elsewhere: missingParts(both, intent) });
    stage.guard(place.both.save)(both);
    return true;
  }, present);

  async function settle(isAdded: boolean): Promise<void> {
    if (state.value.kind !== 'ready') return;
    const added = state.value.elsewhere.map(one => ({ ...emptyRow(), ...one }));
    if (isAdded) changeRows(rows => [...rows.filter(row => row.title !== '' || row.weight !== undefined), ...added]);
    set({ elsewhere: [] });
    await place.both.remove();
  }

  async function create(): Promise<void> {
    const { value } = state;
    if (value.kind !== 'ready' || value.isRunning || !parent) return;
    const { intent } = value;
    const { route } = intent;
    const type = route === 'children' ? parent.childType : parent.issueType;
    if (!type || route === 'epic') return;
    cancelled = new AbortController();
    set({ isRunning: true, isCancelling: false, notice: undefined, fromTasks: 0 });
    const start: Intent = {
      ...intent,
      baseline: intent.baseline ?? parent.baseline,
      rows: intent.rows.map(row => ({ ...row, title: tidyTitle(row.title) })).filter(row => row.title !== ''),
    };
    const kind: Kind = { typeId: type.id, as: route === 'children' ? 'child' : 'related' };
    const ports = portsFor(origin, parent, kind, start, place, (rows, working) => set({ intent: rows, working }));
    const isAlone = await alone(place, async () => {
      const stored = await place.load();
      if (stored && hasBegun(stored) && !isSame(stored, intent)) {
        set({ intent: stored, notice: { tone: 'warning', text: elsewhere } });
        return;
      }
      const end = await run(start, ports, AbortSignal.any([cancelled.signal, present]));
      if (!promotedFrom || !hasBegun(end)) return;
      // The rows are the epic's from now on.
      await earlierPlace?.remove();
      if (isFinished(end)) await forgetPromotion(promotedFrom, userId);
    });
    if (!isAlone) set({ notice: { tone: 'warning', text: elsewhere } });
    set({ isRunning: false, isCancelling: false, working: undefined });
  }

  function cancel(): void {
    if (state.value.kind !== 'ready' || !state.value.isRunning) return;
    cancelled.abort();
    set({ isCancelling: true });
  }

  async function insertPromotion(): Promise<void> {
    const { value } = state;
    if (value.kind !== 'ready') return;
    const rows = value.intent.rows.filter(row => row.title.trim() !== '');
    try {
      await place.save({ ...value.intent, rows });
      await rememberPromotion(item, userId);
    } catch {
      set({ notice: { tone: 'danger', text: unstored } });
      return;
    }
    const form = inSameItem(element, anchors.itemCommentForm.selectors.join());
    const result = form && (await insertMarkdown(form, promotion, text => text.includes(promotion), present));
    const text =
      result === 'inserted'
        ? `${promotion} is in the comment box. Nothing is posted yet. The rows stay saved here.`
        : `The comment box did not take the text. Write ${promotion} into a comment. The rows stay saved here.`;
    set({ notice: { tone: result === 'inserted' ? 'success' : 'danger', text } });
  }

  async function restart(): Promise<void> {
    const { value } = state;
    if (value.kind !== 'ready' || value.isRunning) return;
    await place.remove();
    const { route } = value.intent;
    parent = undefined;
    state.value = { kind: 'reading' };
    await read();
    // What the description lists was created just now.
    set({ fromTasks: 0, intent: { id: newId(), route, rows: [emptyRow(), emptyRow()] } });
  }

  return {
    isShown,
    show: value => {
      isShown.value = value;
    },
    home: promotedFrom?.path,
    kept,
    isRunning: () => state.value.kind === 'ready' && state.value.isRunning,
    state,
    open,
    edit,
    add: () => changeRows(rows => [...rows, emptyRow()]),
    remove: id => changeRows(rows => rows.filter(row => row.id !== id)),
    choose: route => {
      if (state.value.kind === 'ready' && !state.value.isOutdated) keep({ ...state.value.intent, route });
    },
    settle,
    create,
    cancel,
    insertPromotion,
    restart,
    ...spikeOf(item, origin, userId, present),
  };
}

const promotion = '/promote_to Epic';

/** Whether nothing happened to the stored intent since this tab has read or written it. */
function isSame(kept: Intent, own: Intent): boolean {
  const known = (intent: Intent) =>
    intent.rows.filter(row => row.created || row.attempt).map(row => [row.id, row.created?.id]);
  return kept.id === own.id && JSON.stringify(known(kept)) === JSON.stringify(known(own));
}
