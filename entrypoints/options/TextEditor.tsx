import { useId, useRef } from 'preact/hooks';
import { Icon } from '../../components/Icon';
import type { TextProblem } from '../../handbook/profile-text';

type Props = {
  readonly label: string;
  readonly text: string;
  readonly problems: readonly TextProblem[];
  readonly onText: (text: string) => void;
  readonly readOnly?: boolean;
};

/** A text box with numbered lines; lines with a problem are marked. */
export function TextEditor({ label, text, problems, onText, readOnly = false }: Props) {
  const id = useId();
  const behind = useRef<HTMLDivElement>(null);
  const wrong = new Set(problems.map(problem => problem.line));
  return (
    <>
      <label class="field-label" for={id}>
        {label}
      </label>
      <div class={`editor ${wrong.size > 0 ? 'has-problems' : ''}`}>
        <div class="lines" aria-hidden="true" ref={behind}>
          {text.split('\n').map((line, index) => (
            <div key={index} class={wrong.has(index + 1) ? 'wrong' : ''}>
              <span class="number">
                {wrong.has(index + 1) && <Icon name="error" size={12} />}
                {index + 1}
              </span>
              <span class="line">{line}</span>
            </div>
          ))}
        </div>
        <textarea
          id={id}
          value={text}
          spellcheck={false}
          autocomplete="off"
          readOnly={readOnly}
          wrap="off"
          aria-invalid={wrong.size > 0}
          onInput={event => onText(event.currentTarget.value)}
          onScroll={({ currentTarget: { scrollTop, scrollLeft } }) => {
            if (!behind.current) return;
            behind.current.style.transform = `translateY(${-scrollTop}px)`;
            behind.current.style.setProperty('--scrolled', `${-scrollLeft}px`);
          }}
        />
      </div>
    </>
  );
}
