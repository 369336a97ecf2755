import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import badge from '../../components/badge.css?inline';
import controls from '../../components/controls.css?inline';
import { Label } from '../../components/Label';
import { Message } from '../../components/Message';
import { Popover } from '../../components/Popover';
import popover from '../../components/popover.css?inline';
import type { PageLabel } from '../../gitlab/facts';
import { listWithLabel } from '../../gitlab/lists';
import { pageOf } from '../../gitlab/page';
import type { PriorityRule } from '../../handbook/profile';
import type { Stage } from '../feature';
import own from './reason.css?inline';
import type { Verdict } from './verdict';
import { ordinal } from './words';

export const reasonCss = controls + badge + popover + own;

type Props = {
  readonly stage: Stage;
  readonly verdict: ReadonlySignal<Verdict>;
  readonly anchor: Element;
  readonly takesFocus: boolean;
  readonly onClose: (reason: 'escape' | 'outside') => void;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
};

/** Why an item has its priority: the rule, the label, what the agreement says, and what would be higher. */
export function Reason({ stage, verdict, anchor, takesFocus, onClose, onEnter, onLeave }: Props) {
  const { priority, labels, from, agreement: link, path } = verdict.value;
  const { rule, rank, of, label, higher, also, contradictions, unknown } = priority;
  const title = `${rule.name}, ${ordinal(rank)} of ${of} priorities`;
  const kind = from === undefined && isOfMergeRequests(stage.instance.root) ? 'merge_requests' : 'issues';
  const list = label === undefined ? undefined : listWithLabel(stage.instance, kind, label, path);
  return (
    <Popover
      label={title}
      role="dialog"
      side="below"
      anchor={anchor}
      width={320}
      class="reason"
      takesFocus={takesFocus}
      onClose={onClose}
      onEnter={onEnter}
      onLeave={onLeave}
    >
      <h2>{title}</h2>
      <dl>
        {from !== undefined && (
          <Row term="Comes from">
            {from}, which this merge request closes
            {label !== undefined && (
              <>
                , with the label <PageLabelView title={label} labels={labels} />
              </>
            )}
          </Row>
        )}
        {from === undefined && label !== undefined && (
          <Row term="Decided by">
            the label <PageLabelView title={label} labels={labels} />
          </Row>
        )}
        <Row term="Agreement">{rule.meaning}</Row>
        {higher && (
          <Row term="One higher">
            {higher.name}
            <HigherLabel rule={higher} />
          </Row>
        )}
      </dl>
      {also.length > 0 && (
        <p class="also">
          {also.map(other => (
            <span key={other.rank}>
              {other.label === undefined ? 'Another rule' : <PageLabelView title={other.label} labels={labels} />} would
              be {ordinal(other.rank)}.{' '}
            </span>
          ))}
          The highest one counts.
        </p>
      )}
      {contradictions.map(sentence => (
        <Message key={sentence} tone="warning">
          {sentence}
        </Message>
      ))}
      {unknown.length > 0 && (
        <p class="also">From what this page shows: a higher rule asks for what it does not show.</p>
      )}
      {(link || list) && (
        <p class="links">
          {link && (
            <a href={link} target="_blank" rel="noreferrer">
              Read the agreement
            </a>
          )}
          {list && (
            <a href={list}>
              All {rule.name} {kind === 'issues' ? 'issues' : 'merge requests'}
            </a>
          )}
        </p>
      )}
    </Popover>
  );
}

function Row({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

function PageLabelView({ title, labels }: { title: string; labels: readonly PageLabel[] }) {
  const looks = labels.find(label => label.title === title);
  return <Label title={title} color={looks?.color} isScoped={looks?.isScoped ?? false} />;
}

function HigherLabel({ rule }: { rule: PriorityRule }) {
  const titles = rule.when.any ?? rule.when.all;
  if (!titles) return null;
  return (
    <>
      : {titles.length === 1 ? 'the label' : rule.when.any ? 'one of the labels' : 'the labels'}{' '}
      {titles.map(title => (
        <Label key={title} title={title} isScoped={title.includes('::')} />
      ))}
    </>
  );
}

function isOfMergeRequests(root: string): boolean {
  const { kind } = pageOf(location, root);
  return kind === 'merge-request' || kind === 'merge-request-list';
}
