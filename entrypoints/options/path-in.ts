/** The full path in what was typed or pasted, an address included; empty for nothing, `undefined` when it is none. */
export function pathIn(typed: string): string | undefined {
  const path = typed
    .trim()
    .replace(/^https?:\/\/[^/]+/i, '')
    .replace(/^\/(groups\/)?|\/-\/.*$|\/+$/g, '');
  return path === '' || /^[\w.-]+(\/[\w.-]+)*$/.test(path) ? path : undefined;
}
