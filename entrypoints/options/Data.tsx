import { useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { Message } from '../../components/Message';
import { backup, restore } from '../../settings/backup';
import { library } from '../../settings/library';
import { decodeText, download } from './text-file';

/** Everything in one file, out and in. */
export function Data() {
  const [outcome, setOutcome] = useState<{ readonly tone: 'success' | 'danger'; readonly text: string }>();
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
  const { unreadable } = library.value;
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
      <div role="status">{outcome && <Message tone={outcome.tone}>{outcome.text}</Message>}</div>
    </>
  );
}
