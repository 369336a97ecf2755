/** One GitLab installation: the origin and the relative URL root, `''` or `/gitlab`. */
export type Instance = { readonly origin: string; readonly root: string };

/** What is kept for an installation is kept under: `https://gitlab.com`, `https://example.org/gitlab`. */
export function nameOf({ origin, root }: Instance): string {
  return `${origin}${root}`;
}

/**
 * The installation that this page belongs to.
 *
 * The root comes from the page's head: `meta[name=action-cable-url]` ends with `/-/cable`, the manifest link with
 * `/-/manifest.json` (16.x to 18.9). Without either the root is empty; gitlab.com is not asked.
 */
export function currentInstance(): Instance {
  const { origin, hostname } = location;
  if (hostname === 'gitlab.com') return { origin, root: '' };
  const cable = document.head.querySelector('meta[name="action-cable-url"]')?.getAttribute('content');
  const manifest = document.head.querySelector('link[rel="manifest"]')?.getAttribute('href');
  const root = rootBefore(cable, '/-/cable', origin) ?? rootBefore(manifest, '/-/manifest.json', origin) ?? '';
  return { origin, root };
}

function rootBefore(address: string | null | undefined, ending: string, origin: string): string | undefined {
  if (!address || !URL.canParse(address, origin)) return undefined;
  const { pathname } = new URL(address, origin);
  return pathname.endsWith(ending) ? pathname.slice(0, -ending.length) : undefined;
}
