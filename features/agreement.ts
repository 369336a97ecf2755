import { anchors, anyOf } from '../gitlab/anchors';
import { labelTitlesIn } from '../gitlab/facts';
import { nameOf } from '../gitlab/instance';
import { inSameItem, scopeOf } from '../gitlab/items';
import type { Page } from '../gitlab/page';
import type { Profile } from '../handbook/profile';
import { dependsOnLabels, profileInForce } from '../settings/profiles';
import type { Stage } from './feature';

/** Adds to a stage which team profile is in force where. */
export function withAgreements(page: () => Page, stage: Omit<Stage, 'profile' | 'profileFor' | 'atItem'>): Stage {
  const pathOfPage = () => {
    const shown = page();
    return 'path' in shown ? shown.path : undefined;
  };
  const profileFor: Stage['profileFor'] = (path = pathOfPage(), labels = []) =>
    profileInForce({ host: location.host, instance: nameOf(stage.instance), path, labels }).profile;

  return {
    ...stage,
    profileFor,
    get profile() {
      return profileFor(undefined);
    },
    atItem(element, path, present, run) {
      let profile: Profile | undefined;
      let inForce: AbortController | undefined;
      let labels: readonly string[] = [];
      const look = stage.guard(() => {
        // While GitLab's label form is open the page shows none: the last ones count.
        labels = titlesAround(element) ?? labels;
        const next = profileFor(path, labels);
        if (next === profile) return undefined;
        profile = next;
        inForce?.abort();
        inForce = new AbortController();
        return run({ ...this, profile }, AbortSignal.any([present, inForce.signal]));
      });
      look();
      if (dependsOnLabels()) stage.follow(scopeOf(element), look, present);
    },
  };
}

function titlesAround(element: Element): readonly string[] | undefined {
  const section = inSameItem(element, anyOf(anchors.itemLabels));
  return section && labelTitlesIn(section);
}
