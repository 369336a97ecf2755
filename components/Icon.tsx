/** Drawn on a grid of 16. */
const drawings = {
  check: (
    <path
      d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm-1 10.2L3.9 8.1l1.2-1.2L7 8.8l3.9-3.9 1.2 1.2L7 11.2Z"
      fill="currentColor"
    />
  ),
  chevron: (
    <path
      d="m4 6 4 4 4-4"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  ),
  close: <path d="m3.5 3.5 9 9m0-9-9 9" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />,
  comment: (
    <path
      d="M3 2.8h10a1 1 0 0 1 1 1v6.6a1 1 0 0 1-1 1H6.5L3 14V3.8M2 3.8a1 1 0 0 1 1-1M5 6h6M5 8.5h4"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  ),
  copy: (
    <path
      d="M6 6h7.2v7.2H6zM10 6V2.8H2.8V10H6"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linejoin="round"
    />
  ),
  error: (
    <path
      d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1ZM7.1 4h1.8v5H7.1V4Zm0 6.2h1.8V12H7.1v-1.8Z"
      fill="currentColor"
      fill-rule="evenodd"
    />
  ),
  history: (
    <path
      d="M2.5 8a5.7 5.7 0 1 0 1.8-4.1L2.5 5.6M2.5 2.4v3.2h3.2M8 5v3.2l2.2 1.5"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  ),
  info: (
    <g fill="none" stroke="currentColor" stroke-width="1.5">
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 7.2v4M8 4.6v.2" stroke-linecap="round" />
    </g>
  ),
  list: (
    <path
      d="m1.5 3.8 1.3 1.3 2.2-2.4M7.5 4H15M7.5 8H15M7.5 12H15M2 8h2.5M2 12h2.5"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  ),
  milestone: (
    <path d="m8 2 6 6-6 6-6-6Z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" />
  ),
  plus: <path d="M8 2.5v11M2.5 8h11" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />,
  settings: (
    <g fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round">
      <path d="M6.9 1.8h2.2l.4 1.9 1.5.9 1.9-.6 1.1 1.9-1.5 1.3v1.6l1.5 1.3-1.1 1.9-1.9-.6-1.5.9-.4 1.9H6.9l-.4-1.9-1.5-.9-1.9.6L2 10.1l1.5-1.3V7.2L2 5.9 3.1 4l1.9.6 1.5-.9Z" />
      <circle cx="8" cy="8" r="2.2" />
    </g>
  ),
  spinner: <path d="M8 2a6 6 0 1 0 6 6" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />,
  warning: (
    <g fill="none" stroke="currentColor" stroke-width="1.4" stroke-linejoin="round">
      <path d="M8 2.2 14.4 13.4H1.6Z" />
      <path d="M8 6.4v3.4M8 11.4v.2" stroke-linecap="round" />
    </g>
  ),
  weight: (
    <path
      d="M5.8 5.5a2.3 2.3 0 1 1 4.4 0M3.9 5.8h8.2l1.4 7.7h-11Z"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  ),
} as const;

export type IconName = keyof typeof drawings;

type Props = {
  readonly name: IconName;
  /** Pixels, 16 if not given. */
  readonly size?: number;
  readonly class?: string;
};

/** A drawing beside words that say the same; screen readers pass over it. */
export function Icon({ name, size = 16, class: extra = '' }: Props) {
  return (
    <svg
      class={`icon ${extra}${name === 'spinner' ? ' spinner' : ''}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      {drawings[name]}
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
