import type { Signal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import badge from '../../components/badge.css?inline';
import controls from '../../components/controls.css?inline';
import popover from '../../components/popover.css?inline';
import type { Stage } from '../feature';
import { FilterBar } from './FilterBar';
import { Foot } from './Foot';
import { List } from './List';
import { listAddress, type Place } from './list-address';
import type { Loader } from './loader';
import { useLostFocus } from './lost-focus';
import own from './next-up.css?inline';
import { currentMilestones, type Filters, filtered, rowsOf } from './rows';
import type { StatusAges } from './status-ages';
import { emptyText, today } from './words';

export const nextUpCss = controls + badge + popover + own;

type Props = {
  readonly stage: Stage;
  readonly place: Place;
  /** The team's labels: only items with one of them are in the list. */
  readonly labels: readonly string[];
  readonly loader: Loader;
  readonly ages: StatusAges;
  readonly filters: Signal<Filters>;
  /** Finds the button under which it stands. */
  readonly opener: () => HTMLElement | undefined;
  readonly onFilter: (filters: Filters) => void;
  readonly onClose: () => void;
};

/** What to take next: the open items of a project or group in the team's order. */
export function NextUp({ stage, place, labels, loader, ages, filters, opener, onFilter, onClose }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [now] = useState(Date.now);

  const items = loader.items.value;
  const username = loader.username.value;
  const day = today(now);
  const current = currentMilestones(items, day);
  const all = rowsOf(items, stage.profile, place.path, day);
  const rows = filtered(all, filters.value, username, current);
  const scope = labels.length > 0 ? labels.join(', ') : place.path;
  const { kind } = loader.progress.value;
  const failure = ages.failure.value;

  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const end = new AbortController();
    const stand = () => element.style.setProperty('--top', `${topUnder(opener())}px`);
    stand();
    window.addEventListener('resize', stand, { signal: end.signal });
    element.showPopover();
    element.focus({ preventScroll: true });
    return () => end.abort();
  }, []);

  // A button that goes with what it did would leave it to GitLab's page, where Escape closes nothing of ours. All that
  // makes one go is read above, so that it is drawn here. The list stays where it was scrolled to.
  useLostFocus(dialog, () => {
    const next = dialog.current?.querySelector<HTMLElement>('a.row[tabindex="0"]') ?? dialog.current;
    next?.focus({ preventScroll: true });
  });

  useEffect(() => {
    // Who has gone elsewhere meanwhile stays there.
    const root = dialog.current?.getRootNode() as ShadowRoot | undefined;
    if (kind !== 'loading' && root?.activeElement === dialog.current) {
      dialog.current?.querySelector<HTMLElement>('a.row')?.focus();
    }
  }, [kind]);

  return (
    <dialog
      ref={dialog}
      popover="manual"
      class="popover next-up"
      aria-labelledby={id}
      tabIndex={-1}
      onKeyDown={event => {
        if (event.key !== 'Escape') return;
        // GitLab's side panel would close as well.
        event.stopPropagation();
        onClose();
      }}
    >
      <div class="head">
        <h2 id={id}>Next up</h2>
        <span class="count">
          {rows.length}
          <span class="hidden-text"> items</span>
        </span>
        <span class="scope">{scope}</span>
        <Button label="Close" icon="close" variant="tertiary" small onClick={onClose} />
      </div>
      <FilterBar
        filters={filters.value}
        isSignedIn={username !== undefined || kind === 'loading'}
        milestone={current.length === 1 ? current[0] : undefined}
        onFilter={onFilter}
      />
      <div class="list">
        {rows.length > 0 ? (
          <List rows={rows} ages={ages} now={now} />
        ) : (
          <Empty
            text={emptyText(kind, all.length, items.length, scope)}
            onShowAll={all.length > 0 ? () => onFilter({ who: 'all', milestone: false }) : undefined}
          />
        )}
      </div>
      <Foot
        stage={stage}
        rows={rows}
        loader={loader}
        failure={failure}
        onRetry={ages.retry}
        address={listAddress(place, labels, filters.value, username, current)}
      />
    </dialog>
  );
}

type EmptyProps = {
  readonly text: { readonly title: string; readonly more: string };
  readonly onShowAll: (() => void) | undefined;
};

function Empty({ text, onShowAll }: EmptyProps) {
  return (
    <div class="empty" role="status">
      <p class="title">{text.title}</p>
      <p>{text.more}</p>
      {onShowAll && (
        <Button small onClick={onShowAll}>
          Show all
        </Button>
      )}
    </div>
  );
}

/** Pixels that the list keeps from the end of the window, and the height that it has where the window allows. */
const edge = 24;
const least = 480;

function topUnder(button: Element | undefined): number {
  const under = button ? button.getBoundingClientRect().bottom + 8 : 64;
  return Math.max(8, Math.min(under, window.innerHeight - edge - least));
}
