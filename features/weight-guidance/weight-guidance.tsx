import { signal } from '@preact/signals';
import { anchors } from '../../gitlab/anchors';
import { GitLabError, type GitLabErrorKind } from '../../gitlab/api';
import { labelsIn, type ShownWeight, weightIn, weightOf } from '../../gitlab/facts';
import { type Item, inSameItem, itemAt } from '../../gitlab/items';
import { sessionIn } from '../../gitlab/session';
import { follow } from '../../gitlab/watch';
import { fetchWeight } from '../../gitlab/weight';
import { canEditWeight, driveWeight } from '../../gitlab/weight-widget';
import type { Scale } from '../../handbook/profile';
import type { Feature, Stage } from '../feature';
import { loadPanels, type Panels } from '../panels';
import { Guidance, guidanceCss } from './Guidance';
import type { Outcome } from './outcome';
import type { Splitter } from './split/splitter';

/** What a weight means, beside the weight, and the team's scale to choose from. */
export const weightGuidance: Feature = {
  id: 'weight-guidance',
  title: 'Weight guidance',
  // Wherever GitLab shows an item, in the page or in its side panel.
  pages: ['work-item', 'work-item-list', 'board', 'epic-board'],
  run(stage) {
    const { scale } = stage.profile;
    if (!scale) return;
    if (scale.in !== 'field') {
      stage.guard(async () => (await loadPanels()).guideTracks(stage, scale))();
      return;
    }
    stage.watch(anchors.itemWeight.selectors, (section, present) => {
      const item = itemAt(section, stage.instance);
      if (item) guide(stage, scale, section, item, present);
    });
  },
};

/** Stands in one weight section for as long as it is there. */
function guide(stage: Stage, scale: Scale, section: Element, item: Item, present: AbortSignal): void {
  const shown = signal<ShownWeight>(weightIn(section));
  const outcome = signal<Outcome | undefined>(undefined);
  const confidence = signal<number | undefined>(undefined);
  const chosen = signal<number | undefined>(undefined);
  const panel = signal<AbortController | undefined>(undefined);
  let button: HTMLButtonElement | null = null;
  let split: Splitter | undefined;
  /** The weight that the person saw when deciding. */
  let seen: number | undefined;

  const look = () => {
    const next = weightIn(section);
    if (JSON.stringify(next) === JSON.stringify(shown.value)) return;
    shown.value = next;
    // GitLab saves on any press outside its form: two forms for one number would fight.
    if (next.kind === 'editing') close();
    const { value } = outcome;
    if (value?.kind === 'set' && next.kind !== 'editing' && weightOf(next) !== value.weight) outcome.value = undefined;
  };
  follow(section, stage.guard(look), present);
  section.addEventListener('input', stage.guard(look), { signal: present });

  async function open(toSplit: boolean): Promise<void> {
    if (panel.value) {
      if (toSplit) split?.show(true);
      else close();
      return;
    }
    let panels: Panels;
    try {
      panels = await loadPanels();
    } catch (error) {
      outcome.value = { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
      return;
    }
    if (present.aborted || panel.value) return;
    const { ScalePanel, scalePanelCss, splitter } = panels;
    split ??= splitter(stage, item, section, present);
    split.show(toSplit);
    seen = weightOf(shown.value);
    chosen.value = seen;
    if (outcome.value?.kind !== 'setting') outcome.value = undefined;
    const controller = new AbortController();
    panel.value = controller;
    const view = (
      <ScalePanel
        stage={stage}
        scale={scale}
        anchor={line}
        column={section}
        current={shown}
        confidence={confidence}
        chosen={chosen}
        outcome={outcome}
        refusal={refusal()}
        labels={labelsOfItem(section)}
        split={split}
        onSet={stage.guard(() => set(chosen.value))}
        onClose={reason => {
          close();
          if (reason !== 'outside') button?.focus();
        }}
      />
    );
    stage.mount('body', view, scalePanelCss, AbortSignal.any([present, controller.signal]));
  }

  function close(): void {
    panel.value?.abort();
    panel.value = undefined;
  }

  /** Why there is no button to set a weight; `undefined` when there is one. */
  function refusal(): string | undefined {
    if (sessionIn(document).kind === 'signed-out') return 'You are signed out. Sign in to set a weight.';
    return canEditWeight(section) ? undefined : 'You may not change the weight of this issue.';
  }

  async function set(weight: number | undefined, isUndone = false): Promise<void> {
    if (outcome.value?.kind === 'setting') return;
    outcome.value = { kind: 'setting', weight };
    try {
      const server = await fetchWeight(item, present);
      if (!server) throw new GitLabError('not-found', 'GitLab does not find this item.');
      if (!server.isSignedIn) throw new GitLabError('signed-out', 'You are signed out.');
      if (server.weight !== seen) {
        seen = server.weight;
        outcome.value = { kind: 'changed-meanwhile', weight: seen };
        return;
      }
      close();
      const before = seen;
      const isSet = await driveWeight(section, weight, present);
      if (present.aborted) return;
      look();
      seen = weight;
      outcome.value = isSet
        ? { kind: 'set', weight, before, isUndone }
        : { kind: 'failed', reason: 'GitLab did not take the weight. Reload the page, then try again.' };
      button?.focus();
    } catch (error) {
      if (present.aborted) return;
      if (!(error instanceof GitLabError)) throw error;
      outcome.value = { kind: 'failed', reason: failure(error) };
    }
  }

  function undo(): void {
    const { value } = outcome;
    if (value?.kind !== 'set') return;
    seen = value.weight;
    void stage.guard(() => set(value.before, true))();
  }

  const view = (
    <Guidance
      stage={stage}
      scale={scale}
      shown={shown}
      outcome={outcome}
      panel={panel}
      labels={() => labelsOfItem(section)}
      onOpen={stage.guard(() => open(false))}
      onSplit={stage.guard(() => open(true))}
      onUndo={undo}
      onButton={element => {
        button = element;
      }}
    />
  );
  const line = stage.mount({ anchor: anchors.itemWeight, element: section }, view, guidanceCss, present);
  present.addEventListener('abort', close);
}

function labelsOfItem(section: Element): string[] {
  const labels = inSameItem(section, anchors.itemLabels.selectors[0]);
  return labels ? labelsIn(labels).map(label => label.title) : [];
}

const remedies: Readonly<Record<GitLabErrorKind, string>> = {
  'signed-out': 'Sign in, then try again.',
  forbidden: 'Ask a member of the project to set it.',
  'not-found': 'Reload the page to see whether it was moved or closed to you.',
  conflict: 'Reload the page, then try again.',
  invalid: 'Set it with GitLab’s own Edit.',
  'rate-limited': '',
  server: 'Try again in a while.',
  offline: 'Check the connection, then try again.',
  'timed-out': 'Try again.',
  malformed: 'Reload the page, then try again.',
};

/** `Weight was not set: you are signed out. Sign in, then try again.` */
function failure({ kind, message }: GitLabError): string {
  const why = message.startsWith('GitLab') ? message : message.charAt(0).toLowerCase() + message.slice(1);
  return `Weight was not set: ${why} ${remedies[kind]}`.trim();
}
