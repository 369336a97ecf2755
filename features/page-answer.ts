import { anchors, anyOf } from '../gitlab/anchors';
import { labelTitlesIn } from '../gitlab/facts';
import { currentInstance, nameOf } from '../gitlab/instance';
import { pageOf } from '../gitlab/page';
import { profileInForce } from '../settings/profiles';
import { isOn } from '../settings/settings';
import type { PageAnswer } from './message';
import { nextUp } from './next-up/next-up';
import { features } from './registry';
import { selfCheck } from './self-check';

/** What the popup is told of the page. */
export function pageAnswer(): PageAnswer {
  const instance = currentInstance();
  const page = pageOf(location, instance.root);
  const path = 'path' in page ? page.path : undefined;
  const mark = page.kind === 'work-item' ? `#${page.iid}` : page.kind === 'merge-request' ? `!${page.iid}` : '';
  const section = document.querySelector(anyOf(anchors.itemLabels));
  const labels = (section && labelTitlesIn(section)) ?? [];
  const { profile, by } = profileInForce({ host: location.host, instance: nameOf(instance), path, labels });
  const hasNextUp = isOn(nextUp, location.host) && nextUp.pages.includes(page.kind) && profile.priorities !== undefined;
  return {
    page: page.kind,
    isOurs: features.some(feature => feature.pages.includes(page.kind)),
    path,
    reference: path === undefined ? undefined : `${path}${mark}`,
    nextUp: hasNextUp ? path : undefined,
    profile: { id: profile.id, name: profile.name, by },
    checks: selfCheck(document, page.kind),
  };
}
