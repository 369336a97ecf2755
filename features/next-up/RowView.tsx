import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon, type IconName } from '../../components/Icon';
import { ago } from '../../components/time';
import type { Row } from './rows';

type Props = {
  readonly row: Row;
  /** Whether Tab leads to it. */
  readonly isCurrent: boolean;
  /** Why it stands before the next one; only where it is wanted. */
  readonly why: string | undefined;
  /** When its last status update was, in milliseconds since 1970; `undefined` when there is none or it is not read yet. */
  readonly statusAt: number | undefined;
  readonly now: number;
};

/** So many assignees have room beside a title; where there are more, their number takes the last place, as GitLab has it. */
const most = 3;

/** One item: a link with all that helps to choose. */
export function RowView({ row, isCurrent, why, statusAt, now }: Props) {
  const id = useId();
  const { item, reference, weight, step, priority } = row;
  const shown = item.assignees.length > most ? item.assignees.slice(0, most - 1) : item.assignees;
  const more = item.assignees.length - shown.length;
  return (
    <li>
      <a
        class="row"
        href={item.url}
        data-id={item.id}
        tabIndex={isCurrent ? 0 : -1}
        aria-describedby={why === undefined ? undefined : id}
      >
        <span class="title">{item.title}</span>
        <span class="assignees">
          {shown.map(({ username, name }) => (
            <span key={username} class="avatar" title={name}>
              <span aria-hidden="true">{[...name][0]?.toUpperCase()}</span>
              <span class="hidden-text">, assigned to {name}, </span>
            </span>
          ))}
          {more > 0 && (
            <span class="more" title={`${more} more assignees`}>
              <span aria-hidden="true">+{more}</span>
              <span class="hidden-text">, and {more} more assignees, </span>
            </span>
          )}
        </span>
        <span class="meta">
          <Part>{reference}</Part>
          {priority.within && <Part>{priority.within.name}</Part>}
          {weight !== undefined && (
            <Part icon="weight" name="Weight">
              {weight}
            </Part>
          )}
          {item.milestone && (
            <Part icon="milestone" name="Milestone">
              {item.milestone.title}
            </Part>
          )}
          {step !== undefined && <Part>{step}</Part>}
          {item.isConfidential && <Part>Confidential</Part>}
          {statusAt !== undefined && (
            <Part icon="comment" name="Last status update">
              {ago(statusAt, now)}
            </Part>
          )}
        </span>
        {priority.contradictions.map(sentence => (
          <span key={sentence} class="contradiction">
            <Icon name="warning" size={12} class="tone-warning" />
            <span class="hidden-text">, </span>
            {sentence}
          </span>
        ))}
        {why !== undefined && (
          <span class="why" id={id}>
            {why}
          </span>
        )}
      </a>
    </li>
  );
}

type PartProps = { readonly icon?: IconName; readonly name?: string; readonly children: ComponentChildren };

function Part({ icon, name, children }: PartProps) {
  return (
    <span class="part" title={name}>
      {icon && <Icon name={icon} size={12} />}
      <span class="hidden-text">{name === undefined ? ', ' : `, ${name} `}</span>
      {children}
    </span>
  );
}
