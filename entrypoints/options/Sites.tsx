import { useId, useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { Message } from '../../components/Message';
import { addressOf, siteName } from '../../settings/hosts';
import { allow, permissionFor, sites, withdraw } from '../../settings/sites';

type Outcome = { readonly tone: 'success' | 'warning' | 'danger'; readonly text: string };

/** Where Handrail may run: gitlab.com, and each GitLab that the person allows. */
export function Sites() {
  const [address, setAddress] = useState('');
  const [outcome, setOutcome] = useState<Outcome>();
  const outcomeId = useId();

  const add = () => {
    const url = addressOf(address);
    if (!url) {
      const typed = address.trim();
      const text = typed
        ? `“${typed}” is no address. Write it as https://gitlab.example.`
        : 'Write the address, as https://gitlab.example.';
      setOutcome({ tone: 'danger', text });
      return;
    }
    const name = siteName(permissionFor(url));
    allow(url).then(isAllowed => {
      setOutcome(
        isAllowed
          ? { tone: 'success', text: `Handrail is on at ${name}, in its open tabs too.` }
          : { tone: 'warning', text: `Your browser gave no access to ${name}. Nothing was changed.` },
      );
      if (isAllowed) setAddress('');
    }, said);
  };
  const remove = (pattern: string) => {
    const text = `Your browser’s access to ${siteName(pattern)} is given back.`;
    withdraw(pattern).then(() => setOutcome({ tone: 'success', text }), said);
  };
  const said = (error: unknown) =>
    setOutcome({ tone: 'warning', text: error instanceof Error ? error.message : String(error) });

  return (
    <>
      <h1>GitLab sites</h1>
      <p class="lead">
        Handrail runs on these sites only, and there only on pages of GitLab. The browser asks you once for each.
      </p>
      <ul class="sites">
        <li>
          https://gitlab.com <span class="hint">always</span>
        </li>
        {sites.value.map(pattern => (
          <li key={pattern}>
            {siteName(pattern)}
            <Button small label={`Remove ${siteName(pattern)}`} onClick={() => remove(pattern)}>
              Remove
            </Button>
          </li>
        ))}
      </ul>
      <h2>Your own GitLab</h2>
      <p>Open a page of it and press “Use on this GitLab” in the popup, or write its address here.</p>
      <form
        class="acts"
        onSubmit={event => {
          event.preventDefault();
          add();
        }}
      >
        <input
          class="field"
          aria-label="Address of a GitLab"
          aria-invalid={outcome?.tone === 'danger'}
          aria-describedby={outcome?.tone === 'danger' ? outcomeId : undefined}
          placeholder="https://gitlab.example"
          value={address}
          autocomplete="off"
          spellcheck={false}
          onInput={event => setAddress(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          Use on this GitLab
        </button>
      </form>
      <div role="status" id={outcomeId}>
        {outcome && <Message tone={outcome.tone}>{outcome.text}</Message>}
      </div>
    </>
  );
}
