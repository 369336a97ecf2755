import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Icon } from '../../components/Icon';
import type { PageAnswer } from '../../features/message';
import { kinds } from './words';

type Check = PageAnswer['checks'][number];

const said: Readonly<Record<Check['found'], string>> = {
  found: 'found',
  'not-found': 'not found',
  'not-on-this-page': 'not on this page',
};

/** Whether each place of ours in GitLab's page is there. */
export function SelfCheck({ page, checks }: Pick<PageAnswer, 'page' | 'checks'>) {
  const [copied, setCopied] = useState<string>();
  const copy = () => {
    navigator.clipboard.writeText(report(page, checks)).then(
      () => setCopied('Copied.'),
      () => setCopied('The browser did not let us copy.'),
    );
  };
  return (
    <section aria-labelledby="self-check">
      <div class="in-row">
        <h2 id="self-check">Self-check</h2>
        <button type="button" class="link-button small-text" onClick={copy}>
          Copy report
        </button>
      </div>
      <table class="checks">
        <tbody>
          {checks.map(({ place, found }) => (
            <tr key={place} class={found}>
              <td>
                <Sign found={found} />
              </td>
              <th scope="row">{place}</th>
              <td>{said[found]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint" role="status">
        {copied}
      </p>
    </section>
  );
}

function Sign({ found }: Pick<Check, 'found'>) {
  if (found === 'found') return <Icon name="check" size={12} class="tone-success" />;
  if (found === 'not-found') return <Icon name="error" size={12} class="tone-danger" />;
  return <span aria-hidden="true">–</span>;
}

/** For a bug report: versions and places, nothing of what the page holds. */
function report(page: PageAnswer['page'], checks: readonly Check[]): string {
  const { name, version } = browser.runtime.getManifest();
  return [
    `${name} ${version}`,
    navigator.userAgent,
    `Page: ${kinds[page]}`,
    ...checks.map(({ place, found }) => `- ${place}: ${said[found]}`),
  ].join('\n');
}
