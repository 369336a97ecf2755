import { signal } from '@preact/signals';
import { anchors } from '../../gitlab/anchors';
import { isClosed, labelsIn, type PageLabel } from '../../gitlab/facts';
import { inSameItem, itemAt, scopeOf } from '../../gitlab/items';
import { priorityOf } from '../../handbook/priority';
import type { Feature, Stage } from '../feature';
import { load } from '../scripts';
import type { Opened } from './opened';
import { badgeCss, PriorityBadge } from './PriorityBadge';

/** The item's place in the team's order of priorities, and why. */
export const priorityBadges: Feature = {
  id: 'priority-badges',
  title: 'Priority badges',
  // Wherever GitLab shows an item, in the page or in its side panel.
  pages: ['work-item', 'work-item-list', 'board', 'epic-board'],
  run(stage) {
    stage.watch(anchors.itemHeader.selectors, (created, present) => {
      const row = created.parentElement;
      const item = itemAt(created, stage.instance);
      if (!row || !item) return;
      stage.atItem(created, item.path, present, (stage, present) => {
        if (stage.profile.priorities) badge(stage, created, row, present);
      });
    });
  },
};

/** Milliseconds in which the pointer may cross from the badge to the reason. */
const grace = 200;

/** Stands in the header row of one item for as long as it is there. */
function badge(stage: Stage, created: Element, row: Element, present: AbortSignal): void {
  const labels = signal<readonly PageLabel[]>([]);
  const priority = signal<ReturnType<typeof priorityOf>>(undefined);
  const opened = signal<Opened | undefined>(undefined);
  let button: HTMLButtonElement | null = null;
  let shown: AbortController | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;

  const look = () => {
    const section = inSameItem(created, anchors.itemLabels.selectors[0]);
    const next = section ? labelsIn(section) : [];
    const closed = isClosed(row);
    if (!closed && JSON.stringify(next) === JSON.stringify(labels.value) && priority.value) return;
    labels.value = next;
    // The type and the like are not read from the page: their words are translated.
    priority.value = closed ? undefined : priorityOf({ labels: next.map(label => label.title) }, stage.profile);
    if (priority.value && !shown) show();
    if (!priority.value) hide();
  };

  function show(): void {
    shown = new AbortController();
    const view = (
      <PriorityBadge
        priority={priority}
        opened={opened}
        onButton={element => {
          button = element;
        }}
        onOpen={stage.guard(open)}
        onEnter={() => clearTimeout(leaving)}
        onLeave={leave}
        onClose={close}
      />
    );
    stage.mount(
      { anchor: anchors.itemHeader, element: created },
      view,
      badgeCss,
      AbortSignal.any([present, shown.signal]),
    );
  }

  function hide(): void {
    close();
    shown?.abort();
    shown = undefined;
  }

  async function open(stays: boolean, takesFocus: boolean): Promise<void> {
    close();
    const { Reason, reasonCss } = await load('panels');
    const reason = priority.value;
    if (!reason || !button || present.aborted) return;
    close();
    const controller = new AbortController();
    opened.value = { stays, controller };
    const view = (
      <Reason
        stage={stage}
        priority={reason}
        labels={labels.value}
        anchor={button}
        takesFocus={takesFocus}
        onClose={reason => {
          close();
          if (reason === 'escape') button?.focus();
        }}
        onEnter={() => clearTimeout(leaving)}
        onLeave={leave}
      />
    );
    stage.mount('body', view, reasonCss, AbortSignal.any([present, controller.signal]));
  }

  function close(): void {
    clearTimeout(leaving);
    opened.value?.controller.abort();
    opened.value = undefined;
  }

  /** A reason that opened by itself goes when pointer and focus have left badge and reason. */
  function leave(): void {
    if (opened.value?.stays === false) leaving = setTimeout(close, grace);
  }

  look();
  stage.follow(scopeOf(created), look, present);
  present.addEventListener('abort', close);
}
