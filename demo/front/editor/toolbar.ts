import { defineComponent } from 'vue';

type Tool = { icon: string; title: string; before: string; after: string; block: boolean };

const tool = (icon: string, title: string, before: string, after = before, block = false): Tool => ({
  icon,
  title,
  before,
  after,
  block,
});

const groups: Tool[][] = [
  [
    tool('bold', 'Add bold text (Ctrl+B)', '**'),
    tool('italic', 'Add italic text (Ctrl+I)', '_'),
    tool('strikethrough', 'Add strikethrough text (Ctrl+Shift+X)', '~~'),
  ],
  [
    tool('quote', 'Insert a quote', '> ', '', true),
    tool('code', 'Insert code', '`'),
    tool('link', 'Add a link (Ctrl+K)', '[', '](url)'),
    tool('list-bulleted', 'Add a bullet list', '- ', '', true),
    tool('list-numbered', 'Add a numbered list', '1. ', '', true),
    tool('list-task', 'Add a checklist', '- [ ] ', '', true),
  ],
  [
    tool('table', 'Insert table', '| header | header |\n| ------ | ------ |\n|        |        |\n', '', true),
    tool('quick-actions', 'Add a quick action', '/', '', true),
  ],
];

/** The plain editor's toolbar. It is destroyed with that editor on switching to rich text. Emits `wrap`. */
export const MarkdownHeader = defineComponent({
  props: { previewing: Boolean },
  setup: () => ({ groups }),
  template: `
    <div data-testid="header-container"><div
      class="md-header gl-border-b gl-z-2 gl-rounded-lg gl-rounded-b-none gl-border-default gl-px-3"
      data-testid="markdownHeader">
      <div class="gl-flex gl-flex-wrap gl-items-center"><div data-testid="md-header-toolbar"
        class="md-header-toolbar gl-flex gl-grow gl-items-start gl-gap-y-2 gl-py-3">
        <div role="toolbar" aria-label="Editor toolbar" class="gl-flex gl-grow gl-flex-wrap gl-gap-y-2">
          <gl-button size="sm" category="tertiary" data-testid="preview-toggle" :value="previewing ? 'preview' : 'edit'"
            title="Preview (Shift+Ctrl+P)" class="js-md-preview-button !gl-font-normal"
            @click="$emit('preview')">{{ previewing ? 'Continue editing' : 'Preview' }}</gl-button>
          <template v-if="!previewing"><div v-for="(group, at) in groups" :key="at" class="gl-flex gl-gap-y-2">
            <div class="gl-flex gl-py-2"><div class="gl-border-l gl-ml-2 gl-pl-3"></div></div>
            <gl-button v-for="one in group" :key="one.icon" :icon="one.icon" size="sm" category="tertiary"
              :title="one.title" :aria-label="one.title" :data-md-tag="one.before" class="js-md gl-mr-2"
              @click="$emit('wrap', one)"></gl-button>
          </div></template>
        </div>
      </div></div>
    </div></div>
  `,
});
