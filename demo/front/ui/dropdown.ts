import { defineComponent, ref } from 'vue';

let lastId = 0;

const panel = `
  <div class="gl-new-dropdown-container"><div :id="'base-dropdown-' + id" data-testid="base-dropdown-menu"
    class="gl-new-dropdown-panel !gl-w-31" :class="open ? '!gl-block' : ''">
    <div class="gl-new-dropdown-inner">
`;

const button = `
  <button :id="'dropdown-toggle-btn-' + id" type="button" data-testid="base-dropdown-toggle"
    :aria-controls="'base-dropdown-' + id" :aria-expanded="String(open)"
    class="btn gl-button btn-default gl-new-dropdown-toggle" :class="['btn-' + size, category === 'primary' ? '' : 'btn-default-' + category, icon ? 'gl-new-dropdown-icon-only btn-icon' : '', noCaret ? 'gl-new-dropdown-toggle-no-caret' : '']"
    @click="toggle">
    <gl-icon v-if="icon" :name="icon" class="gl-button-icon"></gl-icon>
    <span class="gl-button-text"><span data-testid="base-dropdown-span" class="gl-new-dropdown-button-text"
      :class="icon ? 'gl-sr-only' : ''">{{ toggleText }}</span>
      <gl-icon v-if="!noCaret" name="chevron-down" class="gl-new-dropdown-chevron gl-button-icon"></gl-icon></span>
  </button>
`;

const toggleProps = {
  toggleText: { type: String, required: true },
  icon: { type: String, default: '' },
  size: { type: String, default: 'md' },
  category: { type: String, default: 'primary' },
  noCaret: { type: Boolean, default: false },
} as const;

/** Opening, closing and moving with the arrow keys, the same for menus and list boxes. */
function useDropdown() {
  const open = ref(false);
  const root = ref<HTMLElement>();
  const focusItem = (step: number): void => {
    const items = [...(root.value?.querySelectorAll<HTMLElement>('.gl-new-dropdown-item') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    items[(at + step + items.length) % items.length]?.focus();
  };
  const close = (): void => {
    open.value = false;
  };
  const leave = (event: KeyboardEvent): void => {
    if (!open.value) return;
    event.stopPropagation();
    close();
    root.value?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
  };
  const toggle = (): void => {
    open.value = !open.value;
  };
  return { id: ++lastId, open, root, focusItem, close, leave, toggle };
}

const keys = `@keydown.down.prevent="focusItem(1)" @keydown.up.prevent="focusItem(-1)" @keydown.esc="leave"`;

/** A menu of actions. Items: `{ text, action, testid?, danger? }`. */
export const GlDisclosureDropdown = defineComponent({
  props: { ...toggleProps, items: { type: Array, required: true } },
  setup: () => useDropdown(),
  template: `
    <div ref="root" v-outside="close" class="gl-disclosure-dropdown gl-new-dropdown" ${keys}>
      ${button}${panel}
        <ul :aria-labelledby="'dropdown-toggle-btn-' + id" data-testid="disclosure-content" tabindex="-1"
          class="gl-new-dropdown-contents">
          <li v-for="item in items" :key="item.text" tabindex="0"
            :data-testid="item.testid || 'disclosure-dropdown-item'" class="gl-new-dropdown-item"
            :class="item.danger ? 'gl-new-dropdown-item-danger' : ''" @click="close(); item.action()" @keydown.enter.space.prevent="close(); item.action()">
            <button tabindex="-1" type="button" class="gl-new-dropdown-item-content"><span
              class="gl-new-dropdown-item-text-wrapper">{{ item.text }}</span></button>
          </li>
        </ul>
      </div></div></div>
    </div>
  `,
});

/** A choice of one. Items: `{ text, value }`; emits `select` with the value. */
export const GlCollapsibleListbox = defineComponent({
  props: { ...toggleProps, items: { type: Array, required: true }, selected: { type: String, default: '' } },
  setup: () => useDropdown(),
  template: `
    <div ref="root" v-outside="close" class="gl-new-dropdown" ${keys}>
      ${button}${panel}
        <ul :id="'listbox-' + id" :aria-labelledby="'dropdown-toggle-btn-' + id" role="listbox"
          class="gl-new-dropdown-contents">
          <li v-for="item in items" :key="item.value" role="option" tabindex="-1"
            :aria-selected="String(item.value === selected)" class="gl-new-dropdown-item"
            :data-testid="'listbox-item-' + item.value" @click="close(); $emit('select', item.value)" @keydown.enter.space.prevent="close(); $emit('select', item.value)">
            <span class="gl-new-dropdown-item-content"><gl-icon name="check" data-testid="dropdown-item-checkbox"
              class="gl-new-dropdown-item-check-icon" :class="item.value === selected ? '' : 'gl-invisible'"></gl-icon>
              <span class="gl-new-dropdown-item-text-wrapper">{{ item.text }}</span></span>
          </li>
        </ul>
      </div></div></div>
    </div>
  `,
});
