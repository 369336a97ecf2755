import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { anchors, parts } from '../../gitlab/anchors';
import { labelTitlesIn, type ShownWeight, weightIn, weightOf } from '../../gitlab/facts';
import { type Item, isOfNewItem, itemAt, scopeOf } from '../../gitlab/items';
import { pageOf } from '../../gitlab/page';
import type { Scale } from '../../handbook/profile';
import type { Feature, Stage } from '../feature';
import type { Panels } from '../panels';
import { load } from '../scripts';
import { switches } from '../switches';
import { type Updates, updatesOf } from '../updates';
import { factsOf } from './facts';
import { Guidance, guidanceCss } from './Guidance';
import type { History } from './history';
import type { Setter } from './setter';
import { promotionsBelow } from './split/promotions';
import type { Splitter } from './split/splitter';
import { type Outcome, setWeightIn, type WeightState } from './state';

/** What a weight means, beside the weight, and the team's scale to choose from. */
export const weightGuidance: Feature = {
  ...switches.weightGuidance,
  // Wherever GitLab shows an item, in the page or in its side panel, where one is created, and where one is closed.
  pages: ['work-item', 'work-item-list', 'board', 'epic-board', 'new-work-item', 'merge-request'],
  run(stage) {
    stage.watch(anchors.itemWeight.selectors, (section, present) => {
      const item = itemAt(section, stage.instance);
      if (!item && !section.matches(parts.newItemWidget)) return;
      stage.atItem(section, item?.path, present, (stage, present) => {
        const { scale } = stage.profile;
        if (scale?.in === 'field') guide(stage, scale, section, item, present);
      });
    });
    stage.watch(anchors.itemLabels.selectors, (section, present) => {
      const item = itemAt(section, stage.instance);
      if (!item && !isOfNewItem(section, stage.instance)) return;
      stage.atItem(section, item?.path, present, async (stage, present) => {
        const { scale } = stage.profile;
        if (!scale || scale.in === 'field') return;
        const { guideTracks } = await load('panels');
        if (present.aborted) return;
        guideTracks(stage, scale, scale.in, section, item, historyOf(stage, item, section, present), present);
      });
    });
    stage.watch(anchors.mergeRequestSidebar.selectors, (sidebar, present) => readClosedIssues(stage, sidebar, present));
    stage.watch(anchors.itemChildren.selectors, (section, present) => {
      const item = itemAt(section, stage.instance);
      if (!item) return;
      stage.atItem(section, item.path, present, (stage, present) => {
        const { scale } = stage.profile;
        return scale && continueSplit(stage, scale, section, item, present);
      });
    });
  },
};

/** A merge request has no weight. What it closes has: it is asked for once, when the page names an issue. */
function readClosedIssues(stage: Stage, sidebar: Element, present: AbortSignal): void {
  const page = pageOf(location, stage.instance.root);
  if (page.kind !== 'merge-request') return;
  const { path, iid } = page;
  const named = new AbortController();
  const read = async (stage: Stage, present: AbortSignal) => {
    const { guideClosedIssues } = await load('merge-requests');
    if (!present.aborted) await guideClosedIssues(stage, sidebar, { instance: stage.instance, path, iid }, present);
  };
  const once = () => {
    if (named.signal.aborted) return;
    named.abort();
    stage.atItem(sidebar, path, present, read);
  };
  stage.watch([parts.relatedIssue], once, AbortSignal.any([present, named.signal]));
}

/** An epic may be an issue that was promoted in order to be split. */
async function continueSplit(stage: Stage, scale: Scale, section: Element, item: Item, present: AbortSignal) {
  const issues = await promotionsBelow(item);
  if (issues.length > 0) await (await load('panels')).offerPromoted(stage, scale, section, item, issues, present);
}

/**
 * Stands in one weight section for as long as it is there.
 *
 * @param item `undefined` while it does not exist yet.
 */
function guide(stage: Stage, scale: Scale, section: Element, item: Item | undefined, present: AbortSignal): void {
  const state: WeightState = {
    shown: signal<ShownWeight>(weightIn(section)),
    outcome: signal<Outcome | undefined>(undefined),
    confidence: signal(undefined),
    answers: signal([]),
    chosen: signal(undefined),
    panel: signal<AbortController | undefined>(undefined),
    ...historyOf(stage, item, section, present),
  };
  const titles = labelTitles(stage, section, present);
  const facts = () => factsOf(section, titles.value);
  const opener: RefObject<HTMLButtonElement | null> = { current: null };
  let setter: Setter | undefined;
  let split: Splitter | undefined;

  const look = () => {
    const next = weightIn(section);
    if (JSON.stringify(next) === JSON.stringify(state.shown.value)) return;
    state.shown.value = next;
    // GitLab saves on any press outside its form: two forms for one number would fight.
    if (next.kind === 'editing') close();
    const set = setWeightIn(state.outcome.value);
    const isOld = set && next.kind !== 'editing' && weightOf(next) !== set.weight;
    if (isOld) state.outcome.value = undefined;
  };
  stage.follow(section, look, present);
  section.addEventListener('input', stage.guard(look), { signal: present });

  async function open(toSplit: boolean): Promise<void> {
    if (state.panel.value) {
      if (toSplit) split?.show(true);
      else close();
      return;
    }
    let panels: Panels;
    try {
      panels = await load('panels');
    } catch (error) {
      state.outcome.value = { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
      return;
    }
    if (present.aborted || state.panel.value) return;
    const { ScalePanel, scalePanelCss, splitter, weightSetter } = panels;
    const focus = () => opener.current?.focus();
    setter ??= weightSetter({ stage, section, item, state, present, closePanel: close, focus });
    setter.see();
    if (item) split ??= splitter(stage, item, section, present);
    split?.show(toSplit);
    state.chosen.value = weightOf(state.shown.value);
    if (state.outcome.value?.kind !== 'setting') state.outcome.value = undefined;
    const controller = new AbortController();
    state.panel.value = controller;
    const view = (
      <ScalePanel
        stage={stage}
        scale={scale}
        state={state}
        anchor={line}
        column={section}
        item={facts}
        setter={setter}
        split={split}
        onClose={reason => {
          // A press beside the panel does not cancel what is being set.
          if (reason === 'outside' && state.outcome.value?.kind === 'setting') return;
          close();
          if (reason !== 'outside') opener.current?.focus();
        }}
      />
    );
    // A dialog takes the focus back from whatever stands outside of it.
    const dialog = section.closest(parts.dialogContent);
    const place = dialog ? { end: dialog } : 'body';
    stage.mount(place, view, scalePanelCss, AbortSignal.any([present, controller.signal]));
    stage.guard(setter.askDevelopment)(titles.value);
  }

  function close(): void {
    state.panel.value?.abort();
    state.panel.value = undefined;
  }

  const view = (
    <Guidance
      stage={stage}
      scale={scale}
      state={state}
      item={facts}
      canSplit={item !== undefined}
      onOpen={stage.guard(() => open(false))}
      onSplit={stage.guard(() => open(true))}
      onUndo={stage.guard(() => setter?.undo())}
      onQuickAction={stage.guard(() => setter?.insertQuickAction())}
      opener={opener}
    />
  );
  const line = stage.mount({ anchor: anchors.itemWeight, element: section }, view, guidanceCss, present);
  present.addEventListener('abort', close);
}

/** The titles of the item's labels, which decide what a weight means. While GitLab's form is open, as they were. */
function labelTitles(stage: Stage, section: Element, present: AbortSignal): ReadonlySignal<readonly string[]> {
  const titles = signal<readonly string[]>([]);
  const scope = scopeOf(section);
  const follow = (labels: Element, shown: AbortSignal) => {
    if (scopeOf(labels) !== scope) return;
    const look = () => {
      const next = labelTitlesIn(labels);
      if (next && String(next) !== String(titles.value)) titles.value = next;
    };
    look();
    stage.follow(labels, look, shown);
  };
  stage.watch(anchors.itemLabels.selectors, follow, present);
  return titles;
}

function historyOf(stage: Stage, item: Item | undefined, section: Element, present: AbortSignal): History {
  const updates = item && updatesOf(stage, item, section, present);
  return {
    lastConfidence: computed(() => updates && newestConfidence(updates.value)),
    daysInDevelopment: signal(undefined),
  };
}

/** The newest status update that has one counts. */
function newestConfidence(updates: Updates): number | undefined {
  if (updates.kind !== 'read') return undefined;
  return updates.find(({ status }) => status.confidence !== null)?.status.confidence ?? undefined;
}
