import { useId, useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { Message } from '../../components/Message';
import type { Profile } from '../../handbook/profile';
import { assign, library } from '../../settings/library';
import type { Assignment } from '../../settings/stored';
import { whyInForce } from '../popup/words';
import { Field } from './Field';
import { pathIn } from './path-in';
import { RootHelp } from './RootHelp';

type Problem = { readonly field?: 'host' | 'path'; readonly text: string };

/** Where a profile is in force: on hosts, in projects and groups, on items with a label, everywhere. */
export function Assignments({ profile }: { profile: Profile }) {
  const [host, setHost] = useState('');
  const [path, setPath] = useState('');
  const [label, setLabel] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const problemId = useId();
  const { assignments } = library.value;
  const own = assignments.filter(one => one.profile === profile.id);
  const meant = placeMeant(profile);

  const write = (next: readonly Assignment[]) =>
    assign(next).then(
      () => setProblem(undefined),
      (error: unknown) => setProblem({ text: error instanceof Error ? error.message : String(error) }),
    );
  const add = async () => {
    const place = placeOf(host, path);
    if ('text' in place) {
      setProblem(place);
      return;
    }
    const title = label.trim().replace(/^~"?|"$/g, '');
    const next: Assignment = { profile: profile.id, ...place, ...(title && { label: title }) };
    const others = assignments.filter(one => whyInForce(one) !== whyInForce(next));
    await write([...others, next]);
    setHost('');
    setPath('');
    setLabel('');
  };
  return (
    <section aria-label="In force" class="in-force">
      {own.length > 0 && (
        <ul>
          {own.map(one => (
            <li key={whyInForce(one)}>
              {whyInForce(one)}
              <Button
                small
                variant="tertiary"
                icon="close"
                label={`Remove: ${whyInForce(one)}`}
                onClick={() => void write(assignments.filter(other => other !== one))}
              />
            </li>
          ))}
        </ul>
      )}
      {own.length === 0 && meant.words && (
        <p class="help">
          Meant for {meant.words}.{' '}
          <button
            type="button"
            class="link-button"
            onClick={() => {
              setHost(meant.host);
              setPath(meant.path);
              setLabel(meant.label);
            }}
          >
            Fill in
          </button>
        </p>
      )}
      <form
        onSubmit={event => {
          event.preventDefault();
          void add();
        }}
      >
        <Field
          label="Host"
          placeholder="every one"
          value={host}
          onValue={setHost}
          error={problem?.field === 'host' && problemId}
        />
        <Field
          label="Project or group"
          placeholder="group/project"
          value={path}
          onValue={setPath}
          error={problem?.field === 'path' && problemId}
        />
        <Field label="Label" placeholder="any" value={label} onValue={setLabel} />
        <button type="submit" class="button">
          Put in force
        </button>
      </form>
      <RootHelp typed={[path]} />
      <p class="help">
        All that is filled in must hold. Nothing filled in means everywhere. The longest path counts first, then a
        label, then a host.
      </p>
      <div role="status" id={problemId}>
        {problem && <Message tone="danger">{problem.text}</Message>}
      </div>
    </section>
  );
}

/** Where the profile's author means it to be in force: the first of each kind, and in words. */
function placeMeant({ appliesTo }: Profile): { host: string; path: string; label: string; words: string } {
  const [host = ''] = appliesTo?.hosts ?? [];
  const [path = ''] = appliesTo?.paths ?? [];
  const [label = ''] = appliesTo?.labels ?? [];
  return { host, path, label, words: [host, path, label && `the label ${label}`].filter(one => one !== '').join(', ') };
}

/** What was typed or pasted, an address included; what is wrong with it when it is none. */
function placeOf(host: string, path: string): Pick<Assignment, 'host' | 'path'> | Problem {
  const typedHost = host
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/.*$/, '');
  const typedPath = pathIn(path);
  if (typedHost && !/^[a-z0-9.-]+(:\d+)?$/i.test(typedHost))
    return {
      field: 'host',
      text: `“${host.trim()}” is no host. Write it as gitlab.example or gitlab.example:8443.`,
    };
  if (typedPath === undefined)
    return { field: 'path', text: `“${path.trim()}” is no path. Write it as group or group/project.` };
  return { ...(typedHost && { host: typedHost }), ...(typedPath && { path: typedPath }) };
}
