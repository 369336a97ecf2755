import { defaultMarkdownSerializer, MarkdownSerializer } from 'prosemirror-markdown';
import type { Node as DocumentNode } from 'prosemirror-model';

const { nodes, marks } = defaultMarkdownSerializer;

const serializer = new MarkdownSerializer(
  {
    ...nodes,
    text(state, node, _parent, index) {
      // `~label` is GitLab's own syntax: its tilde stays bare, other special characters are escaped.
      const escaped = state.esc(node.text ?? '', index === 0);
      state.text(escaped.replace(/(?<!~)\\~(?=["\w])/g, '~'), false);
    },
    bullet_list(state, node) {
      state.renderList(node, '  ', () => '* ');
    },
    list_item(state, node) {
      if (node.attrs.checked !== null) state.write(node.attrs.checked ? '[x] ' : '[ ] ');
      state.renderContent(node);
    },
    table(state, node) {
      node.forEach((row, _, at) => {
        state.write(
          `|${cells(row)
            .map(cell => ` ${cell} |`)
            .join('')}\n`,
        );
        if (at === 0)
          state.write(
            `|${cells(row)
              .map(cell => `${'-'.repeat(Math.max(cell.length, 1) + 2)}|`)
              .join('')}\n`,
          );
      });
      state.closeBlock(node);
    },
    reference(state, node) {
      state.text(node.attrs.text, false);
    },
  },
  { ...marks, strike: { open: '~~', close: '~~', mixable: true, expelEnclosingWhitespace: true } },
);

/** Markdown as GitLab's editor writes it: `*` bullets, a break as backslash and newline, references as they were. */
export function serialize(document: DocumentNode): string {
  return serializer.serialize(document, { tightLists: true }).replace(/^\n+|\n+$/g, '');
}

function cells(row: DocumentNode): string[] {
  const texts: string[] = [];
  row.forEach(cell => {
    texts.push(serializer.serialize(cell).replaceAll('|', String.raw`\|`));
  });
  return texts;
}
