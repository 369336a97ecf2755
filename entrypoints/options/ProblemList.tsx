import type { TextProblem } from '../../handbook/profile-text';

type Props = {
  readonly problems: readonly TextProblem[];
  /** Goes to a line, where the text is at hand. */
  readonly onLine?: (line: number) => void;
};

/** What is wrong with a profile's text, line by line. */
export function ProblemList({ problems, onLine }: Props) {
  return (
    <div role="status">
      {problems.length > 0 && (
        <ul class="problems" aria-label="Problems">
          {problems.map(({ line, column, path, message }) => (
            <li key={`${line}:${column} ${path} ${message}`}>
              {onLine ? (
                <button type="button" class="link-button" onClick={() => onLine(line)}>
                  Line {line}
                </button>
              ) : (
                <span class="text-danger">Line {line}</span>
              )}
              <span>
                {path && <code>{path}</code>} {message}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
