import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { PlainBadge } from '../../components/Badge';
import { whyBefore } from '../../handbook/order';
import { toneOf } from '../../handbook/priority';
import { useLostFocus } from './lost-focus';
import { RowView } from './RowView';
import { type Group, groupsOf, type Row } from './rows';
import type { StatusAges } from './status-ages';

type Props = { readonly rows: readonly Row[]; readonly ages: StatusAges; readonly now: number };

/** The rows by rank. One of them is in the order of Tab; the arrows lead to the others. */
export function List({ rows, ages, now }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string>();
  const [hasFocus, setHasFocus] = useState(false);
  const current = rows.find(row => row.item.id === chosen) ?? rows[0];

  useEffect(() => followView(list.current, ages), [rows.map(row => row.item.id).join()]);
  // A row that moved in the document while pages came in has lost it.
  useLostFocus(list, () => elementOf(list.current, current)?.focus());

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what has the focus are the links in it; it hears their keys.
    <div
      ref={list}
      onFocusIn={event => {
        setHasFocus(true);
        const id = (event.target as HTMLElement).closest<HTMLElement>('[data-id]')?.dataset.id;
        if (id !== undefined) setChosen(id);
      }}
      onFocusOut={event => {
        // Without a next element the row may only be on its way to another place.
        if (event.relatedTarget instanceof Node) setHasFocus(list.current?.contains(event.relatedTarget) ?? false);
      }}
      onKeyDown={event => {
        const at = current ? rows.indexOf(current) : 0;
        const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
        if (next === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        event.stopPropagation();
        elementOf(list.current, rows[Math.max(0, Math.min(rows.length - 1, next))])?.focus();
      }}
    >
      {groupsOf(rows).map(group => (
        <Rank key={group.rank} group={group}>
          {group.rows.map(row => (
            <RowView
              key={row.item.id}
              row={row}
              isCurrent={row === current}
              why={hasFocus && row === current ? whyText(row, rows[rows.indexOf(row) + 1]) : undefined}
              statusAt={ages.known.value.get(row.item.id) ?? undefined}
              now={now}
            />
          ))}
        </Rank>
      ))}
    </div>
  );
}

type RankProps = { readonly group: Group; readonly children: ComponentChildren };

function Rank({ group, children }: RankProps) {
  const id = useId();
  const [first] = group.rows;
  if (!first) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>
        <PlainBadge tone={toneOf(first.priority)} text={group.rule.name} />
        <span class="size">
          {group.rows.length}
          <span class="hidden-text">{group.rows.length === 1 ? ' item' : ' items'}</span>
        </span>
      </h3>
      <ul>{children}</ul>
    </section>
  );
}

function whyText(row: Row, next: Row | undefined): string | undefined {
  return next && `Before ${next.reference}: ${whyBefore(row, next)}`;
}

function elementOf(list: Element | null, row: Row | undefined): HTMLElement | undefined {
  return (
    row && [...(list?.querySelectorAll<HTMLElement>('[data-id]') ?? [])].find(one => one.dataset.id === row.item.id)
  );
}

/** Tells which rows can be seen, now and when the list scrolls or changes. */
function followView(list: Element | null, ages: StatusAges): (() => void) | undefined {
  if (!list) return undefined;
  const seen = new Set<string>();
  const observer = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) {
      const id = (target as HTMLElement).dataset.id ?? '';
      if (isIntersecting) seen.add(id);
      else seen.delete(id);
    }
    ages.see(seen);
  });
  for (const row of list.querySelectorAll('[data-id]')) observer.observe(row);
  return () => observer.disconnect();
}
