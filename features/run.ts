import { effect, untracked } from '@preact/signals';
import { followAddress } from '../gitlab/address';
import { currentInstance } from '../gitlab/instance';
import { type Page, pageOf } from '../gitlab/page';
import { follow, watch } from '../gitlab/watch';
import { profiles } from '../settings/profiles';
import { isOn, settings } from '../settings/settings';
import { withAgreements } from './agreement';
import type { Feature, Stage } from './feature';
import { mount } from './mount';
import { features } from './registry';

/**
 * Runs each feature while it is switched on and the page is one of its pages, and anew when other profiles are chosen.
 *
 * A feature that speaks of an item follows its elements, not the address: GitLab's panels and router change both
 * without a new document, and the feature's watches see the elements come and go.
 */
export function runFeatures(signal: AbortSignal): void {
  const instance = currentInstance();
  const running = new Map<Feature, AbortController>();
  let page = pageOf(location, instance.root);

  const settle = () => {
    for (const feature of features) {
      const shouldRun = isOn(feature, location.host) && feature.pages.includes(page.kind);
      const controller = running.get(feature);
      if (shouldRun && !controller)
        running.set(
          feature,
          start(feature, instance, () => page),
        );
      if (!shouldRun && controller) {
        running.delete(feature);
        controller.abort();
      }
    }
  };
  const stopAll = () => {
    for (const controller of running.values()) controller.abort();
    running.clear();
  };

  let chosen: unknown;
  const stopFollowing = effect(() => {
    void settings.value;
    if (chosen !== profiles.value) stopAll();
    chosen = profiles.value;
    // What a feature reads while it starts must not restart the others.
    untracked(settle);
  });
  followAddress(url => {
    page = pageOf(url, instance.root);
    settle();
  }, signal);
  signal.addEventListener('abort', () => {
    stopFollowing();
    stopAll();
  });
}

function start(feature: Feature, instance: Stage['instance'], page: () => Page): AbortController {
  const controller = new AbortController();
  const { signal } = controller;
  const report = reporter(feature.id);
  const guard: Stage['guard'] =
    work =>
    (...args) => {
      try {
        const result = work(...args);
        if (result instanceof Promise) result.catch(report);
      } catch (error) {
        report(error);
      }
    };
  const stage = withAgreements(page, {
    instance,
    signal,
    guard,
    watch: (selectors, onPresent, until = signal) =>
      watch(selectors, guard(onPresent), AbortSignal.any([until, signal])),
    follow: (element, onChange, until) => follow(element, guard(onChange), AbortSignal.any([until, signal])),
    mount: (place, view, css, present) =>
      mount(feature.id, place, view, css, AbortSignal.any([present, signal]), report),
  });
  guard(() => feature.run(stage))();
  return controller;
}

/** One line in the console for each feature that fails, however often it does; what is aborted has not failed. */
function reporter(id: string): (error: unknown) => void {
  let isReported = false;
  return error => {
    if (isReported || (error instanceof DOMException && error.name === 'AbortError')) return;
    isReported = true;
    console.error(`Handrail: ${id} stopped here.`, error);
  };
}
