import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { Message } from '../../components/Message';
import { profileText } from '../../handbook/profile-text';
import { copyOf, type LibraryProfile, library, removeProfile, saveProfile } from '../../settings/library';
import { contentsText } from '../popup/words';
import { Editor } from './Editor';
import { Import } from './Import';
import { inForceText } from './in-force-text';
import { Repositories } from './Repositories';
import { useViewFocus } from './view-focus';

type Open = { readonly kind: 'profile'; readonly id: string } | { readonly kind: 'import' } | undefined;

/** What is open, in `data-opens` of what opens it. */
const viewOf = (open: Open) => (open?.kind === 'profile' ? `profile ${open.id}` : (open?.kind ?? 'list'));

/** All profiles that can be chosen, and the one that is open. */
export function Profiles() {
  const [open, setOpen] = useState<Open>();
  const [outcome, setOutcome] = useState<{ readonly text: string; readonly undo?: () => Promise<void> }>();
  const chosen =
    open?.kind === 'profile' ? library.value.profiles.find(({ profile }) => profile.id === open.id) : undefined;

  const heading = useRef<HTMLHeadingElement>(null);
  const undoButton = useRef<HTMLButtonElement>(null);
  useViewFocus(viewOf(open?.kind === 'profile' && !chosen ? undefined : open));
  // After the focus of the view: who has deleted a profile comes to what brings it back.
  useLayoutEffect(() => {
    if (outcome) undoButton.current?.focus();
  }, [outcome]);

  const duplicate = async ({ profile }: LibraryProfile) => {
    const copy = copyOf(profile);
    await saveProfile(copy, profileText(copy));
    setOutcome(undefined);
    setOpen({ kind: 'profile', id: copy.id });
  };
  const remove = async ({ profile }: LibraryProfile) => {
    const undo = await removeProfile(profile.id);
    setOpen(undefined);
    setOutcome({ text: `${profile.name} was deleted.`, undo });
  };
  const undo = async () => {
    await outcome?.undo?.();
    // The button goes with the outcome.
    heading.current?.focus();
    setOutcome(undefined);
  };

  if (open?.kind === 'import') {
    return <Import onDone={id => setOpen(id === undefined ? undefined : { kind: 'profile', id })} />;
  }
  if (chosen) {
    return (
      <Editor
        key={chosen.profile.id}
        entry={chosen}
        onSaved={id => setOpen({ kind: 'profile', id })}
        onBack={() => setOpen(undefined)}
        onDuplicate={() => void duplicate(chosen)}
        onRemove={() => void remove(chosen)}
      />
    );
  }
  return (
    <>
      <div class="head">
        <h1 tabIndex={-1} ref={heading}>
          Profiles
        </h1>
        <Button onClick={() => setOpen({ kind: 'import' })}>Import</Button>
      </div>
      <p class="lead">
        A profile is a team’s working agreement: what a weight means, what a status comment contains, what comes first.
        Open one to see it, to choose where it is in force, or to copy and change it.
      </p>
      <div role="status" class="outcome">
        {outcome && (
          <Message tone="success">
            {outcome.text}{' '}
            {outcome.undo && (
              <button type="button" class="link-button" ref={undoButton} onClick={() => void undo()}>
                Undo
              </button>
            )}
          </Message>
        )}
      </div>
      <Repositories />
      <h2>
        {library.value.profiles.some(one => !one.isShipped)
          ? 'Yours, and those that come with Handrail'
          : 'They come with Handrail'}
      </h2>
      <ul class="profiles">
        {library.value.profiles.map(entry => (
          <li key={entry.profile.id}>
            <button
              type="button"
              data-opens={viewOf({ kind: 'profile', id: entry.profile.id })}
              onClick={() => setOpen({ kind: 'profile', id: entry.profile.id })}
            >
              <strong>{entry.profile.name}</strong>
              <span class="hint">{contentsText(entry.profile)}</span>
              <span class="hint">{inForceText(entry)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
