import { anchors, parts } from '../../gitlab/anchors';
import { GitLabError } from '../../gitlab/api';
import { type ClosingIssue, fetchClosingIssues } from '../../gitlab/closing-issues';
import { isClosed, isMergeRequestOpen, labelsIn, typeIn, weightIn } from '../../gitlab/facts';
import { inSameItem, itemAt, mergeRequestHere, scopeOf } from '../../gitlab/items';
import { statusIn } from '../../gitlab/rows';
import type { Stage } from '../feature';
import { keepBadge } from './keep';
import type { Reasons } from './reasons';
import { judge, type Verdict } from './verdict';

/** The badge in the header of an issue or another work item, on its page and in the side panel. */
export function badgeItems(stage: Stage, reasons: Reasons): void {
  const priorityIn = judge(stage.profile);
  stage.watch(anchors.itemHeader.selectors, (created, present) => {
    const row = created.parentElement;
    if (!row || !itemAt(created, stage.instance)) return;
    const look = (): Verdict | undefined => {
      if (isClosed(row)) return undefined;
      const part = (selector: string) => inSameItem(created, selector);
      const section = part(anchors.itemLabels.selectors[0]);
      const labels = section ? labelsIn(section) : [];
      const shown = part(anchors.itemWeight.selectors[0]);
      const weight = shown && weightIn(shown);
      const status = statusIn(part(parts.itemStatus) ?? row);
      const milestone = part(parts.itemMilestone);
      const type = typeIn(row);
      const priority = priorityIn({
        labels: labels.map(label => label.title),
        ...(weight && weight.kind !== 'editing' && { weight: weight.kind === 'set' ? weight.weight : null }),
        ...(status !== undefined && { status }),
        ...(type !== undefined && { type }),
        // Which milestone is the current one, the page does not say.
        ...(milestone && !milestone.querySelector('a') && { milestone: 'none' as const }),
      });
      return priority && { priority, labels };
    };
    const update = keepBadge(reasons, { parent: row, kind: 'header', look }, present);
    update();
    stage.follow(scopeOf(created), update, present);
  });
}

/** The badge in the header of a merge request: by its own labels, else by the highest of the issues that it closes. */
export function badgeMergeRequest(stage: Stage, reasons: Reasons): void {
  const priorityIn = judge(stage.profile);
  stage.watch(anchors.mergeRequestHeader.selectors, (header, present) => {
    const item = mergeRequestHere(stage.instance);
    if (!item) return;
    let issues: readonly ClosingIssue[] | undefined;
    let isAsked = false;

    const ask = stage.guard(async () => {
      if (isAsked) return;
      isAsked = true;
      try {
        issues = await fetchClosingIssues(item, present);
      } catch (error) {
        // Without an answer there is no badge, as there is none without a priority.
        if (error instanceof GitLabError) return;
        throw error;
      }
      update();
    });

    function look(): Verdict | undefined {
      const list = document.querySelector(parts.mergeRequestLabelList);
      if (!list || !isMergeRequestOpen(header)) return undefined;
      const labels = labelsIn(list);
      const own = priorityIn({ labels: labels.map(label => label.title) });
      if (own) return { priority: own, labels };
      ask();
      return issues && highest(issues);
    }

    function highest(of: readonly ClosingIssue[]): Verdict | undefined {
      return of
        .flatMap(({ reference, labels, weight, isConfidential }) => {
          const priority = priorityIn({ labels, weight: weight ?? null, confidential: isConfidential });
          return priority ? [{ priority, labels: [], from: reference }] : [];
        })
        .reduce<Verdict | undefined>(
          (best, one) => (best && best.priority.rank <= one.priority.rank ? best : one),
          undefined,
        );
    }

    const update = keepBadge(reasons, { parent: header, kind: 'header', look }, present);
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
