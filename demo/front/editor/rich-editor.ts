import { toggleMark } from 'prosemirror-commands';
import { history } from 'prosemirror-history';
import { wrapInList } from 'prosemirror-schema-list';
import type { Command } from 'prosemirror-state';
import { EditorState, Selection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { defineComponent, onBeforeUnmount, onMounted, ref, watch } from 'vue';
import { previewMarkdown } from '../graphql';
import { editorKeys } from './keys';
import { pasteMarkdown } from './paste';
import { parseHtml, schema } from './schema';
import { serialize } from './serializer';

const { nodes, marks } = schema;

const tools: { icon: string; title: string; command: Command }[] = [
  { icon: 'bold', title: 'Bold text', command: toggleMark(marks.strong) },
  { icon: 'italic', title: 'Italic text', command: toggleMark(marks.em) },
  { icon: 'strikethrough', title: 'Strikethrough', command: toggleMark(marks.strike) },
  { icon: 'code', title: 'Code', command: toggleMark(marks.code) },
  { icon: 'list-bulleted', title: 'Bullet list', command: wrapInList(nodes.bullet_list) },
  { icon: 'list-numbered', title: 'Ordered list', command: wrapInList(nodes.ordered_list) },
];

/** The rich-text editor. `value` is Markdown; emits `input` with the serialised document after every change. */
export const ContentEditor = defineComponent({
  props: {
    value: { type: String, required: true },
    fullPath: { type: String, required: true },
    placeholder: { type: String, default: '' },
    autofocus: Boolean,
  },
  setup(props, { emit }) {
    const box = ref<HTMLElement>();
    const isEmpty = ref(true);
    let view: EditorView | undefined;
    let serialized = '';

    const render = (markdown: string): Promise<string> => previewMarkdown(props.fullPath, markdown);
    const plugins = [...editorKeys(() => emit('submit')), pasteMarkdown(render), history({ newGroupDelay: 500 })];
    async function load(markdown: string): Promise<void> {
      const document = markdown ? parseHtml(await render(markdown)) : undefined;
      if (!view) return;
      const state = EditorState.create(document ? { doc: document, plugins } : { schema, plugins });
      view.updateState(state.apply(state.tr.setSelection(Selection.atEnd(state.doc))));
      isEmpty.value = !document;
    }
    onMounted(() => {
      if (!box.value) return;
      view = new EditorView(box.value, {
        state: EditorState.create({ schema, plugins }),
        attributes: {
          class: 'tiptap rte-text-box',
          'aria-label': 'Rich text editor',
          'aria-controls': 'content-editor-suggestions',
          tabindex: '0',
        },
        dispatchTransaction(transaction) {
          if (!view) return;
          view.updateState(view.state.apply(transaction));
          if (!transaction.docChanged) return;
          serialized = serialize(view.state.doc);
          isEmpty.value = view.state.doc.textContent === '' && view.state.doc.childCount === 1;
          emit('input', serialized);
        },
      });
      serialized = props.value;
      void load(props.value).then(() => props.autofocus && view?.focus());
    });
    watch(
      () => props.value,
      value => {
        if (value === serialized) return;
        serialized = value;
        void load(value);
      },
    );
    onBeforeUnmount(() => view?.destroy());
    return {
      box,
      isEmpty,
      tools,
      run(command: Command) {
        if (!view) return;
        view.focus();
        command(view.state, view.dispatch, view);
      },
    };
  },
  template: `
    <div data-testid="content-editor">
      <div data-testid="content-editor-header"><div data-testid="formatting-toolbar" role="toolbar"
        aria-label="Editor toolbar"
        class="gl-border-b gl-flex gl-w-full gl-flex-wrap gl-items-center gl-gap-y-2 gl-rounded-t-base gl-border-default gl-px-3 gl-py-3">
        <gl-button v-for="tool in tools" :key="tool.icon" :icon="tool.icon" size="sm" category="tertiary"
          :title="tool.title" :aria-label="tool.title" class="gl-mr-2" @mousedown.prevent
          @click="run(tool.command)"></gl-button>
      </div></div>
      <div class="gl-relative">
        <div v-if="isEmpty"
          class="gl-absolute gl-px-5 gl-pt-4 gl-text-disabled gl-pointer-events-none">{{ placeholder }}</div>
        <div ref="box" data-testid="content_editor_editablebox" class="md !gl-static"></div>
      </div>
      <div data-testid="content-editor-footer"
        class="gl-border-t gl-flex gl-flex-row gl-items-center gl-justify-between gl-rounded-bl-base gl-rounded-br-base gl-border-default gl-px-2">
        <slot name="switcher"></slot>
        <gl-button href="/help/user/markdown" icon="markdown-mark" size="sm" category="tertiary"
          title="Markdown is supported" aria-label="Markdown is supported" class="!gl-px-3"></gl-button>
      </div>
    </div>
  `,
});
