type Drawing = {
  readonly d: string;
  /** The width of its line; a drawing without one is filled. */
  readonly line?: number;
};

/**
 * On a grid of 16. Data and no elements: Preact writes into an element where it stands, so one that is used again keeps
 * everything around the place where it first was.
 */
const drawings = {
  check: { d: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm-1 10.2L3.9 8.1l1.2-1.2L7 8.8l3.9-3.9 1.2 1.2L7 11.2Z' },
  chevron: { d: 'm4 6 4 4 4-4', line: 1.8 },
  close: { d: 'm3.5 3.5 9 9m0-9-9 9', line: 1.6 },
  comment: { d: 'M3 2.8h10a1 1 0 0 1 1 1v6.6a1 1 0 0 1-1 1H6.5L3 14V3.8M2 3.8a1 1 0 0 1 1-1M5 6h6M5 8.5h4', line: 1.5 },
  copy: { d: 'M6 6h7.2v7.2H6ZM10 6V2.8H2.8V10H6', line: 1.5 },
  error: { d: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1ZM7.1 4h1.8v5H7.1V4Zm0 6.2h1.8V12H7.1v-1.8Z' },
  history: { d: 'M2.5 8a5.7 5.7 0 1 0 1.8-4.1L2.5 5.6M2.5 2.4v3.2h3.2M8 5v3.2l2.2 1.5', line: 1.5 },
  info: { d: 'M1.8 8a6.2 6.2 0 1 1 12.4 0 6.2 6.2 0 0 1-12.4 0ZM8 7.2v4M8 4.6v.2', line: 1.5 },
  list: { d: 'm1.5 3.8 1.3 1.3 2.2-2.4M7.5 4H15M7.5 8H15M7.5 12H15M2 8h2.5M2 12h2.5', line: 1.5 },
  milestone: { d: 'm8 2 6 6-6 6-6-6Z', line: 1.5 },
  plus: { d: 'M8 2.5v11M2.5 8h11', line: 1.6 },
  settings: {
    d: 'M6.9 1.8h2.2l.4 1.9 1.5.9 1.9-.6 1.1 1.9-1.5 1.3v1.6l1.5 1.3-1.1 1.9-1.9-.6-1.5.9-.4 1.9H6.9l-.4-1.9-1.5-.9-1.9.6L2 10.1l1.5-1.3V7.2L2 5.9 3.1 4l1.9.6 1.5-.9ZM5.8 8a2.2 2.2 0 1 1 4.4 0 2.2 2.2 0 0 1-4.4 0Z',
    line: 1.5,
  },
  spinner: { d: 'M8 2a6 6 0 1 0 6 6', line: 2 },
  warning: { d: 'M8 2.2 14.4 13.4H1.6ZM8 6.4v3.4M8 11.4v.2', line: 1.4 },
  weight: { d: 'M5.8 5.5a2.3 2.3 0 1 1 4.4 0M3.9 5.8h8.2l1.4 7.7h-11Z', line: 1.5 },
} as const satisfies Record<string, Drawing>;

export type IconName = keyof typeof drawings;

type Props = {
  readonly name: IconName;
  /** Pixels, 16 if not given. */
  readonly size?: number;
  readonly class?: string;
};

/** A drawing beside words that say the same; screen readers pass over it. */
export function Icon({ name, size = 16, class: extra = '' }: Props) {
  const { d, line }: Drawing = drawings[name];
  return (
    <svg
      class={`icon ${extra}${name === 'spinner' ? ' spinner' : ''}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      {line ? (
        <path
          d={d}
          fill="none"
          stroke="currentColor"
          stroke-width={line}
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      ) : (
        <path d={d} fill="currentColor" fill-rule="evenodd" />
      )}
    </svg>
  );
}

type BarsProps = {
  /** 1 to 4. */
  readonly filled: number;
};

/** Four rising bars: how urgent something is, without colour. */
export function Bars({ filled }: BarsProps) {
  return (
    <svg class="icon" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" fill="currentColor">
      {[0, 1, 2, 3].map(index => (
        <rect
          key={index}
          x={index * 3}
          y={8 - index * 2.4}
          width="2"
          height={4 + index * 2.4}
          rx="0.5"
          opacity={index < filled ? 1 : 0.3}
        />
      ))}
    </svg>
  );
}
