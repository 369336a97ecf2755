import { render } from 'preact';
import { browser } from 'wxt/browser';
import { followSettings } from '../../settings/settings';
import { Popup } from './Popup';
import { loadNeeded, loadRest } from './stored-parts';
import { askTab } from './tab';
import '../../components/tokens.css';
import '../../components/controls.css';
import '../../components/fields.css';
import './popup.css';

/** Milliseconds that the tab may take to answer before the popup is shown without. */
const patience = 300;

/** Shows the popup at once as it will stay, so that no switch moves under the pointer. */
async function open(root: HTMLElement): Promise<void> {
  const mark = browser.action.getBadgeText({});
  // What fails is absent; the rest is shown.
  await Promise.allSettled([
    followSettings(() => import('../../settings/stored'), new AbortController().signal),
    loadNeeded(await mark),
    Promise.race([askTab(), new Promise(resolve => setTimeout(resolve, patience))]),
  ]);
  render(<Popup />, root);
  requestAnimationFrame(() => void loadRest());
}

const root = document.getElementById('popup');
if (root) void open(root);
