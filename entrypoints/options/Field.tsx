type Props = {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** The id of the element that says what is wrong with the value, while something is. */
  readonly error?: string | false;
};

/** One line to type into, with its name above. */
export function Field({ label, placeholder, value, onValue, error = false }: Props) {
  return (
    <label>
      <span class="field-label">{label}</span>
      <input
        class="field"
        value={value}
        placeholder={placeholder}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={error !== false}
        aria-describedby={error || undefined}
        onInput={event => onValue(event.currentTarget.value)}
      />
    </label>
  );
}
