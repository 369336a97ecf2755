import type { Node as DocumentNode } from 'prosemirror-model';
import { DOMParser, Schema } from 'prosemirror-model';

/**
 * The documents of the rich-text editor. Rendered references (`~label`, `!1`, `@user`) become one inline node that
 * keeps the text it was written as.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      content: 'inline*',
      group: 'block',
      parseDOM: [{ tag: 'p' }],
      toDOM: () => ['div', { 'data-node-view-wrapper': '' }, ['p', { 'data-node-view-content': '' }, 0]],
    },
    heading: {
      attrs: { level: { default: 1 } },
      content: 'inline*',
      group: 'block',
      defining: true,
      parseDOM: [1, 2, 3, 4, 5, 6].map(level => ({ tag: `h${level}`, attrs: { level } })),
      toDOM: node => [`h${node.attrs.level}`, 0],
    },
    blockquote: {
      content: 'block+',
      group: 'block',
      defining: true,
      parseDOM: [{ tag: 'blockquote' }],
      toDOM: () => ['blockquote', 0],
    },
    code_block: {
      attrs: { params: { default: '' } },
      content: 'text*',
      marks: '',
      group: 'block',
      code: true,
      defining: true,
      parseDOM: [{ tag: 'pre', preserveWhitespace: 'full', getAttrs: pre => ({ params: languageOf(pre) }) }],
      toDOM: node => ['pre', { class: 'code', lang: node.attrs.params }, ['code', 0]],
    },
    horizontal_rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
    bullet_list: { content: 'list_item+', group: 'block', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    ordered_list: {
      attrs: { order: { default: 1 } },
      content: 'list_item+',
      group: 'block',
      parseDOM: [{ tag: 'ol', getAttrs: list => ({ order: Number(list.getAttribute('start') ?? 1) }) }],
      toDOM: node => ['ol', { start: node.attrs.order }, 0],
    },
    list_item: {
      attrs: { checked: { default: null } },
      content: 'paragraph block*',
      defining: true,
      parseDOM: [{ tag: 'li', getAttrs: item => ({ checked: checkedOf(item) }) }],
      toDOM: node => [
        'li',
        node.attrs.checked === null ? {} : { class: 'task-list-item', 'data-checked': node.attrs.checked },
        0,
      ],
    },
    table: {
      content: 'table_row+',
      group: 'block',
      isolating: true,
      parseDOM: [{ tag: 'table' }],
      toDOM: () => ['table', ['tbody', 0]],
    },
    table_row: { content: 'table_cell+', parseDOM: [{ tag: 'tr' }], toDOM: () => ['tr', 0] },
    table_cell: {
      attrs: { header: { default: false } },
      content: 'inline*',
      isolating: true,
      parseDOM: [{ tag: 'td' }, { tag: 'th', attrs: { header: true } }],
      toDOM: node => [node.attrs.header ? 'th' : 'td', 0],
    },
    text: { group: 'inline' },
    hard_break: { inline: true, group: 'inline', selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
    reference: {
      attrs: { text: {} },
      inline: true,
      group: 'inline',
      atom: true,
      parseDOM: [
        { tag: '[data-reference-type]', priority: 60, getAttrs: link => ({ text: writtenAs(link) }) },
        { tag: 'span.gl-label', priority: 60, getAttrs: label => ({ text: writtenAs(label) }) },
      ],
      toDOM: node => ['span', { class: 'gl-text-link' }, node.attrs.text],
    },
  },
  marks: {
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    strike: { parseDOM: [{ tag: 's' }, { tag: 'del' }], toDOM: () => ['s', 0] },
    link: {
      attrs: { href: {}, title: { default: null } },
      inclusive: false,
      parseDOM: [
        { tag: 'a[href]', getAttrs: link => ({ href: link.getAttribute('href'), title: link.getAttribute('title') }) },
      ],
      toDOM: mark => ['a', mark.attrs, 0],
    },
    code: { code: true, parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
  },
});

/** A document from HTML that the server rendered, or that was pasted. Buttons and drawings in it are left out. */
export function parseHtml(html: string): DocumentNode {
  const { body } = new globalThis.DOMParser().parseFromString(html, 'text/html');
  for (const extra of body.querySelectorAll('copy-code, button, svg')) extra.remove();
  return DOMParser.fromSchema(schema).parse(body);
}

/** GitLab marks a block without language as plaintext. */
function languageOf(pre: HTMLElement): string {
  const language = pre.dataset.canonicalLang ?? pre.getAttribute('lang') ?? '';
  return language === 'plaintext' ? '' : language;
}

function checkedOf(item: HTMLElement): boolean | null {
  return (
    item.querySelector<HTMLInputElement>(':scope > input[type=checkbox], :scope > p > input[type=checkbox]')?.checked ??
    null
  );
}

function writtenAs(element: HTMLElement): string {
  const source = element.matches('[data-original]') ? element : element.querySelector('[data-original]');
  return source?.getAttribute('data-original') ?? element.textContent ?? '';
}
