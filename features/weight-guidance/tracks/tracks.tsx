import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { RefObject } from 'preact';
import controls from '../../../components/controls.css?inline';
import { anchors, parts } from '../../../gitlab/anchors';
import { labelTitlesIn } from '../../../gitlab/facts';
import { canEditLabels, findLabelId } from '../../../gitlab/item-labels';
import type { Item } from '../../../gitlab/items';
import { sessionIn } from '../../../gitlab/session';
import type { Matching } from '../../../handbook/labels';
import type { Scale } from '../../../handbook/profile';
import { levelsOf } from '../../../handbook/scale';
import { type Track, titlesFor, weightLabels } from '../../../handbook/weight-labels';
import type { Stage } from '../../feature';
import { askDevelopment } from '../development';
import { factsOf } from '../facts';
import guidance from '../guidance.css?inline';
import type { History } from '../history';
import type { WeightLabels } from '../split/ports';
import { splitter } from '../split/splitter';
import { oneOf, type SetLabels, type TrackState, titlesIn, trackState } from './state';
import { TrackLine } from './TrackLine';
import { TrackPanel, trackPanelCss } from './TrackPanel';
import own from './tracks.css?inline';
import { lookUp, write } from './write';

const css = controls + guidance + own;

/**
 * Weights that live in labels: below an item's labels a line for each of the team's tracks.
 *
 * It is in the panels' script, which a page starts at once when the profile in force has tracks: other teams' pages
 * do not pay for it.
 *
 * @param item `undefined` while it does not exist yet.
 */
export function guideTracks(
  stage: Stage,
  scale: Scale,
  tracks: readonly Track[],
  section: Element,
  item: Item | undefined,
  history: History,
  present: AbortSignal,
): void {
  const matching = stage.profile.matching ?? 'tolerant';
  // GitLab saves on any press outside its form: two forms for one label would fight.
  const titles = titlesOf(stage, section, () => states.forEach(close), present);
  const states: TrackState[] = tracks.map(track => trackState(track, titles, scale, matching, history));
  const acts = states.map(state => trackActs({ stage, scale, section, item, titles, state, states, present }));
  const view = (
    <Tracks stage={stage} scale={scale} section={section} canSplit={item !== undefined} titles={titles} acts={acts} />
  );
  stage.mount({ anchor: anchors.itemLabels, element: section }, view, css, present);
  present.addEventListener('abort', () => states.forEach(close));
}

/**
 * The titles of an item's labels: as the page shows them, read again when it changes. Whoever learns the server's
 * titles puts them in; without websockets GitLab's page stays as it was.
 */
function titlesOf(stage: Stage, section: Element, onEdit: () => void, present: AbortSignal): Signal<readonly string[]> {
  let onPage = labelTitlesIn(section) ?? [];
  const titles = signal<readonly string[]>(onPage);
  const look = () => {
    const next = labelTitlesIn(section);
    if (!next) onEdit();
    if (!next || String(next) === String(onPage)) return;
    onPage = next;
    titles.value = next;
  };
  stage.follow(section, look, present);
  return titles;
}

type TrackActs = {
  readonly state: TrackState;
  /** Opens the panel, or closes it; with `toSplit` that of the parts. */
  open(toSplit: boolean): void;
  undo(): void;
  /** Filled with the button that opens the panel. */
  readonly opener: RefObject<HTMLButtonElement | null>;
};

type Context = {
  readonly stage: Stage;
  readonly scale: Scale;
  readonly section: Element;
  readonly item: Item | undefined;
  readonly titles: Signal<readonly string[]>;
  readonly state: TrackState;
  /** Those of all tracks of the item. */
  readonly states: readonly TrackState[];
  readonly present: AbortSignal;
};

function trackActs({ stage, scale, section, item, titles, state, states, present }: Context): TrackActs {
  const { chosen, labels, outcome, panel, target } = state;
  const opener: RefObject<HTMLButtonElement | null> = { current: null };
  let looking = new AbortController();
  /** The track's titles that the person saw when deciding. */
  let seen: readonly string[] = [];
  const matching = stage.profile.matching ?? 'tolerant';
  const split =
    item &&
    splitter(stage, item, section, present, { weightLabels: labelsOfTrack(item, scale, state, matching, present) });

  function open(toSplit: boolean): void {
    const wasOpen = panel.value !== undefined;
    if (wasOpen && toSplit) {
      split?.show(true);
      return;
    }
    states.forEach(close);
    const { current: button } = opener;
    if (wasOpen || !button) return;
    split?.show(toSplit);
    if (outcome.value?.kind !== 'setting') outcome.value = undefined;
    const controller = new AbortController();
    const end = AbortSignal.any([present, controller.signal]);
    panel.value = controller;
    seen = titlesIn(labels.value);
    target.value = undefined;
    const why = refusal(section);
    const choose = (weight: number | undefined) => {
      chosen.value = weight;
      if (item && !why) find(weight, end);
    };
    choose(oneOf(labels.value)?.weight);
    const view = (
      <TrackPanel
        stage={stage}
        scale={scale}
        state={state}
        item={() => factsOf(section, titles.value)}
        anchor={button}
        column={section}
        refusal={why}
        isNew={!item}
        split={split}
        onChoose={choose}
        onSet={stage.guard(set)}
        onClose={reason => {
          // A press beside the panel does not cancel what is being set.
          if (reason === 'outside' && outcome.value?.kind === 'setting') return;
          close(state);
          if (reason !== 'outside') opener.current?.focus();
        }}
      />
    );
    // A dialog takes the focus back from whatever stands outside of it.
    const dialog = section.closest(parts.dialogContent);
    stage.mount(dialog ? { end: dialog } : 'body', view, trackPanelCss, end);
    if (item) stage.guard(askDevelopment)(stage, item, titles.value, state, present);
  }

  function find(weight: number | undefined, end: AbortSignal): void {
    const level = levelsOf(scale).find(one => one.weight === weight);
    looking.abort();
    looking = new AbortController();
    if (level && item) stage.guard(lookUp)(item, level, state, AbortSignal.any([end, looking.signal]));
  }

  async function set(): Promise<void> {
    if (target.value?.kind === 'there') await give([target.value.title], chosen.value);
  }

  async function undo(): Promise<void> {
    const { value } = outcome;
    const set = value?.kind === 'failed' ? value.undo : value;
    if (set?.kind !== 'set') return;
    seen = set.after;
    await give(set.before, undefined, set);
  }

  async function give(wanted: readonly string[], weight: number | undefined, undo?: SetLabels): Promise<void> {
    if (!item || outcome.value?.kind === 'setting') return;
    // As long as nothing is sent, who closes the panel cancels. An undo has no panel.
    const closed = panel.value?.signal;
    const mayBegin = closed ? AbortSignal.any([present, closed]) : present;
    const isSet = await write({ item, state, titles, seen, wanted, weight, undo, mayBegin, present });
    // Whoever presses again has seen what the server holds.
    if (isSet || outcome.value?.kind === 'changed-meanwhile') seen = titlesIn(labels.value);
    if (!isSet) return;
    close(state);
    opener.current?.focus();
  }

  return {
    state,
    open: stage.guard(open),
    undo: stage.guard(undo),
    opener,
  };
}

/** How the parts of an item get a weight of one track. */
function labelsOfTrack(
  item: Item,
  scale: Scale,
  { track, labels }: TrackState,
  matching: Matching,
  signal: AbortSignal,
): WeightLabels {
  return {
    async find(weight) {
      const level = levelsOf(scale).find(one => one.weight === weight);
      for (const title of level ? titlesFor(level, track, labels.value) : []) {
        const id = await findLabelId(item, title, signal);
        if (id) return id;
      }
      return undefined;
    },
    read: titles => oneOf(weightLabels(titles, track, scale, matching))?.weight,
  };
}

function close({ panel }: TrackState): void {
  panel.value?.abort();
  panel.value = undefined;
}

/** Why there is no button to set a weight; `undefined` when there is one. */
function refusal(section: Element): string | undefined {
  if (sessionIn(document).kind === 'signed-out') return 'You are signed out. Sign in to set a weight.';
  return canEditLabels(section) ? undefined : 'You may not change the labels of this issue.';
}

type TracksProps = {
  readonly stage: Stage;
  readonly scale: Scale;
  readonly section: Element;
  readonly canSplit: boolean;
  readonly titles: ReadonlySignal<readonly string[]>;
  readonly acts: readonly TrackActs[];
};

function Tracks({ stage, scale, section, canSplit, titles, acts }: TracksProps) {
  const facts = factsOf(section, titles.value);
  return (
    <div class="guidance">
      {acts.map(({ state, open, undo, opener }) => (
        <TrackLine
          key={state.track.label}
          stage={stage}
          scale={scale}
          state={state}
          item={facts}
          onOpen={() => open(false)}
          onSplit={canSplit ? () => open(true) : undefined}
          onUndo={undo}
          opener={opener}
        />
      ))}
    </div>
  );
}
