import { useId } from 'preact/hooks';

type Props = {
  readonly label: string;
  /** 0 to 100, or whatever was typed; `undefined` is empty. */
  readonly value: number | undefined;
  readonly onInput: (value: number | undefined) => void;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly readOnly?: boolean;
  /** Marks on the slider, in percent. */
  readonly ticks?: readonly number[];
  /** The tick that is reached. */
  readonly reached?: number | undefined;
};

/** A percentage as a slider and, for those who know it, a number. */
export function PercentField({ label, value, onInput, help, error, readOnly = false, ticks = [], reached }: Props) {
  const id = useId();
  const shown = Math.min(100, Math.max(0, value ?? 0));
  const said = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div class="percent-field">
      <label class="field-label" for={`${id}-slider`}>
        {label}
      </label>
      <div class="percent">
        <input
          id={`${id}-slider`}
          class="slider"
          type="range"
          min="0"
          max="100"
          step="1"
          value={shown}
          style={{ '--filled': `${shown}%` }}
          aria-valuetext={value === undefined ? 'Not set' : `${shown}%`}
          aria-describedby={said}
          disabled={readOnly}
          onInput={event => onInput(event.currentTarget.valueAsNumber)}
          onKeyDown={event => {
            const next = steppedBy(event, shown);
            if (next === undefined) return;
            event.preventDefault();
            onInput(next);
          }}
        />
        <div class="percent-number">
          <input
            class="field"
            type="number"
            min="0"
            max="100"
            inputMode="numeric"
            value={value ?? ''}
            aria-label={label}
            aria-describedby={said}
            aria-invalid={error !== undefined}
            readOnly={readOnly}
            onInput={event => onInput(numberIn(event.currentTarget))}
          />
          <span class="sign" aria-hidden="true">
            %
          </span>
        </div>
      </div>
      {ticks.length > 0 && (
        <div class="ticks" aria-hidden="true">
          {ticks.map(tick => (
            <span key={tick} class={tick === reached ? 'tick reached' : 'tick'} style={{ left: `${tick}%` }}>
              {tick}
            </span>
          ))}
        </div>
      )}
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

/** Arrows step by 5, with Shift by 1, Page keys by 25. */
function steppedBy({ key, shiftKey }: KeyboardEvent, value: number): number | undefined {
  const small = shiftKey ? 1 : 5;
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: small,
    ArrowUp: small,
    ArrowLeft: -small,
    ArrowDown: -small,
    PageUp: 25,
    PageDown: -25,
  };
  const step = steps[key];
  return step === undefined ? undefined : Math.min(100, Math.max(0, value + step));
}

function numberIn(input: HTMLInputElement): number | undefined {
  return input.value === '' ? undefined : input.valueAsNumber;
}
