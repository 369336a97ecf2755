/** The full path in what was typed or pasted, an address included; empty for nothing, `undefined` when it is none. */
export function pathIn(typed: string): string | undefined {
  const path = typed
    .trim()
    .replace(/^https?:\/\/[^/]+/i, '')
    .replace(/^\/(groups\/)?|\/-\/.*$|\/+$/g, '');
  return path === '' || /^[\w.-]+(\/[\w.-]+)*$/.test(path) ? path : undefined;
}

/** Whether it is an address of another GitLab than gitlab.com: it may begin with the path under which that one lies. */
export function mayHaveRoot(typed: string): boolean {
  return /^\s*https?:\/\/(?!gitlab\.com([/:]|\s*$))/i.test(typed);
}
