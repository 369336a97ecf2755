import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Button } from '../../components/Button';
import { ago } from '../../components/time';
import { discardDraft, forgetOldDrafts, type ListedDraft, listDrafts } from '../../features/status-comment/draft-list';

type Discarded = { readonly reference: string; readonly undo: () => Promise<void> };

/** The status updates that were begun and not yet posted. */
export function Drafts() {
  const [drafts, setDrafts] = useState<readonly ListedDraft[]>([]);
  const [discarded, setDiscarded] = useState<Discarded>();
  useEffect(() => {
    const look = () => void listDrafts().then(setDrafts);
    look();
    void forgetOldDrafts();
    browser.storage.onChanged.addListener(look);
    return () => browser.storage.onChanged.removeListener(look);
  }, []);
  if (drafts.length === 0 && !discarded) return null;
  return (
    <section aria-labelledby="drafts">
      <h2 id="drafts">Drafts</h2>
      <ul class="drafts">
        {drafts.map(({ key, reference, address, savedAt, isOther }) => (
          <li key={key}>
            <a href={address} target="_blank" rel="noreferrer">
              {reference}
            </a>
            <span class="hint">
              {ago(savedAt, Date.now())}
              {isOther && ', another version'}
            </span>
            <Button
              small
              variant="tertiary"
              icon="close"
              label={`Discard draft of ${reference}`}
              onClick={() => void discardDraft(key).then(undo => setDiscarded({ reference, undo }))}
            />
          </li>
        ))}
      </ul>
      <p role="status">
        {discarded && (
          <>
            Draft of {discarded.reference} discarded.{' '}
            <button
              type="button"
              class="link-button"
              onClick={() => void discarded.undo().then(() => setDiscarded(undefined))}
            >
              Undo
            </button>
          </>
        )}
      </p>
    </section>
  );
}
