import type { ComponentChildren } from 'preact';
import type { Filters } from './rows';

type Props = {
  readonly filters: Filters;
  readonly isSignedIn: boolean;
  /** The current milestone's title, where there is one. */
  readonly milestone: string | undefined;
  readonly onFilter: (filters: Filters) => void;
};

/** Whose items are shown, and of which milestone. */
export function FilterBar({ filters, isSignedIn, milestone, onFilter }: Props) {
  const who = (value: Filters['who'], children: ComponentChildren) => (
    <Toggle isOn={filters.who === value} onPress={() => onFilter({ ...filters, who: value })}>
      {children}
    </Toggle>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form.
    <div class="filters" role="group" aria-label="Show">
      {who('all', 'All')}
      {isSignedIn && who('mine', 'Mine')}
      {who('unassigned', 'Unassigned')}
      <span class="rule" aria-hidden="true" />
      <Toggle isOn={filters.milestone} onPress={() => onFilter({ ...filters, milestone: !filters.milestone })}>
        {milestone === undefined ? 'This milestone' : `Milestone ${milestone}`}
      </Toggle>
    </div>
  );
}

type ToggleProps = { readonly isOn: boolean; readonly onPress: () => void; readonly children: ComponentChildren };

function Toggle({ isOn, onPress, children }: ToggleProps) {
  return (
    <button type="button" class="button small toggle" aria-pressed={isOn} onClick={onPress}>
      {children}
    </button>
  );
}
