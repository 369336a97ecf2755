type Props = {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
};

/** One line to type into, with its name above. */
export function Field({ label, placeholder, value, onValue }: Props) {
  return (
    <label>
      <span class="field-label">{label}</span>
      <input
        class="field"
        value={value}
        placeholder={placeholder}
        autocomplete="off"
        spellcheck={false}
        onInput={event => onValue(event.currentTarget.value)}
      />
    </label>
  );
}
