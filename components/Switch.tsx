type Props = { readonly label: string; readonly on: boolean; readonly onSwitch: (on: boolean) => void };

/** A row with GitLab's switch. */
export function Switch({ label, on, onSwitch }: Props) {
  return (
    <label class="switch-row">
      <span>{label}</span>
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says by itself whether it is checked.
        role="switch"
        class="switch"
        checked={on}
        onChange={event => onSwitch(event.currentTarget.checked)}
      />
    </label>
  );
}
