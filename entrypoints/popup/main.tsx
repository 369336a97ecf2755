import { render } from 'preact';
import { followLibrary } from '../../settings/library';
import { followSettings } from '../../settings/settings';
import * as stored from '../../settings/stored';
import { Popup } from './Popup';
import { askTab } from './tab';
import '../../components/tokens.css';
import '../../components/controls.css';
import './popup.css';

const root = document.getElementById('popup');
if (root) render(<Popup />, root);
void followSettings(async () => stored, new AbortController().signal);
void followLibrary();
void askTab();
