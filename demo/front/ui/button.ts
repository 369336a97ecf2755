import { computed, defineComponent } from 'vue';

/** GitLab's button, a link when `href` is given. With `icon` and no slot it is an icon button. */
export const GlButton = defineComponent({
  props: {
    variant: { type: String, default: 'default' },
    category: { type: String, default: 'primary' },
    size: { type: String, default: 'md' },
    icon: { type: String, default: '' },
    href: { type: String, default: undefined },
    disabled: { type: Boolean, default: false },
    loading: { type: Boolean, default: false },
    textClasses: { type: String, default: '' },
  },
  setup(props, { slots, listeners }) {
    const classes = computed(() => [
      'btn',
      'gl-button',
      `btn-${props.variant}`,
      `btn-${props.size}`,
      props.category === 'primary' ? '' : `btn-${props.variant}-${props.category}`,
      props.icon && !slots.default ? 'btn-icon' : '',
      props.disabled || props.loading ? 'disabled' : '',
    ]);
    return { classes, slots, listeners };
  },
  template: `
    <component :is="href === undefined ? 'button' : 'a'" :type="href === undefined ? 'button' : undefined" :href="href"
      :disabled="href === undefined && (disabled || loading)" :class="classes" v-on="listeners">
      <span v-if="loading" class="gl-button-icon gl-button-loading-indicator gl-spinner-container" role="status"
        aria-label="Loading"><span class="gl-spinner gl-spinner-dark gl-spinner-sm !gl-align-text-bottom"></span></span>
      <gl-icon v-if="icon && !loading" :name="icon" class="gl-button-icon"></gl-icon>
      <span v-if="slots.default" class="gl-button-text" :class="textClasses"><slot></slot></span>
    </component>
  `,
});
