import { anchors, parts } from '../../gitlab/anchors';
import type { ClosedIssue } from '../../gitlab/closed-issues';
import {
  isBeingEdited,
  isClosed,
  isConfidential,
  isMergeRequestOpen,
  labelsIn,
  typeIn,
  weightIn,
  weightOf,
} from '../../gitlab/facts';
import { itemAt, mergeRequestHere, scopeOf } from '../../gitlab/items';
import { statusIn } from '../../gitlab/rows';
import type { Profile } from '../../handbook/profile';
import type { Stage } from '../feature';
import { load } from '../scripts';
import { keepBadge } from './keep';
import type { Reasons } from './reasons';
import { judge, type Verdict } from './verdict';

/** The badge in the header of an issue or another work item, on its page and in the side panel. */
export function badgeItems(stage: Stage, reasons: Reasons): void {
  const anchor = anchors.itemHeader;
  stage.watch(anchor.selectors, (created, present) => {
    const item = itemAt(created, stage.instance);
    const row = created.parentElement;
    if (!row || !item) return;
    stage.atItem(created, item.path, present, (stage, present) => {
      const shown: Shown = {};
      const look = () => (isClosed(row) ? undefined : verdictOf(row, shown, stage.profile));
      const update = keepBadge(reasons, { place: () => ({ anchor, element: created }), kind: 'header', look }, present);
      followWidgets(stage, scopeOf(created), shown, update, present);
      update();
      stage.follow(row, update, present);
    });
  });
}

/** The widgets of an item that decide: their selectors, and what each shows. */
const widgets = {
  labels: { selectors: anchors.itemLabels.selectors, read: labelsIn },
  weight: { selectors: anchors.itemWeight.selectors, read: section => weightOf(weightIn(section)) ?? null },
  status: { selectors: [parts.itemStatus], read: statusIn },
  milestone: {
    selectors: [parts.itemMilestone],
    // Without its dates: whether it is the current one, the page does not say.
    read(section) {
      const link = section.querySelector('a');
      return link && { title: link.textContent.trim() };
    },
  },
} as const satisfies Record<string, { selectors: readonly string[]; read: (section: Element) => unknown }>;

/** What those that are there showed last. */
type Shown = { -readonly [name in keyof typeof widgets]?: ReturnType<(typeof widgets)[name]['read']> };

/** Keeps that, and calls back when one comes, changes or goes. All else of the item, its comments above all, is left alone. */
function followWidgets(stage: Stage, scope: Element, shown: Shown, onChange: () => void, present: AbortSignal): void {
  for (const name of Object.keys(widgets) as (keyof Shown)[]) {
    const { selectors, read } = widgets[name];
    let last: Element;
    stage.watch(
      selectors,
      (widget, there) => {
        if (scopeOf(widget) !== scope) return;
        last = widget;
        const look = () => {
          // GitLab's open form has taken away what it shows; that still holds.
          if (!isBeingEdited(widget)) Object.assign(shown, { [name]: read(widget) });
          onChange();
        };
        look();
        stage.follow(widget, look, there);
        there.addEventListener('abort', () => {
          if (last === widget) delete shown[name];
          onChange();
        });
      },
      present,
    );
  }
}

function verdictOf(row: Element, shown: Shown, profile: Profile): Verdict | undefined {
  const { labels = [], weight, milestone } = shown;
  const status = shown.status ?? statusIn(row);
  const type = typeIn(row);
  const facts = {
    labels: labels.map(label => label.title),
    confidential: isConfidential(row),
    ...(weight !== undefined && { weight }),
    ...(status !== undefined && { status }),
    ...(type !== undefined && { type }),
    ...(milestone !== undefined && { milestone }),
  };
  const found = judge(facts, profile);
  return found && { ...found, labels };
}

/** The badge in the header of a merge request: by its own labels, else by the highest of the issues that it closes. */
export function badgeMergeRequest(stage: Stage, reasons: Reasons): void {
  const anchor = anchors.mergeRequestHeader;
  stage.watch(anchor.selectors, (header, present) => {
    const item = mergeRequestHere(stage.instance);
    if (!item) return;
    let issues: readonly ClosedIssue[] | undefined;
    let isAsked = false;

    const ask = stage.guard(async () => {
      if (isAsked) return;
      isAsked = true;
      const { closedIssuesOf } = await load('merge-requests');
      // Without an answer there is no badge, as there is none without a priority.
      issues = await closedIssuesOf(item).catch(() => undefined);
      if (!present.aborted) update();
    });

    function look(): Verdict | undefined {
      const list = document.querySelector(parts.mergeRequestLabelList);
      if (!list || !isMergeRequestOpen(header)) return undefined;
      const labels = labelsIn(list);
      const titles = labels.map(label => label.title);
      const profile = stage.profileFor(item?.path, titles);
      const own = judge({ labels: titles }, profile);
      if (own) return { ...own, labels };
      ask();
      return issues && highest(issues, stage);
    }

    const update = keepBadge(reasons, { place: () => ({ anchor, element: header }), kind: 'header', look }, present);
    update();
    stage.follow(header, update, present);
    // The sidebar comes late, and anew when it is folded.
    stage.watch(
      [parts.mergeRequestLabelList],
      (list, there) => {
        update();
        stage.follow(list, update, there);
      },
      present,
    );
  });
}

function highest(issues: readonly ClosedIssue[], stage: Stage): Verdict | undefined {
  let best: Verdict | undefined;
  for (const { reference, path, labels, weight, isConfidential, isOpen } of issues) {
    if (!isOpen) continue;
    const found = judge(
      { labels, weight: weight ?? null, confidential: isConfidential },
      stage.profileFor(path, labels),
    );
    if (found && (!best || found.priority.rank < best.priority.rank)) best = { ...found, labels: [], from: reference };
  }
  return best;
}
