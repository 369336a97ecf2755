import { anchors } from '../gitlab/anchors';
import { labelTitlesIn } from '../gitlab/facts';
import { nameOf } from '../gitlab/instance';
import { scopeOf } from '../gitlab/items';
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
      const decide = stage.guard(() => {
        const next = profileFor(path, labels);
        if (next === profile) return undefined;
        profile = next;
        inForce?.abort();
        inForce = new AbortController();
        return run({ ...this, profile }, AbortSignal.any([present, inForce.signal]));
      });
      if (!dependsOnLabels()) return decide();

      const scope = scopeOf(element);
      const take = (section: Element) => {
        // While GitLab's label form is open the page shows none: the last ones count.
        labels = labelTitlesIn(section) ?? labels;
        decide();
      };
      stage.watch(
        anchors.itemLabels.selectors,
        (section, there) => {
          if (scopeOf(section) !== scope) return;
          take(section);
          stage.follow(section, () => take(section), there);
        },
        present,
      );
      // Until its labels are there, and where it has none.
      if (profile === undefined) decide();
      return undefined;
    },
  };
}
