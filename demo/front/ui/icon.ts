import { computed, defineComponent } from 'vue';
import type { Icon } from '../icon-paths';

declare const __ICON_PATHS__: Record<string, Icon>;

/** An icon of GitLab's sprite, drawn in place. */
export const GlIcon = defineComponent({
  props: { name: { type: String, required: true }, size: { type: Number, default: 16 } },
  setup: props => ({ icon: computed(() => __ICON_PATHS__[props.name] ?? { viewBox: '0 0 16 16', paths: '' }) }),
  template: `
    <svg :data-testid="name + '-icon'" :viewBox="icon.viewBox" role="img" aria-hidden="true"
      :class="['gl-icon', 's' + size, 'gl-fill-current']" v-html="icon.paths"></svg>
  `,
});
