import { computed, defineComponent } from 'vue';

const colors = ['#c9a63e', '#48c78e', '#5b4fcf', '#4f9fcf', '#d1506b', '#7cc43f', '#c74ec9', '#cf7a3e'];

/** The picture of a user who uploaded none: initial on a colour of the name. */
export function avatarOf(name: string): string {
  const sum = [...name].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="${colors[sum % colors.length]}"/><text x="16" y="22" font-family="sans-serif" font-size="16" fill="#fff" text-anchor="middle">${name.charAt(0)}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(drawing)}`;
}

export const GlAvatar = defineComponent({
  props: { name: { type: String, required: true }, size: { type: Number, default: 24 } },
  setup: props => ({ src: computed(() => avatarOf(props.name)) }),
  template: `<img :src="src" alt="" :width="size" :height="size" class="gl-avatar gl-avatar-circle"
    :class="'gl-avatar-s' + size">`,
});
