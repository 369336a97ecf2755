import type { TextProblem } from '../../handbook/profile-text';

/** What is wrong with a profile's text, line by line. */
export function ProblemList({ problems }: { problems: readonly TextProblem[] }) {
  return (
    <div role="status">
      {problems.length > 0 && (
        <ul class="problems" aria-label="Problems">
          {problems.map(({ line, column, path, message }) => (
            <li key={`${line}:${column} ${path} ${message}`}>
              <span class="text-danger">Line {line}</span>
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
