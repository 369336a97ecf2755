import { anchors } from '../../gitlab/anchors';
import { itemAt } from '../../gitlab/items';
import type { Feature } from '../feature';
import { load } from '../scripts';
import { switches } from '../switches';
import { updatesOf } from '../updates';

/** Old status updates in the thread, one line each. */
export const foldedUpdates: Feature = {
  ...switches.foldedUpdates,
  pages: ['work-item', 'work-item-list', 'board', 'epic-board'],
  run(stage) {
    stage.watch(anchors.itemCommentForm.selectors, (form, present) => {
      const item = itemAt(form, stage.instance);
      if (!item) return;
      stage.atItem(form, item.path, present, async (stage, present) => {
        if (!stage.profile.status) return;
        const updates = updatesOf(stage, item, form, present);
        const { fold } = await load('panels');
        if (!present.aborted) fold(stage, updates, form, present);
      });
    });
  },
};
