import type { Node as DocumentNode } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { parseHtml } from './schema';

/**
 * Pasting as GitLab's rich-text editor does it. A paste without text/plain is none of ours. HTML is read at once;
 * text is taken for Markdown, rendered by the server, and arrives later at the selection of that moment.
 */
export function pasteMarkdown(render: (markdown: string) => Promise<string>): Plugin {
  return new Plugin({
    props: {
      handlePaste(view, event) {
        const data = event.clipboardData;
        const plain = data?.getData('text/plain');
        if (!data || !plain) return false;
        if (view.state.selection.$from.parent.type.spec.code) {
          view.dispatch(view.state.tr.insertText(plain));
          return true;
        }
        const html = data.getData('text/html');
        if (html) insert(view, parseHtml(html));
        else void insertRendered(view, render(data.getData('text/x-gfm') || plain));
        return true;
      },
    },
  });
}

async function insertRendered(view: EditorView, rendered: Promise<string>): Promise<void> {
  const html = await rendered.catch(() => undefined);
  if (html !== undefined && !view.isDestroyed) insert(view, parseHtml(html));
}

/** One paragraph is merged into the paragraph of the caret; anything else goes below it. */
function insert(view: EditorView, document: DocumentNode): void {
  const { selection, tr } = view.state;
  const { firstChild } = document;
  if (document.childCount === 1 && firstChild?.type.name === 'paragraph') {
    view.dispatch(tr.replaceWith(selection.from, selection.to, firstChild.content).scrollIntoView());
    return;
  }
  const { $from } = selection;
  if (selection.empty && $from.parent.content.size === 0 && $from.depth > 0)
    view.dispatch(tr.replaceWith($from.before(), $from.after(), document.content).scrollIntoView());
  else view.dispatch(tr.replaceWith(selection.from, selection.to, document.content).scrollIntoView());
}
