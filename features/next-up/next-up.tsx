import { signal } from '@preact/signals';
import controls from '../../components/controls.css?inline';
import { type Anchor, anchors } from '../../gitlab/anchors';
import { pageOf } from '../../gitlab/page';
import type { Feature, Stage } from '../feature';
import { listen } from '../listen';
import { load } from '../scripts';
import { switches } from '../switches';
import buttonCss from './button.css?inline';
import type { Place } from './list-address';
import { NextUpButton } from './NextUpButton';
import type { NextUpState } from './state';

/** What the team's agreement says to take next, of the open items of a project or group. */
export const nextUp: Feature = {
  ...switches.nextUp,
  // The button is on lists and boards; the popup opens it wherever the address names a project or group.
  pages: ['work-item-list', 'merge-request-list', 'board', 'epic-board', 'work-item', 'merge-request', 'milestone'],
  run(stage) {
    if (!stage.profile.priorities) return;
    const state: NextUpState = { panel: signal(undefined), failure: signal(undefined) };
    const { guard, signal: present } = stage;
    const buttons = new Set<HTMLButtonElement>();
    /** Of several buttons GitLab shows one; it may be another one when the window is narrow. */
    const shownButton = () => [...buttons].find(button => button.checkVisibility());

    const open = guard(async () => {
      state.failure.value = undefined;
      const place = placeHere(stage);
      if (!place || state.panel.value) return;
      try {
        const { openNextUp } = await load('next-up');
        if (present.aborted || state.panel.value) return;
        await openNextUp(stage, place, state, shownButton);
      } catch (error) {
        state.failure.value = error instanceof Error ? error.message : String(error);
      }
    });

    function stand(anchor: Anchor, element: Element, until: AbortSignal): void {
      if (!placeHere(stage)) return;
      let own: HTMLButtonElement | null = null;
      const view = (
        <NextUpButton
          state={state}
          onButton={button => {
            if (own) buttons.delete(own);
            if (button) buttons.add(button);
            own = button;
          }}
          onClick={() => (state.panel.value ? state.panel.value.abort() : open())}
        />
      );
      const host = stage.mount({ anchor, element }, view, controls + buttonCss, until);
      host.classList.toggle('apart', anchor !== anchors.listBulkEdit);
    }

    stage.watch(anchors.boardSettings.selectors, (element, until) => stand(anchors.boardSettings, element, until));
    stage.watch(anchors.listBulkEdit.selectors, (element, until) => stand(anchors.listBulkEdit, element, until));
    stage.watch(anchors.listNewItem.selectors, (element, until) => {
      if (!document.querySelector(anchors.listBulkEdit.selectors[0])) stand(anchors.listNewItem, element, until);
    });
    const answer = () => {
      open();
      return true;
    };
    listen('open-next-up', answer, present);
    present.addEventListener('abort', () => state.panel.value?.abort());
  },
};

/** The project or group that the page is about; `undefined` on dashboards. */
function placeHere({ instance }: Stage): Place | undefined {
  const page = pageOf(location, instance.root);
  if (!('path' in page) || page.path === undefined) return undefined;
  return { instance, path: page.path, isGroup: 'isGroup' in page && page.isGroup };
}
