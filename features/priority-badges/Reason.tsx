import type { ComponentChildren } from 'preact';
import badge from '../../components/badge.css?inline';
import controls from '../../components/controls.css?inline';
import { Label } from '../../components/Label';
import { Message } from '../../components/Message';
import { Popover } from '../../components/Popover';
import popover from '../../components/popover.css?inline';
import type { PageLabel } from '../../gitlab/facts';
import type { Priority } from '../../handbook/priority';
import type { PriorityRule } from '../../handbook/profile';
import type { Stage } from '../feature';
import own from './reason.css?inline';
import { ordinal } from './words';

export const reasonCss = controls + badge + popover + own;

type Props = {
  readonly stage: Stage;
  readonly priority: Priority;
  /** The item's labels, for their colours. */
  readonly labels: readonly PageLabel[];
  readonly anchor: Element;
  readonly takesFocus: boolean;
  readonly onClose: (reason: 'escape' | 'outside') => void;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
};

/** Why an item has its priority: the rule, the label, what the agreement says, and what would be higher. */
export function Reason({ stage, priority, labels, anchor, takesFocus, onClose, onEnter, onLeave }: Props) {
  const { rule, rank, of, label, higher, also, contradictions } = priority;
  const title = `${rule.name}, ${ordinal(rank)} of ${of} priorities`;
  const link = rule.link ?? stage.profile.priorities?.link;
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
        {label !== undefined && (
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
      {link && (
        <p class="links">
          <a href={link} target="_blank" rel="noreferrer">
            Read the agreement
          </a>
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
