import { useState } from 'preact/hooks';
import { Message } from '../../components/Message';
import { allow } from '../../settings/sites';

/** Offers Handrail on a GitLab that it does not run on yet. */
export function UseHere({ url, onAllowed }: { url: URL; onAllowed: () => void }) {
  const [problem, setProblem] = useState<string>();
  const use = () => {
    allow(url).then(
      isAllowed =>
        isAllowed ? onAllowed() : setProblem(`Your browser gave no access to ${url.host}. Nothing was changed.`),
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <>
      <p class="place">This is a GitLab</p>
      <p class="hint">Handrail is not on here yet. Your browser will ask for access to {url.host} only.</p>
      <p class="acts">
        <button type="button" class="button confirm wide" onClick={use}>
          Use on this GitLab
        </button>
      </p>
      <div role="status">{problem && <Message tone="warning">{problem}</Message>}</div>
    </>
  );
}
