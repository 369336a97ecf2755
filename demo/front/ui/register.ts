import Vue from 'vue';
import { GlAvatar } from './avatar';
import { StatusBadge, WorkItemTypeIcon } from './badges';
import { GlButton } from './button';
import { CrudComponent } from './crud';
import { GlCollapsibleListbox, GlDisclosureDropdown } from './dropdown';
import { GlIcon } from './icon';
import { GlLabel } from './label';
import { outside } from './outside';
import { TimeAgo } from './time-ago';

/** Makes the small parts known to every template. */
export function registerParts(): void {
  Vue.config.productionTip = false;
  Vue.directive('outside', outside);
  const parts = {
    GlIcon,
    GlButton,
    GlLabel,
    GlAvatar,
    GlDisclosureDropdown,
    GlCollapsibleListbox,
    TimeAgo,
    StatusBadge,
    WorkItemTypeIcon,
    CrudComponent,
  };
  for (const [name, part] of Object.entries(parts)) Vue.component(name, part);
}
