import { useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { Message } from '../../components/Message';
import { parseProfileText } from '../../handbook/profile-text';
import { copyOf, problemWithId, saveProfile } from '../../settings/library';
import { renamed } from './renamed';
import { TextEditor } from './TextEditor';
import { decodeText } from './text-file';

/** A profile from a file or from pasted text. Nothing is stored before it can be read. */
export function Import({ onDone }: { onDone: (id: string | undefined) => void }) {
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<string>();
  const result = text.trim() === '' ? undefined : parseProfileText(text);
  const problems = result && 'problems' in result ? result.problems : [];
  const profile = result && 'profile' in result ? result.profile : undefined;
  const isTaken = profile && problemWithId(profile.id, undefined) !== undefined;

  const take = async (file: File | undefined) => {
    if (!file) return;
    const decoded = decodeText(new Uint8Array(await file.arrayBuffer()));
    setFailure(decoded === undefined ? `${file.name} is no UTF-8 text, so nothing was read from it.` : undefined);
    if (decoded !== undefined) setText(decoded);
  };
  const save = async () => {
    if (!profile) return;
    const stored = isTaken ? copyOf(profile) : profile;
    try {
      await saveProfile(stored, isTaken ? renamed(text, profile.id, stored) : text);
      onDone(stored.id);
    } catch (error) {
      setFailure(`The profile was not stored: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  return (
    <>
      <div class="head">
        <h1 tabIndex={-1}>Import a profile</h1>
        <Button onClick={() => onDone(undefined)}>Cancel</Button>
      </div>
      <p class="lead">
        YAML or JSON, from a file or pasted into the box. An editor can help to write it, with the{' '}
        <a href="/profile.schema.json" download="handrail.schema.json">
          JSON Schema of the format
        </a>
        .
      </p>
      <p>
        <label class="field-label" for="profile-file">
          File
        </label>
        <input
          id="profile-file"
          type="file"
          accept=".yml,.yaml,.json,text/yaml,application/json"
          onChange={event => void take(event.currentTarget.files?.[0])}
        />
      </p>
      <TextEditor label="Profile text" text={text} problems={problems} onText={setText} />
      <div role="status">
        {failure && <Message tone="danger">{failure}</Message>}
        {isTaken && (
          <Message tone="info">
            There is a profile with the id “{profile.id}” already. This one is stored as a copy beside it.
          </Message>
        )}
      </div>
      <p class="acts">
        <Button
          variant="confirm"
          disabled={!profile}
          title={profile ? '' : 'There is no profile to store yet.'}
          onClick={() => void save()}
        >
          Import profile
        </Button>
      </p>
    </>
  );
}
