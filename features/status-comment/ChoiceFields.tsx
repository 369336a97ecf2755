import { useId, useRef } from 'preact/hooks';
import { Button } from '../../components/Button';
import { Label } from '../../components/Label';
import type { PageLabel } from '../../gitlab/facts';
import type { FieldOfKind } from '../../handbook/profile';
import { emojiIn } from './emoji';
import type { FieldViewProps } from './Fields';

type GroupProps = Pick<FieldViewProps<FieldOfKind<'choice' | 'checks' | 'labels'>, unknown>, 'field' | 'error'> & {
  readonly help?: string | undefined;
  readonly children: preact.ComponentChildren;
};

function Group({ field, error, help = field.help, children }: GroupProps) {
  const id = useId();
  return (
    <fieldset aria-describedby={error || help ? id : undefined} aria-invalid={error ? true : undefined}>
      <legend class="field-label">{field.label}</legend>
      <div class="options">{children}</div>
      {(error || help) && (
        <p class={error ? 'error' : 'help'} id={id}>
          {error ?? help}
        </p>
      )}
    </fieldset>
  );
}

/** One of several, or none. */
export function ChoiceField({
  field,
  value,
  lastTime,
  error,
  isReadOnly,
  onInput,
}: FieldViewProps<FieldOfKind<'choice'>, string>) {
  const name = useId();
  const first = useRef<HTMLInputElement>(null);
  const last = lastTime !== '' && `${lastTime} last time`;
  return (
    <Group field={field} error={error} help={[last, field.help].filter(Boolean).join(' · ')}>
      {field.options.map(({ say, write }, index) => (
        <label key={say} class="check">
          <input
            ref={index === 0 ? first : null}
            type="radio"
            name={name}
            checked={say === value}
            disabled={isReadOnly}
            aria-invalid={error ? true : undefined}
            onChange={() => onInput(say)}
          />
          <Words say={say} write={write} />
        </label>
      ))}
      {value !== '' && !isReadOnly && (
        <Button
          variant="tertiary"
          small
          onClick={() => {
            // The button goes with the choice.
            first.current?.focus();
            onInput(undefined);
          }}
        >
          Clear
        </Button>
      )}
    </Group>
  );
}

/** Any of several. */
export function ChecksField({
  field,
  value,
  error,
  isReadOnly,
  onInput,
}: FieldViewProps<FieldOfKind<'checks'>, readonly string[]>) {
  return (
    <Group field={field} error={error}>
      {field.options.map(({ say, write }) => (
        <label key={say} class="check">
          <input
            type="checkbox"
            checked={value.includes(say)}
            disabled={isReadOnly}
            aria-invalid={error ? true : undefined}
            onChange={event =>
              onInput(
                toggled(
                  field.options.map(one => one.say),
                  value,
                  say,
                  event.currentTarget.checked,
                ),
              )
            }
          />
          <Words say={say} write={write} />
        </label>
      ))}
    </Group>
  );
}

type LabelFieldProps = FieldViewProps<FieldOfKind<'labels'>, readonly string[]> & {
  /** The item's labels, for their colours. */
  readonly labels: readonly PageLabel[];
  /** How many people work on the item, where it is known. */
  readonly assignees: number | undefined;
};

/** Labels that say which part an update is about. With several people on an item, it matters. */
export function LabelField({ field, value, error, labels, assignees = 0, isReadOnly, onInput }: LabelFieldProps) {
  const isProposed = assignees > 1 && value.length === 0;
  const proposal = 'Several people work on this issue: say which part this is about.';
  return (
    <Group field={field} error={error} help={isProposed ? proposal : field.help}>
      {field.labels.map(title => {
        const looks = labels.find(label => label.title === title);
        return (
          <label key={title} class="check">
            <input
              type="checkbox"
              checked={value.includes(title)}
              disabled={isReadOnly}
              aria-invalid={error ? true : undefined}
              onChange={event => onInput(toggled(field.labels, value, title, event.currentTarget.checked))}
            />
            <Label title={title} color={looks?.color} isScoped={looks?.isScoped ?? false} />
          </label>
        );
      })}
    </Group>
  );
}

/** A day. */
export function DateField({ field, value, error, isReadOnly, onInput }: FieldViewProps<FieldOfKind<'date'>, string>) {
  const id = useId();
  const said = error ?? field.help;
  return (
    <div>
      <label class="field-label" for={id}>
        {field.label}
      </label>
      <input
        id={id}
        class="field date"
        type="date"
        value={value}
        readOnly={isReadOnly}
        required={field.required}
        aria-invalid={error !== undefined}
        aria-describedby={said ? `${id}-help` : undefined}
        onInput={event => onInput(event.currentTarget.value)}
      />
      {said && (
        <p class={error ? 'error' : 'help'} id={`${id}-help`}>
          {said}
        </p>
      )}
    </div>
  );
}

/** An option in words, with the emoji that the comment shows where it writes one. */
function Words({ say, write }: { say: string; write?: string | undefined }) {
  const emoji = write && emojiIn(write);
  return (
    <span>
      {emoji && !say.includes(emoji) && <span aria-hidden="true">{emoji} </span>}
      {say}
    </span>
  );
}

/** In the team's order, however they were ticked. */
function toggled(all: readonly string[], chosen: readonly string[], one: string, isOn: boolean): string[] {
  return all.filter(other => (other === one ? isOn : chosen.includes(other)));
}
