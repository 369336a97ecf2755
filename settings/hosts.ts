/** In the manifest: neither asked for nor registered, and not to be removed. */
const gitlabCom = 'https://gitlab.com/*';

/**
 * The one permission that a GitLab site needs, as the browser names it: `http://git.example.org:8080/*`.
 *
 * @param ports Whether the browser can tell ports apart: Chromium can, Firefox takes a host with all of its ports.
 */
export function patternOf({ protocol, host, hostname }: URL, ports: boolean): string {
  return `${protocol}//${ports ? host : hostname}/*`;
}

/**
 * The GitLab sites beside gitlab.com among the permissions that the browser has given. A pattern for more than one
 * host is none: nobody gave it for a certain GitLab.
 */
export function sitesIn(patterns: readonly string[]): string[] {
  return patterns.filter(pattern => pattern !== gitlabCom && /^https?:\/\/[^*/]+\/\*$/.test(pattern)).sort();
}

/** A site as a person reads it: `http://git.example.org:8080`. */
export function siteName(pattern: string): string {
  return pattern.replace(/\/\*$/, '');
}

/** The address that a person typed or pasted, with or without `https://`; `undefined` when it is none. */
export function addressOf(typed: string): URL | undefined {
  const text = typed.trim();
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (/\s/.test(text) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return /^https?:$/.test(url.protocol) && url.hostname !== '' && !url.hostname.includes('*') ? url : undefined;
}
