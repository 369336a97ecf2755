import { type Signal, signal } from '@preact/signals';
import { Button } from '../../../components/Button';
import badge from '../../../components/badge.css?inline';
import controls from '../../../components/controls.css?inline';
import fields from '../../../components/fields.css?inline';
import { Popover } from '../../../components/Popover';
import popover from '../../../components/popover.css?inline';
import { anchors } from '../../../gitlab/anchors';
import { GitLabError } from '../../../gitlab/api';
import { fetchPromotedTo } from '../../../gitlab/create-items';
import type { Item } from '../../../gitlab/items';
import { pageOf } from '../../../gitlab/page';
import { sessionIn } from '../../../gitlab/session';
import type { Scale } from '../../../handbook/profile';
import type { Stage } from '../../feature';
import guidance from '../guidance.css?inline';
import panelCss from '../scale-panel.css?inline';
import type { Intent } from './intent';
import own from './promoted.css?inline';
import { forgetPromotion } from './promotions';
import { SplitPanel, splitCss } from './SplitPanel';
import { type Splitter, splitter } from './splitter';
import { itemsText, progressText } from './words';

/**
 * On the page of an epic that was an issue until the person promoted it: the rows that were saved for it, to be created
 * as issues under the epic, in the issue's project.
 *
 * @param section The child items of the epic.
 * @param issues Those whose rows wait for an epic of this group.
 */
export async function offerPromoted(
  stage: Stage,
  scale: Scale,
  section: Element,
  epic: Item,
  issues: readonly Item[],
  present: AbortSignal,
): Promise<void> {
  const issue = await promotedTo(epic, issues, present);
  if (!issue || present.aborted) return;
  const split = splitter(stage, epic, section, present, { promotedFrom: issue });
  const kept = await split.kept();
  if (!kept?.rows.some(row => row.title.trim() !== '') || present.aborted) return;
  const offered = new AbortController();
  const end = AbortSignal.any([present, offered.signal]);
  const panel = signal<AbortController | undefined>(undefined);
  let opener: HTMLButtonElement | null = null;

  function open(): void {
    if (panel.value) {
      close();
      return;
    }
    const controller = new AbortController();
    panel.value = controller;
    const view = (
      <PromotedPanel
        stage={stage}
        scale={scale}
        split={split}
        anchor={opener ?? section}
        onClose={reason => {
          // A press beside the panel does not end what is being created.
          if (reason === 'outside' && split.isRunning()) return;
          close();
          if (reason !== 'outside') opener?.focus();
        }}
      />
    );
    stage.mount(
      'body',
      view,
      controls + fields + badge + popover + panelCss + splitCss,
      AbortSignal.any([end, controller.signal]),
    );
  }

  function close(): void {
    panel.value?.abort();
    panel.value = undefined;
  }

  async function create(): Promise<void> {
    if (!panel.value) open();
    await split.open();
    await split.create();
  }

  async function discard(): Promise<void> {
    const session = sessionIn(document);
    if (session.kind === 'signed-in') await forgetPromotion(issue as Item, session.userId);
    close();
    offered.abort();
  }

  const view = (
    <PromotedLine
      issue={issue}
      kept={kept}
      split={split}
      panel={panel}
      onCreate={stage.guard(create)}
      onOpen={stage.guard(open)}
      onDiscard={stage.guard(discard)}
      onButton={element => {
        opener = element;
      }}
    />
  );
  stage.mount({ anchor: anchors.itemChildren, element: section }, view, controls + guidance + own, end);
  end.addEventListener('abort', close);
}

/** Which of the issues is this epic now, by GitLab's own word. */
async function promotedTo(epic: Item, issues: readonly Item[], signal: AbortSignal): Promise<Item | undefined> {
  for (const issue of issues) {
    try {
      const address = await fetchPromotedTo(issue, signal);
      const page = address && pageOf(address, epic.instance.root);
      if (page?.kind === 'work-item' && page.path === epic.path && page.iid === epic.iid) return issue;
    } catch (error) {
      // Nothing that the person asked for has failed: the rows wait for the next visit.
      if (!(error instanceof GitLabError)) throw error;
    }
  }
  return undefined;
}

type LineProps = {
  readonly issue: Item;
  /** As it was stored when the page was opened. */
  readonly kept: Intent;
  readonly split: Splitter;
  readonly panel: Signal<AbortController | undefined>;
  readonly onCreate: () => void;
  readonly onOpen: () => void;
  readonly onDiscard: () => void;
  readonly onButton: (button: HTMLButtonElement | null) => void;
};

function PromotedLine({ issue, kept, split, panel, onCreate, onOpen, onDiscard, onButton }: LineProps) {
  const state = split.state.value;
  const intent = state.kind === 'ready' ? state.intent : kept;
  const isRunning = state.kind === 'ready' && state.isRunning;
  const titles = intent.rows.filter(row => !row.created && row.title.trim() !== '').map(row => row.title);
  const isBegun = intent.rows.some(row => row.created);
  return (
    <div class="guidance promoted">
      <p class="meaning">
        {titles.length === 0 ? (
          progressText(intent)[0]
        ) : (
          <>
            Saved while this epic was {issue.path}#{issue.iid}: <strong>{titles.join(', ')}</strong>
            {isBegun && `. ${progressText(intent)[0]}`}
          </>
        )}
      </p>
      <div class="choose">
        {titles.length > 0 && (
          <Button small busy={isRunning} onClick={onCreate}>
            {isRunning ? 'Creating' : 'Create'} {itemsText(titles.length, 'children')}
          </Button>
        )}
        <button
          type="button"
          class="link-button"
          ref={onButton}
          aria-expanded={panel.value !== undefined}
          onClick={onOpen}
        >
          {isBegun ? 'Show the rows' : 'Change the rows'}
        </button>
        {!isBegun && (
          <button type="button" class="link-button" onClick={onDiscard}>
            Discard
          </button>
        )}
      </div>
    </div>
  );
}

type PanelProps = {
  readonly stage: Stage;
  readonly scale: Scale;
  readonly split: Splitter;
  readonly anchor: Element;
  readonly onClose: (reason: 'escape' | 'outside' | 'button') => void;
};

function PromotedPanel({ stage, scale, split, anchor, onClose }: PanelProps) {
  return (
    <Popover
      label="Weight guidance"
      role="region"
      side="below"
      anchor={anchor}
      width={400}
      class="scale-panel"
      takesFocus
      onClose={onClose}
    >
      <div class="head">
        <h2>Split this epic</h2>
        <span class="profile">{stage.profile.name}</span>
        <Button label="Close" icon="close" variant="tertiary" small onClick={() => onClose('button')} />
      </div>
      <SplitPanel stage={stage} scale={scale} split={split} onClose={() => onClose('button')} />
    </Popover>
  );
}
