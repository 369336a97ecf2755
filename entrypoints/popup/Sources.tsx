import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Button } from '../../components/Button';
import { Message } from '../../components/Message';
import { readProfile } from '../../handbook/profile';
import { answerSource, library } from '../../settings/library';
import type { Source } from '../../settings/stored';
import { contentsText, dayText } from './words';

/** Repositories that carry a profile and ask to be used, or whose file cannot be read. */
export function Sources() {
  const open = library.value.sources.filter(({ asks, problems }) => asks || problems);
  if (open.length === 0) return null;
  return (
    <section aria-label="Profiles in repositories">
      {open.map(source => (
        <div key={`${source.instance} ${source.project}`} class="source">
          {source.problems && <Problems source={source} />}
          {source.asks && <Question source={source} asks={source.asks} />}
        </div>
      ))}
    </section>
  );
}

function Question({ source, asks }: { source: Source; asks: NonNullable<Source['asks']> }) {
  const [problem, setProblem] = useState<string>();
  const answer = (isYes: boolean) => {
    answerSource(source, isYes).catch((error: unknown) =>
      setProblem(error instanceof Error ? error.message : String(error)),
    );
  };
  const result = readProfile(asks.profile);
  if (!('profile' in result)) return null;
  return (
    <>
      <p class="place">Use the profile of {source.project}?</p>
      <p class="hint">
        {result.profile.name}: {contentsText(result.profile)}. From {source.file}
        {source.used && `. It has links to ${asks.hosts.join(', ')}, which the one in use has not`}.
      </p>
      <p class="acts">
        <Button small variant="confirm" onClick={() => answer(true)}>
          Use this profile
        </Button>
        <Button small onClick={() => answer(false)}>
          {source.used ? 'Keep the present one' : 'No'}
        </Button>
      </p>
      <div role="status">{problem && <Message tone="warning">{problem}</Message>}</div>
    </>
  );
}

function Problems({ source }: { source: Source }) {
  const [first, ...others] = source.problems ?? [];
  return (
    <>
      <Message tone="warning">
        <strong>The team profile could not be read.</strong>{' '}
        {source.used ? `The last good one, from ${dayText(source.used.since)}, stays in force.` : 'It is not in force.'}
      </Message>
      {first && (
        <p class="hint">
          {source.project}, {source.file}, line {first.line}: {first.path} {first.message}
          {others.length > 0 && ` (and ${others.length} more)`}
        </p>
      )}
      <p class="acts">
        <Button small onClick={() => void browser.runtime.openOptionsPage()}>
          Show the problem
        </Button>
      </p>
    </>
  );
}
