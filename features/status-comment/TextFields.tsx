import { useId } from 'preact/hooks';
import type { FieldOfKind } from '../../handbook/profile';
import type { FieldViewProps } from './Fields';

/** Free text, Markdown included. */
export function TextField({ value, lastTime, ...props }: FieldViewProps<FieldOfKind<'text'>, string>) {
  const note = value !== '' && value === lastTime ? 'As last time.' : undefined;
  return <TextArea {...props} text={value} note={note} onText={props.onInput} />;
}

/** Items, one a line. */
export function ListField({ value, lastTime, ...props }: FieldViewProps<FieldOfKind<'list'>, readonly string[]>) {
  const isAsLastTime = value.length > 0 && value.join('\n') === lastTime.join('\n');
  const isSaid = /\bone a line\b/i.test(props.field.help ?? '');
  const notes = [!isSaid && 'One a line.', isAsLastTime && 'As last time.'];
  return (
    <TextArea
      {...props}
      text={value.join('\n')}
      note={notes.filter(Boolean).join(' ') || undefined}
      // An empty line stays while it is typed; the comment leaves it out.
      onText={text => props.onInput(text === '' ? [] : text.split('\n'))}
    />
  );
}

type TextAreaProps = Pick<FieldViewProps<FieldOfKind<'text' | 'list'>, unknown>, 'field' | 'error' | 'isReadOnly'> & {
  readonly text: string;
  readonly note: string | undefined;
  readonly onText: (text: string) => void;
};

function TextArea({ field, text, note, error, isReadOnly, onText }: TextAreaProps) {
  const id = useId();
  return (
    <div>
      <label class="field-label" for={id}>
        {field.label}
      </label>
      <textarea
        id={id}
        class="field"
        rows={2}
        value={text}
        readOnly={isReadOnly}
        aria-required={field.required}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-help`}
        onInput={event => onText(event.currentTarget.value)}
      />
      <p class={error ? 'error' : 'help'} id={`${id}-help`}>
        {error ?? [field.help, note].filter(Boolean).join(field.help?.endsWith('.') ? ' ' : '. ')}
      </p>
    </div>
  );
}
