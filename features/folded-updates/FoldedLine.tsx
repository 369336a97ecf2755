import type { ReadonlySignal, Signal } from '@preact/signals';
import controls from '../../components/controls.css?inline';
import { Icon } from '../../components/Icon';
import { dayText } from '../../handbook/status/flags';
import { valuesText } from '../../handbook/status/words';
import type { StatusUpdate } from '../updates';
import own from './folded-line.css?inline';

export const foldedLineCss = controls + own;

type Props = { readonly update: ReadonlySignal<StatusUpdate>; readonly isOpen: Signal<boolean> };

/** Stands for a folded update, and under an opened one, to fold it again. */
export function FoldedLine({ update, isOpen }: Props) {
  const { at, author, status } = update.value;
  return (
    <button
      type="button"
      class="line"
      aria-expanded={isOpen.value}
      onClick={() => {
        isOpen.value = !isOpen.value;
      }}
    >
      <Icon name="chevron" size={12} />
      {isOpen.value ? (
        'Fold this update'
      ) : (
        <span class="said">
          {valuesText(status)}
          <span class="subtle">
            {' · '}
            {dayText(new Date(at))} by {author.name || 'a deleted account'}
            {status.notes && ` · ${status.notes}`}
          </span>
        </span>
      )}
    </button>
  );
}
