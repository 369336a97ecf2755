import type { ComponentChildren, Ref } from 'preact';
import { Icon, type IconName } from './Icon';

type Props = {
  readonly children?: ComponentChildren;
  readonly onClick: () => void;
  readonly variant?: 'default' | 'confirm' | 'tertiary';
  readonly small?: boolean;
  readonly icon?: IconName;
  /** The name of a button that shows an icon only. */
  readonly label?: string;
  /** Stays focusable, does nothing; `title` says why. */
  readonly disabled?: boolean;
  readonly title?: string;
  /** At work: a spinner in front, further clicks do nothing. */
  readonly busy?: boolean;
  readonly expanded?: boolean;
  readonly elementRef?: Ref<HTMLButtonElement>;
  /** The id of what is said of it beside it. */
  readonly describedBy?: string | undefined;
  /** By which its neighbours find and place it. */
  readonly class?: string;
};

/** GitLab's button, default, confirm or tertiary. */
export function Button({
  children,
  onClick,
  variant = 'default',
  small,
  icon,
  label,
  disabled,
  title,
  busy,
  expanded,
  elementRef,
  describedBy,
  class: extra,
}: Props) {
  const isInert = disabled || busy;
  const iconOnly = children === undefined;
  const classes = ['button', variant, small && 'small', iconOnly && 'icon-only', busy && 'busy', extra]
    .filter(Boolean)
    .join(' ');
  return (
    <button
      type="button"
      class={classes}
      ref={elementRef ?? null}
      aria-label={label}
      aria-disabled={isInert ? 'true' : undefined}
      aria-expanded={expanded}
      aria-describedby={describedBy}
      title={title}
      onClick={() => isInert || onClick()}
    >
      {busy ? <Icon name="spinner" size={14} /> : icon && <Icon name={icon} size={iconOnly ? 16 : 14} />}
      {children}
    </button>
  );
}
