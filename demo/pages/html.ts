/** Text made safe to stand in HTML, in elements and in double-quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}

/** Markup that `html` takes as it is. */
export type Html = { markup: string };

export function raw(markup: string): Html {
  return { markup };
}

type Part = string | number | Html | Html[];

/** Template tag: strings and numbers are escaped, markup made by `html` or `raw` is not. */
export function html(texts: TemplateStringsArray, ...parts: Part[]): Html {
  return raw(texts.reduce((markup, text, at) => `${markup}${toMarkup(parts[at - 1] ?? '')}${text}`));
}

function toMarkup(part: Part): string {
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return [part]
    .flat()
    .map(one => one.markup)
    .join('');
}
