import type { ReadonlySignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Badge, type Tone } from '../../components/Badge';
import badge from '../../components/badge.css?inline';
import type { Priority } from '../../handbook/priority';
import type { Opened } from './opened';
import { ordinal } from './words';

export const badgeCss = `${badge}
:host { display: inline-flex; margin-left: 8px; vertical-align: middle; }`;

type Props = {
  readonly priority: ReadonlySignal<Priority | undefined>;
  readonly opened: ReadonlySignal<Opened | undefined>;
  readonly onButton: (button: HTMLButtonElement | null) => void;
  readonly onOpen: (stays: boolean, takesFocus: boolean) => void;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
  readonly onClose: () => void;
};

/** Milliseconds that the pointer rests before the reason opens by itself. */
const rest = 300;

/** `P1 · 3rd of 7`. A click, Enter, Space, the focus of the keyboard or a resting pointer show why. */
export function PriorityBadge({ priority, opened, onButton, onOpen, onEnter, onLeave, onClose }: Props) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isReturning = useRef(false);
  const { value } = priority;
  if (!value) return null;
  const { rule, rank, of, label } = value;
  const place = `${ordinal(rank)} of ${of}`;
  const open = opened.value;
  return (
    <Badge
      tone={rule.tone ?? toneOf(rank, of)}
      text={`${rule.name} · ${place}`}
      name={`Priority ${rule.name}, ${place}, why?`}
      description={[label !== undefined && `Decided by the label ${label}.`, rule.meaning].filter(Boolean).join(' ')}
      expanded={open !== undefined}
      elementRef={onButton}
      events={{
        onPointerEnter(event) {
          onEnter();
          if (event.pointerType === 'mouse' && !open) timer.current = setTimeout(() => onOpen(false, false), rest);
        },
        onPointerLeave() {
          clearTimeout(timer.current);
          onLeave();
        },
        onFocusIn({ currentTarget }) {
          // Focus that comes back from the reason does not open it again.
          if (currentTarget.matches(':focus-visible') && !open && !isReturning.current) onOpen(false, false);
          isReturning.current = false;
        },
        onFocusOut: onLeave,
        onKeyDown(event) {
          if (event.key !== 'Escape' || !open) return;
          event.stopPropagation();
          onClose();
        },
        onClick(event) {
          clearTimeout(timer.current);
          if (open?.stays) {
            onClose();
            return;
          }
          // A click without a pointer comes from the keyboard, which reaches the reason's links only with the focus.
          const isKeyboard = event.detail === 0;
          isReturning.current = isKeyboard;
          onOpen(true, isKeyboard);
        },
      }}
    />
  );
}

/** For a profile without tones: the first quarter is danger, then warning, info, neutral. */
export function toneOf(rank: number, of: number): Tone {
  const tones = ['danger', 'warning', 'info', 'neutral'] as const;
  return tones[Math.min(3, Math.floor(((rank - 1) / of) * 4))] ?? 'neutral';
}
