import type { ReadonlySignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { Message } from '../../components/Message';
import { Switch } from '../../components/Switch';
import type { PageAnswer } from '../../features/message';
import { features } from '../../features/registry';
import type { PageKind } from '../../gitlab/page';
import { isOn, settings, settingsProblem, switchFeature } from '../../settings/settings';

/** The tab that the popup speaks of. */
export type Tab = {
  readonly host: string | undefined;
  /** `silent`: nothing of ours runs in that tab. */
  readonly answer: PageAnswer | 'asking' | 'silent';
};

/** What the toolbar button opens: this page, the profile in force, and a switch for each feature. */
export function Popup({ tab }: { tab: ReadonlySignal<Tab> }) {
  const { host, answer } = tab.value;
  return (
    <>
      <header>
        <h1>
          <Mark /> Handrail
        </h1>
        <span class="host">{host}</span>
      </header>
      <section aria-label="This page">
        <ThisPage answer={answer} />
      </section>
      <section aria-labelledby="features">
        <h2 id="features">On gitlab.com</h2>
        <Features />
      </section>
    </>
  );
}

const kinds: Readonly<Record<PageKind, string>> = {
  'work-item': 'Issue',
  'merge-request': 'Merge request',
  'work-item-list': 'List of issues',
  'merge-request-list': 'List of merge requests',
  board: 'Issue board',
  'epic-board': 'Epic board',
  milestone: 'Milestone',
  'new-work-item': 'New issue',
  other: 'Page',
};

function ThisPage({ answer }: { answer: Tab['answer'] }) {
  if (answer === 'asking') return <p class="place">…</p>;
  if (answer === 'silent') {
    return (
      <>
        <p class="place">Not a page of GitLab</p>
        <p class="hint">
          Handrail works on gitlab.com. A GitLab page that was open before Handrail was installed may need a reload.
        </p>
      </>
    );
  }
  return (
    <>
      <p class="place">{answer.reference ?? kinds[answer.page]}</p>
      <p class="hint">{answer.isOurs ? kinds[answer.page] : 'Handrail has nothing to say on this page.'}</p>
      <dl>
        <dt>Profile</dt>
        <dd>
          {answer.profile}
          <span class="hint">In force everywhere until a team chooses another one</span>
        </dd>
      </dl>
    </>
  );
}

function Features() {
  const [problem, setProblem] = useState<string>();
  const said = problem ?? settingsProblem.value;
  return (
    <>
      {features.map(({ id, title }) => (
        <Switch
          key={id}
          label={title}
          on={isOn(id, settings.value)}
          onSwitch={on => {
            switchFeature(id, on).then(
              () => setProblem(undefined),
              (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
            );
          }}
        />
      ))}
      <div role="status">{said && <Message tone="warning">{said}</Message>}</div>
    </>
  );
}

function Mark() {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 20 20"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d="M2 14 8 8h5l5-5M5 11v7M11 8v10M16 5v13" />
    </svg>
  );
}
