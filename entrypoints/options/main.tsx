import { render } from 'preact';
import { followLibrary } from '../../settings/library';
import { followSettings } from '../../settings/settings';
import { followSites } from '../../settings/sites';
import * as stored from '../../settings/stored';
import { Options } from './Options';
import '../../components/tokens.css';
import '../../components/controls.css';
import '../../components/fields.css';
import '../../components/badge.css';
import './options.css';
import './profiles.css';

const root = document.getElementById('options');
await Promise.all([followSettings(async () => stored, new AbortController().signal), followLibrary(), followSites()]);
if (root) render(<Options />, root);
