import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon';

type Props = {
  readonly tone: 'success' | 'warning' | 'danger' | 'info' | 'busy';
  readonly children: ComponentChildren;
};

const icons: Readonly<Record<Props['tone'], IconName>> = {
  success: 'check',
  warning: 'warning',
  danger: 'error',
  info: 'info',
  busy: 'spinner',
};

/** An outcome in a sentence beside the place it is about. The caller decides whether it is announced (`role="status"`). */
export function Message({ tone, children }: Props) {
  return (
    <p class={`message ${tone === 'danger' ? 'text-danger' : ''}`}>
      <Icon name={icons[tone]} size={14} class={`tone-${tone}`} />
      <span>{children}</span>
    </p>
  );
}
