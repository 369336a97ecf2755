import { Button } from '../../components/Button';
import { readProfile } from '../../handbook/profile';
import { answerSource, forgetSource, library } from '../../settings/library';
import type { Source } from '../../settings/stored';
import { contentsText, dayText } from '../popup/words';
import { GroupProjects } from './GroupProjects';
import { ProblemList } from './ProblemList';

/** The profiles that were found in repositories, what they wait for, and what is wrong with them. */
export function Repositories() {
  const { sources } = library.value;
  return (
    <>
      <h2>From repositories</h2>
      {sources.length === 0 && (
        <p class="hint">
          None was found yet. A team keeps its profile as <code>.gitlab/handrail.yml</code> in its project, or in the
          project <code>handrail-profile</code> of its group.
        </p>
      )}
      <ul class="repositories">
        {sources.map(source => (
          <li key={`${source.instance} ${source.project}`}>
            <p>
              <strong>{source.project}</strong> <span class="hint">{`${source.file} on ${source.instance}`}</span>
            </p>
            <p class="hint">{stateText(source)}</p>
            {source.problems && <ProblemList problems={source.problems} />}
            <p class="acts">
              {source.asks && (
                <>
                  <Button small variant="confirm" onClick={() => void answerSource(source, true)}>
                    Use this profile
                  </Button>
                  <Button small onClick={() => void answerSource(source, false)}>
                    {source.used ? 'Keep the present one' : 'No'}
                  </Button>
                </>
              )}
              <Button small variant="tertiary" onClick={() => void forgetSource(source)}>
                {source.used ? 'Do not use it any more' : 'Forget'}
              </Button>
            </p>
          </li>
        ))}
      </ul>
      <GroupProjects />
    </>
  );
}

function stateText({ used, asks, problems, refused }: Source): string {
  const inForce = used ? `In force since ${dayText(used.since)}.` : refused !== undefined ? 'You said no.' : '';
  if (problems)
    return `The file cannot be read. ${used ? `The last good one stays in force. ${inForce}` : 'It is not in force.'}`;
  if (!asks) return inForce;
  const result = readProfile(asks.profile);
  const contents = 'profile' in result ? contentsText(result.profile) : '';
  return used ? `${inForce} A new one has links to ${asks.hosts.join(', ')}.` : `Not in force yet: ${contents}.`;
}
