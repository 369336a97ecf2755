import { useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { Message } from '../../components/Message';
import { backup, choices, restore } from '../../settings/backup';
import { profileKey, settingsKey } from '../../settings/keys';
import { library, reset } from '../../settings/library';
import { resetSettings, settingsProblem } from '../../settings/settings';
import { decodeText, download } from './text-file';

type Outcome = { readonly tone: 'success' | 'danger'; readonly text: string; readonly undo?: () => Promise<void> };

/** Everything in one file, out and in; and a way out for what cannot be read. */
export function Data() {
  const [outcome, setOutcome] = useState<Outcome>();
  const save = async () => {
    const day = new Date().toISOString().slice(0, 10);
    download(`handrail-${day}.json`, await backup(), 'application/json');
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    const text = decodeText(new Uint8Array(await file.arrayBuffer()));
    const problem = text === undefined ? 'it is no UTF-8 text' : await restore(text);
    setOutcome(
      problem === undefined
        ? { tone: 'success', text: `Everything in ${file.name} is stored.` }
        : { tone: 'danger', text: `Nothing was changed by ${file.name}: ${problem}.` },
    );
  };
  const remove = async (key: string) => {
    try {
      const undo = await (key === settingsKey ? resetSettings() : reset(key));
      const text = `What was stored under “${key}” is removed.`;
      setOutcome({ tone: 'success', text, undo: () => bringBack(key, undo) });
    } catch (error) {
      setOutcome({ tone: 'danger', text: `“${key}” was not reset: ${messageOf(error)}` });
    }
  };
  const bringBack = async (key: string, undo: () => Promise<void>) => {
    try {
      await undo();
      setOutcome(undefined);
    } catch (error) {
      const text = `What was stored under “${key}” is not back: ${messageOf(error)}`;
      setOutcome({ tone: 'danger', text, undo: () => bringBack(key, undo) });
    }
  };
  const unreadable = [...library.value.unreadable, ...(settingsProblem.value === undefined ? [] : [settingsKey])];
  return (
    <>
      <h1>Data</h1>
      <p class="lead">
        Profiles, where they are in force, switches and drafts are kept in this browser and nowhere else; the browser’s
        own sync carries the switches.
      </p>
      {unreadable.length > 0 && (
        <Message tone="warning">
          Stored under {unreadable.map(key => `“${key}”`).join(', ')} is something that cannot be read. The export has
          it as it is.
        </Message>
      )}
      <h2>Export</h2>
      <p>One file with everything, as it is stored; the profiles that come with Handrail are not in it.</p>
      <p class="acts">
        <Button onClick={() => void save()}>Export everything</Button>
      </p>
      <h2>Import</h2>
      <p>A file that was exported here. What it has replaces what is stored under the same name; the rest stays.</p>
      <p>
        <label class="field-label" for="data-file">
          Exported file
        </label>
        <input
          id="data-file"
          type="file"
          accept=".json,application/json"
          onChange={event => void take(event.currentTarget.files?.[0])}
        />
      </p>
      {unreadable.length > 0 && (
        <>
          <h2>Reset</h2>
          <p>
            What cannot be read is damaged, or a newer Handrail has stored it. It stays until you reset it here: then it
            is removed, and with a profile of yours where that is in force. Export it first if you may want it back
            later.
            {unreadable.includes(settingsKey) && ' The browser’s sync takes a reset of the switches to other browsers.'}
          </p>
          <p class="acts">
            {unreadable.map(key => (
              <Button key={key} onClick={() => void remove(key)}>
                Reset {nameOf(key)}
              </Button>
            ))}
          </p>
        </>
      )}
      <div role="status">
        {outcome && (
          <Message tone={outcome.tone}>
            {outcome.text}{' '}
            {outcome.undo && (
              <button type="button" class="link-button" onClick={() => void outcome.undo?.()}>
                Undo
              </button>
            )}
          </Message>
        )}
      </div>
    </>
  );
}

/** What is stored under a key: `where profiles are in force`, `the profile plan`. */
function nameOf(key: string): string {
  if (key === settingsKey) return 'the switches of features';
  return choices[key] ?? `the profile ${key.slice(profileKey('').length)}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
