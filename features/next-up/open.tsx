import { signal } from '@preact/signals';
import type { Stage } from '../feature';
import { keepFilters, lastFilters } from './filters';
import type { Place } from './list-address';
import { itemLoader } from './loader';
import { NextUp, nextUpCss } from './NextUp';
import type { NextUpState } from './state';
import { statusAges } from './status-ages';

/**
 * Opens the list of what is next and begins to load it.
 *
 * @param opener Finds the button under which it stands, and which gets the focus back; without one the focus goes back
 *   to where it is now.
 */
export async function openNextUp(
  stage: Stage,
  place: Place,
  state: NextUpState,
  opener: () => HTMLElement | undefined,
): Promise<void> {
  const before = document.activeElement;
  // First: a list that cannot be opened must not count as open, and a second press may come meanwhile.
  const filters = signal(await lastFilters());
  if (stage.signal.aborted || state.panel.value) return;
  const controller = new AbortController();
  const present = AbortSignal.any([stage.signal, controller.signal]);
  state.panel.value = controller;
  present.addEventListener('abort', () => {
    if (state.panel.value === controller) state.panel.value = undefined;
  });

  const labels = stage.profile.appliesTo?.labels ?? [];
  const loader = itemLoader({ instance: stage.instance, path: place.path, labels }, present);
  const view = (
    <NextUp
      stage={stage}
      place={place}
      labels={labels}
      loader={loader}
      ages={statusAges(stage, place.path, present)}
      filters={filters}
      opener={opener}
      onFilter={next => {
        filters.value = next;
        // Where they cannot be kept they still count for this time.
        keepFilters(next).catch(() => {});
      }}
      onClose={() => {
        controller.abort();
        const back = opener() ?? before;
        if (back instanceof HTMLElement) back.focus();
      }}
    />
  );
  stage.mount('body', view, nextUpCss, present);
  await loader.go();
}
