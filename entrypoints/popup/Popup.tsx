import { browser } from 'wxt/browser';
import { Button } from '../../components/Button';
import type { Message } from '../../features/message';
import { Features } from './Features';
import { Mark } from './Mark';
import { ProfileInForce } from './ProfileInForce';
import { SelfCheck } from './SelfCheck';
import { drafts, sources } from './stored-parts';
import { awaitStart, type Tab, tab } from './tab';
import { UseHere } from './UseHere';
import { kinds } from './words';

/** What the toolbar button opens: this page, the profile in force and why, and a switch for each feature. */
export function Popup() {
  const { id, url, answer } = tab.value;
  const host = url?.host;
  const Sources = sources.View.value;
  const Drafts = drafts.View.value;
  return (
    <>
      <header>
        <h1>
          <Mark /> Handrail
        </h1>
        <span class="host">{host}</span>
        <Button
          variant="tertiary"
          icon="settings"
          label="Options"
          onClick={() => void browser.runtime.openOptionsPage()}
        />
      </header>
      <section aria-label="This page">
        <ThisPage url={url} answer={answer} />
        {id !== undefined && typeof answer === 'object' && <NextUp tab={id} path={answer.nextUp} />}
      </section>
      {Sources && <Sources />}
      {typeof answer === 'object' && <ProfileInForce {...answer.profile} />}
      {Drafts && <Drafts />}
      {typeof answer === 'object' && <Features host={host} />}
      {answer === 'silent' && <Features host={undefined} />}
      {typeof answer === 'object' && <SelfCheck page={answer.page} checks={answer.checks} />}
    </>
  );
}

function NextUp({ tab, path }: { tab: number; path: string | undefined }) {
  if (path === undefined) return null;
  const open = async () => {
    const request: Message = { kind: 'open-next-up' };
    await browser.tabs.sendMessage(tab, request);
    // The list takes the focus once this window is gone.
    window.close();
  };
  return (
    <div class="next-up">
      <Button icon="list" onClick={() => void open()}>
        Next up in {path}
      </Button>
    </div>
  );
}

function ThisPage({ url, answer }: Pick<Tab, 'url' | 'answer'>) {
  if (answer === 'asking') return <p class="place">…</p>;
  if (answer === 'unused' && url) return <UseHere url={url} onAllowed={() => void awaitStart()} />;
  if (typeof answer === 'string') {
    return (
      <>
        <p class="place">Not a page of GitLab</p>
        <p class="hint">
          Handrail works on gitlab.com and on the GitLab sites that you allow. A page that was open before Handrail was
          installed may need a reload.
        </p>
      </>
    );
  }
  return (
    <>
      <p class="place">{answer.reference ?? kinds[answer.page]}</p>
      <p class="hint">{answer.isOurs ? kinds[answer.page] : 'Handrail has nothing to say on this page.'}</p>
    </>
  );
}
