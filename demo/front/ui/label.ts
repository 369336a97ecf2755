import { computed, defineComponent } from 'vue';
import { mountData } from '../session';

/**
 * GitLab's label. A title with `::` is split at its last one and drawn in two parts where the plan has scoped labels.
 * No element holds the full title.
 */
export const GlLabel = defineComponent({
  props: {
    title: { type: String, required: true },
    color: { type: String, required: true },
    textColor: { type: String, required: true },
    target: { type: String, default: undefined },
    description: { type: String, default: undefined },
    showCloseButton: { type: Boolean, default: false },
  },
  setup(props) {
    const split = computed(() => (mountData.hasScopedLabelsFeature ? props.title.lastIndexOf('::') : -1));
    return {
      scope: computed(() => (split.value > 0 ? props.title.slice(0, split.value) : props.title)),
      value: computed(() => (split.value > 0 ? props.title.slice(split.value + 2) : '')),
      tone: computed(() =>
        props.textColor.toUpperCase() === '#FFFFFF' ? 'gl-label-text-light' : 'gl-label-text-dark',
      ),
      colors: computed(() => ({
        '--label-background-color': props.color,
        '--label-inset-border': `inset 0 0 0 2px ${props.color}`,
      })),
    };
  },
  template: `
    <span class="gl-label" :class="[value ? 'gl-label-scoped' : '', tone]" :style="colors">
      <component :is="target === undefined ? 'span' : 'a'" :href="target" tabindex="0" :title="description || undefined"
        class="gl-label-link"
        :class="target === undefined ? '' : 'gl-link gl-label-link-underline'" @click="$emit('click', $event)">
        <span class="gl-label-text">{{ scope }}</span>
        <span v-if="value" class="gl-label-text-scoped">{{ value }}</span>
      </component>
      <button v-if="showCloseButton" type="button" aria-label="Remove label"
        class="gl-label-close !gl-p-0 btn gl-button btn-reset btn-sm btn-reset-tertiary"
        @click="$emit('close')"><span class="gl-button-text"><gl-icon name="close-xs"
          :size="12"></gl-icon></span></button>
    </span>
  `,
});
