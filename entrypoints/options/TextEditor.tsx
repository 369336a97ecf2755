import { useId, useRef } from 'preact/hooks';
import { Icon } from '../../components/Icon';
import type { TextProblem } from '../../handbook/profile-text';
import { ProblemList } from './ProblemList';

type Props = {
  readonly label: string;
  readonly text: string;
  readonly problems: readonly TextProblem[];
  readonly onText: (text: string) => void;
  readonly readOnly?: boolean;
};

/** A text box with numbered lines; lines with a problem are marked, and listed below. */
export function TextEditor({ label, text, problems, onText, readOnly = false }: Props) {
  const id = useId();
  const numbers = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const wrong = new Set(problems.map(problem => problem.line));
  const select = (line: number) => {
    if (!box.current) return;
    // Its own value: a text box counts every line break as one character.
    const lines = box.current.value.split('\n');
    const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    box.current.focus();
    box.current.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    // Browsers do not agree on whether a selection scrolls into view.
    const number = numbers.current?.children[line - 1];
    if (!(number instanceof HTMLElement)) return;
    box.current.scrollTo({ left: 0, top: number.offsetTop - box.current.clientHeight / 2 });
  };
  return (
    <>
      <label class="field-label" for={id}>
        {label}
      </label>
      <div class={`editor ${wrong.size > 0 ? 'has-problems' : ''}`}>
        <div class="lines" aria-hidden="true" ref={numbers}>
          {text.split('\n').map((_, index) => (
            <div key={index} class={wrong.has(index + 1) ? 'wrong' : ''}>
              <span class="number">
                {wrong.has(index + 1) && <Icon name="error" size={12} />}
                {index + 1}
              </span>
            </div>
          ))}
        </div>
        <textarea
          id={id}
          ref={box}
          value={text}
          spellcheck={false}
          autocomplete="off"
          readOnly={readOnly}
          wrap="off"
          aria-invalid={wrong.size > 0}
          onInput={event => onText(event.currentTarget.value)}
          onScroll={({ currentTarget: { scrollTop } }) => {
            if (numbers.current) numbers.current.style.transform = `translateY(${-scrollTop}px)`;
          }}
        />
      </div>
      <ProblemList problems={problems} onLine={select} />
    </>
  );
}
