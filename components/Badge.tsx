import { useId } from 'preact/hooks';
import { Bars } from './Icon';

export type Tone = 'danger' | 'warning' | 'info' | 'neutral';

const bars: Readonly<Record<Tone, number>> = { danger: 4, warning: 3, info: 2, neutral: 1 };

type Props = {
  readonly tone: Tone;
  readonly text: string;
  /** What a screen reader says: the text and more. */
  readonly name: string;
  /** What it says after the name. */
  readonly description: string;
};

/** A priority: name, and bars as high as it is urgent, so that colour is not the only sign. A button: it opens its reason. */
export function Badge({ tone, text, name, description }: Props) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        class={`badge ${tone}`}
        aria-label={name}
        aria-describedby={id}
        aria-haspopup="dialog"
        aria-expanded="false"
      >
        <Bars filled={bars[tone]} />
        <span>{text}</span>
      </button>
      <span id={id} hidden>
        {description}
      </span>
    </>
  );
}

type StaticProps = { readonly tone: Tone; readonly text: string };

/** A priority that opens nothing: the head of what has it. */
export function PlainBadge({ tone, text }: StaticProps) {
  return (
    <span class={`badge ${tone}`}>
      <Bars filled={bars[tone]} />
      {text}
    </span>
  );
}
