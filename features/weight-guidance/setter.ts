import { anchors, anyOf } from '../../gitlab/anchors';
import { GitLabError } from '../../gitlab/api';
import { insertMarkdown } from '../../gitlab/editor';
import { weightOf } from '../../gitlab/facts';
import { type Item, inSameItem } from '../../gitlab/items';
import { sessionIn } from '../../gitlab/session';
import { fetchWeight } from '../../gitlab/weight';
import { canEditWeight, driveWeight } from '../../gitlab/weight-widget';
import type { Stage } from '../feature';
import { askDevelopment } from './development';
import { failureText } from './failure';
import { type SetWeight, setWeightIn, type WeightState } from './state';

/** What is written of a weight, and what is asked for it. Needed only once the panel was opened. */
export type Setter = {
  /** Called when the panel opens: the weight that the person sees now is the one that may be replaced. */
  see(): void;
  /** Why there is no button to set a weight; `undefined` when there is one. */
  refusal(): string | undefined;
  set(weight: number | undefined): Promise<void>;
  undo(): Promise<void>;
  /** Puts the quick action into the comment box, where GitLab's own form did not take the weight. */
  insertQuickAction(): Promise<void>;
  /** Asks since when the item is in development, if its labels say that it is. */
  askDevelopment(labels: readonly string[]): Promise<void>;
};

type Context = {
  readonly stage: Stage;
  readonly section: Element;
  /** `undefined` while the item does not exist yet. */
  readonly item: Item | undefined;
  readonly state: WeightState;
  readonly present: AbortSignal;
  readonly closePanel: () => void;
  /** Gives the focus back to the button that opened the panel. */
  readonly focus: () => void;
};

export function weightSetter({ stage, section, item, state, present, closePanel, focus }: Context): Setter {
  const { outcome } = state;
  /** The weight that the person saw when deciding. */
  let seen: number | undefined;

  function refusal(): string | undefined {
    if (!item) return 'This item does not exist yet. Type its weight into GitLab’s own field.';
    if (sessionIn(document).kind === 'signed-out') return 'You are signed out. Sign in to set a weight.';
    return canEditWeight(section) ? undefined : 'You may not change the weight of this issue.';
  }

  async function write(weight: number | undefined, undo?: SetWeight): Promise<void> {
    if (!item || outcome.value?.kind === 'setting') return;
    outcome.value = { kind: 'setting', weight };
    // As long as nothing is sent, who closes the panel cancels. An undo has no panel.
    const closed = state.panel.value?.signal;
    const mayBegin = closed ? AbortSignal.any([present, closed]) : present;
    let isBegun = false;
    try {
      const server = await fetchWeight(item, mayBegin);
      if (!server) throw new GitLabError('not-found', 'GitLab does not find this item.');
      if (!server.isSignedIn) throw new GitLabError('signed-out', 'You are signed out.');
      if (server.weight !== seen) {
        seen = server.weight;
        outcome.value = { kind: 'changed-meanwhile', weight: seen };
        return;
      }
      isBegun = true;
      closePanel();
      const before = seen;
      const isSet = await driveWeight(section, weight, present);
      if (present.aborted) return;
      if (isSet) seen = weight;
      outcome.value = isSet
        ? { kind: 'set', weight, before, isUndone: undo !== undefined }
        : { kind: 'not-taken', quickAction: weight === undefined ? '/clear_weight' : `/weight ${weight}` };
      focus();
    } catch (error) {
      if (present.aborted) return;
      const what = undo
        ? `The undo to ${weight === undefined ? 'no weight' : `weight ${weight}`} failed`
        : 'Weight was not set';
      outcome.value =
        mayBegin.aborted && !isBegun
          ? { kind: 'cancelled' }
          : { kind: 'failed', reason: failureText(what, error), undo };
    }
  }

  return {
    see() {
      seen = weightOf(state.shown.value);
    },
    refusal,
    set: weight => write(weight),
    async undo() {
      const set = setWeightIn(outcome.value);
      if (!set) return;
      seen = set.weight;
      await write(set.before, set);
    },
    async insertQuickAction() {
      const { value } = outcome;
      if (value?.kind !== 'not-taken') return;
      const { quickAction } = value;
      const form = inSameItem(section, anyOf(anchors.itemCommentForm));
      const isIn = form && (await insertMarkdown(form, quickAction, text => text.includes(quickAction), present));
      outcome.value =
        isIn === 'inserted'
          ? { kind: 'in-comment', quickAction }
          : { kind: 'failed', reason: `The comment box did not take it. Type ${quickAction} on a line of its own.` };
    },
    async askDevelopment(labels) {
      if (item) await askDevelopment(stage, item, labels, state, present);
    },
  };
}
