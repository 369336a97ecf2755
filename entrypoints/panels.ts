import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Reason, reasonCss } from '../features/priority-badges/Reason';
import { composer } from '../features/status-comment/composer';
import { StatusForm } from '../features/status-comment/StatusForm';
import { ScalePanel, scalePanelCss } from '../features/weight-guidance/ScalePanel';

export default defineUnlistedScript(() => {
  globalThis.handrailPanels = { Reason, reasonCss, ScalePanel, scalePanelCss, StatusForm, composer };
});
