import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../../components/Button';
import { Message } from '../../../components/Message';
import type { Scale } from '../../../handbook/profile';
import { schedulableWeights } from '../../../handbook/split';
import type { Stage } from '../../feature';
import { outdatedText } from '../../scripts';
import { hasBegun } from './intent';
import { ResultRows } from './ResultRows';
import { RowFields } from './RowFields';
import own from './split.css?inline';
import type { SplitState, Splitter } from './splitter';
import { elsewhereText, itemsText, progressText, routes, sourceText } from './words';

export const splitCss = own;

type Props = {
  readonly stage: Stage;
  readonly scale: Scale;
  readonly split: Splitter;
  readonly onClose: () => void;
};

/** What stands below the head of the panel: the parts that an issue is split into, and what became of them. */
export function SplitPanel({ stage, scale, split, onClose }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const { value: state } = split.state;
  const isReady = state.kind === 'ready';

  useLayoutEffect(() => {
    // The button that led here is gone.
    root.current?.focus();
    stage.guard(split.open)();
    // Nothing is created behind a panel that is closed.
    return split.cancel;
  }, []);
  // Before the next frame, in which somebody may go on.
  useLayoutEffect(() => {
    const panel = root.current;
    const within = panel?.getRootNode() as ShadowRoot | undefined;
    const active = document.activeElement === document.body ? panel : within?.activeElement;
    // Unless the person has gone on meanwhile, in the panel or in the page.
    if (panel && active && (active === panel || !panel.contains(active))) first(panel)?.focus();
  }, [isReady]);

  return (
    <div class="split" ref={root} tabIndex={-1}>
      {state.kind === 'ready' ? (
        <Parts stage={stage} scale={scale} split={split} state={state} onClose={onClose} />
      ) : (
        <Unready stage={stage} split={split} state={state} onClose={onClose} />
      )}
    </div>
  );
}

function first(panel: Element): HTMLElement | null {
  return panel.querySelector<HTMLElement>('input') ?? panel.querySelector<HTMLElement>('button');
}

type UnreadyProps = Omit<Props, 'scale'> & { readonly state: Exclude<SplitState, { kind: 'ready' }> };

function Unready({ stage, split, state, onClose }: UnreadyProps) {
  return (
    <div class="foot">
      <div role="status" class="outcome">
        {state.kind === 'reading' ? (
          <Message tone="busy">Reading the issue</Message>
        ) : (
          <Message tone={state.kind === 'failed' ? 'danger' : 'info'}>{state.reason}</Message>
        )}
      </div>
      <div class="actions">
        {state.kind === 'failed' && <Button onClick={stage.guard(split.open)}>Try again</Button>}
        <Button variant="tertiary" onClick={onClose}>
          Close
        </Button>
      </div>
    </div>
  );
}

type PartsProps = Props & { readonly state: Extract<SplitState, { kind: 'ready' }> };

function Parts({ stage, scale, split, state, onClose }: PartsProps) {
  const { intent, fromTasks } = state;
  const isBegun = state.isRunning || hasBegun(intent) || intent.rows.some(row => row.failure);
  const weights = schedulableWeights(scale);
  const sum = intent.rows.reduce((all, row) => all + (row.weight ?? 0), 0);
  const scroll = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // What had the focus is gone, with a row or with all that was begun.
    if (scroll.current && document.activeElement === document.body) first(scroll.current)?.focus();
  }, [isBegun, intent.rows.length]);
  return (
    <>
      <div class="scroll" ref={scroll}>
        {isBegun ? (
          <ResultRows state={state} split={split} weights={weights} />
        ) : (
          <>
            <div class="rows">
              {fromTasks > 0 && <p class="source">{sourceText(fromTasks)}</p>}
              <RowFields rows={intent.rows} weights={weights} split={split} isReadOnly={state.isOutdated} />
              <p class="sum">
                Sum <strong>{sum}</strong>
              </p>
            </div>
            {split.home ? (
              <p class="home route-line">Issues in {split.home}, under this epic, with its team labels</p>
            ) : (
              <Routes split={split} state={state} />
            )}
          </>
        )}
      </div>
      <Foot stage={stage} split={split} state={state} isBegun={isBegun} onClose={onClose} />
    </>
  );
}

function Routes({ split, state }: Pick<PartsProps, 'split' | 'state'>) {
  return (
    <div class="routes" role="radiogroup" aria-label="What the rows become">
      {state.routes.map(route => (
        <label class="route" key={route}>
          <input
            type="radio"
            name="route"
            checked={state.intent.route === route}
            aria-label={routes[route].name}
            aria-describedby={`route-${route}`}
            disabled={state.isOutdated}
            onChange={() => split.choose(route)}
          />
          <span>{routes[route].name}</span>
          <span class="route-line" id={`route-${route}`}>
            {routes[route].line}
          </span>
        </label>
      ))}
    </div>
  );
}

type FootProps = Omit<PartsProps, 'scale'> & { readonly isBegun: boolean };

function Foot({ stage, split, state, isBegun, onClose }: FootProps) {
  const actions = useRef<HTMLDivElement>(null);
  const { intent, elsewhere, isRunning, isCancelling, isOutdated, notice } = state;
  const { route } = intent;
  const left = intent.rows.filter(row => !row.created && row.title.trim() !== '').length;
  const isDone = isBegun && left === 0;
  const [seen, heard] = isBegun ? progressText(intent) : ['', ''];

  useLayoutEffect(() => {
    const buttons = actions.current;
    // The button that was pressed is gone, or became another one. Who went elsewhere meanwhile stays there.
    const isHere = document.activeElement === document.body || buttons?.querySelector(':focus');
    if (isDone && !isRunning && isHere) buttons?.querySelector<HTMLElement>('button:last-of-type')?.focus();
  }, [isDone, isRunning]);

  return (
    <div class="foot">
      <div role="status" class="outcome">
        {notice && <Message tone={notice.tone}>{notice.text}</Message>}
        {isOutdated && <Message tone="warning">{outdatedText}</Message>}
        {elsewhere.length > 0 && !isRunning && !isOutdated && (
          <Message tone="warning">
            {elsewhereText(elsewhere)}{' '}
            <button type="button" class="link-button" onClick={stage.guard(() => split.settle(true))}>
              Add
            </button>{' '}
            <button type="button" class="link-button" onClick={stage.guard(() => split.settle(false))}>
              Discard
            </button>
          </Message>
        )}
      </div>
      <div class="actions" ref={actions}>
        {isOutdated ? null : route === 'epic' && !isBegun ? (
          <Button variant="confirm" onClick={stage.guard(split.insertPromotion)}>
            Insert into comment
          </Button>
        ) : isDone ? (
          <Button onClick={stage.guard(split.restart)}>Add more</Button>
        ) : (
          <Button
            variant="confirm"
            busy={isRunning}
            disabled={left === 0}
            {...(left === 0 && { title: 'Write a title first.' })}
            onClick={stage.guard(split.create)}
          >
            {left === 0 ? 'Create' : `${isRunning ? 'Creating' : 'Create'} ${itemsText(left, route)}`}
          </Button>
        )}
        {isRunning ? (
          <Button variant="tertiary" disabled={isCancelling} onClick={split.cancel}>
            {isCancelling ? 'Cancelling' : 'Cancel'}
          </Button>
        ) : (
          <Button variant="tertiary" onClick={onClose}>
            {isBegun ? 'Close' : 'Cancel'}
          </Button>
        )}
        <span role="status" class="progress">
          {seen}
          {!isRunning && heard && <span class="hidden-text">{heard}</span>}
        </span>
      </div>
    </div>
  );
}
