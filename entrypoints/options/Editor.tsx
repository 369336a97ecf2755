import { useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { Message } from '../../components/Message';
import { parseProfileText } from '../../handbook/profile-text';
import { type LibraryProfile, problemWithId, saveProfile } from '../../settings/library';
import { Assignments } from './Assignments';
import { inForceText } from './in-force-text';
import { Preview } from './Preview';
import { TextEditor } from './TextEditor';
import { download } from './text-file';

type Props = {
  readonly entry: LibraryProfile;
  readonly onSaved: (id: string) => void;
  readonly onBack: () => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
};

/** One profile: where it is in force, its text, and what it will look like. A shipped one can only be copied. */
export function Editor({ entry, onSaved, onBack, onDuplicate, onRemove }: Props) {
  const { profile: saved, isShipped } = entry;
  const [text, setText] = useState(entry.text);
  const [outcome, setOutcome] = useState<{ readonly tone: 'success' | 'danger'; readonly text: string }>();
  const result = parseProfileText(text);
  const profile = 'profile' in result ? result.profile : undefined;
  const problems = 'problems' in result ? result.problems : idProblems(profile?.id ?? '', saved.id, isShipped, text);
  const isChanged = text !== entry.text;
  const canSave = profile && problems.length === 0 && isChanged;

  const save = async () => {
    if (!profile) return;
    try {
      await saveProfile(profile, text, saved.id);
      setOutcome({ tone: 'success', text: 'Saved. Open GitLab pages follow it already.' });
      onSaved(profile.id);
    } catch (error) {
      setOutcome({ tone: 'danger', text: `Not saved: ${error instanceof Error ? error.message : String(error)}` });
    }
  };

  return (
    <>
      <p class="back">
        <button type="button" class="link-button" onClick={onBack}>
          All profiles
        </button>
      </p>
      <div class="head">
        <h1 tabIndex={-1}>{saved.name}</h1>
        <Button onClick={onDuplicate}>Duplicate</Button>
        <Button onClick={() => download(`${saved.id}.yml`, text, 'text/yaml')}>Export</Button>
        {!isShipped && <Button onClick={onRemove}>Delete</Button>}
      </div>
      <p class="lead">
        {isShipped && 'It comes with Handrail. Duplicate it to change it. '}
        {inForceText(entry)}
      </p>
      <Assignments profile={saved} />
      <div class="editor-and-preview">
        <div>
          <TextEditor
            label={isShipped ? 'Profile text, to read' : 'Profile text'}
            text={text}
            problems={problems}
            readOnly={isShipped}
            onText={next => {
              setText(next);
              setOutcome(undefined);
            }}
          />
          {!isShipped && (
            <p class="acts">
              <Button
                variant="confirm"
                disabled={!canSave}
                title={canSave ? '' : problems.length > 0 ? 'The text has problems.' : 'Nothing was changed.'}
                onClick={() => void save()}
              >
                Save profile
              </Button>
              <Button variant="tertiary" disabled={!isChanged} onClick={() => setText(entry.text)}>
                Revert
              </Button>
              {problems.length > 0 && (
                <span class="text-danger">{problems.length === 1 ? '1 problem' : `${problems.length} problems`}</span>
              )}
            </p>
          )}
          <div role="status">{outcome && <Message tone={outcome.tone}>{outcome.text}</Message>}</div>
        </div>
        <Preview profile={profile} isShowingSaved={!profile} saved={saved} problems={problems} />
      </div>
    </>
  );
}

function idProblems(id: string, before: string, isShipped: boolean, text: string) {
  const message = isShipped ? undefined : problemWithId(id, before);
  if (!message) return [];
  const line = text.split('\n').findIndex(one => /^\s*"?id"?\s*:/.test(one)) + 1;
  return [{ path: 'id', message, line: Math.max(1, line), column: 1 }];
}
