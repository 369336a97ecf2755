import controls from '../../../components/controls.css?inline';
import { anchors } from '../../../gitlab/anchors';
import { GitLabError } from '../../../gitlab/api';
import type { ClosedIssue } from '../../../gitlab/closed-issues';
import type { Item } from '../../../gitlab/items';
import type { Profile } from '../../../handbook/profile';
import { meaningFor, readWeight } from '../../../handbook/scale';
import { weightLabels } from '../../../handbook/weight-labels';
import { closedIssuesOf } from '../../closed-issues';
import type { Stage } from '../../feature';
import { Meaning } from '../Guidance';
import guidance from '../guidance.css?inline';
import { ReadingText } from '../tracks/TrackLine';
import own from './closed-issues.css?inline';

/**
 * At the end of a merge request's sidebar: what the weights of the issues mean that it closes. To be read only.
 *
 * @param sidebar The end of it: what comes there later moves nothing.
 */
export async function guideClosedIssues(
  stage: Stage,
  sidebar: Element,
  mergeRequest: Item,
  present: AbortSignal,
): Promise<void> {
  let issues: readonly ClosedIssue[];
  try {
    issues = await closedIssuesOf(mergeRequest);
  } catch (error) {
    // Nobody has asked for it, and nothing is lost.
    if (error instanceof GitLabError) return;
    throw error;
  }
  const weighed = issues.flatMap(issue => {
    const profile = stage.profileFor(issue.path, issue.labels);
    const isShown = profile.scale && (profile.scale.in !== 'field' || issue.weight !== undefined);
    return isShown ? [{ issue, profile }] : [];
  });
  if (weighed.length === 0 || present.aborted) return;
  const view = (
    <section class="closes" aria-labelledby="closes">
      <h3 id="closes">Weight</h3>
      <ul class="guidance">
        {weighed.map(({ issue, profile }) => (
          <li key={issue.url}>
            Closes{' '}
            <a href={issue.url} title={issue.title}>
              {issue.reference}
            </a>{' '}
            · <IssueWeight issue={issue} profile={profile} />
          </li>
        ))}
      </ul>
    </section>
  );
  stage.mount({ anchor: anchors.mergeRequestSidebar, element: sidebar }, view, controls + guidance + own, present);
}

type Props = { readonly issue: ClosedIssue; readonly profile: Profile };

function IssueWeight({ issue: { labels, weight }, profile: { scale, matching = 'tolerant' } }: Props) {
  if (!scale) return null;
  if (scale.in === 'field') {
    return (
      <>
        {weight != null && `weight ${weight}, `}
        <Meaning reading={readWeight(weight ?? undefined, scale)} matching={matching} scale={scale} item={{ labels }} />
      </>
    );
  }
  return scale.in.map((track, index) => {
    const said = weightLabels(labels, track, scale, matching);
    return (
      <span key={track.label}>
        {index > 0 && ' '}
        {track.track}:{' '}
        {said.length === 0
          ? 'not weighed yet.'
          : said.map(one => (
              <ReadingText key={one.title} {...one} meaningOf={level => meaningFor(level, { labels }, matching)} />
            ))}
      </span>
    );
  });
}
