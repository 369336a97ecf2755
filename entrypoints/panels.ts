import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { fold } from '../features/folded-updates/fold';
import { Reason, reasonCss } from '../features/priority-badges/Reason';
import { provide } from '../features/scripts';
import { composer } from '../features/status-comment/composer';
import { History } from '../features/status-comment/history/History';
import { EntryForm } from '../features/status-comment/merge-request/EntryForm';
import { entryComposer } from '../features/status-comment/merge-request/entry';
import { StatusForm } from '../features/status-comment/StatusForm';
import { ScalePanel, scalePanelCss } from '../features/weight-guidance/ScalePanel';
import { weightSetter } from '../features/weight-guidance/setter';
import { offerPromoted } from '../features/weight-guidance/split/promoted';
import { splitter } from '../features/weight-guidance/split/splitter';
import { guideTracks } from '../features/weight-guidance/tracks/tracks';

export default defineUnlistedScript(() => {
  provide('panels', {
    Reason,
    reasonCss,
    ScalePanel,
    scalePanelCss,
    weightSetter,
    splitter,
    offerPromoted,
    guideTracks,
    StatusForm,
    History,
    fold,
    composer,
    EntryForm,
    entryComposer,
  });
});
