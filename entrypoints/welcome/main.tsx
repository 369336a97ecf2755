import { render } from 'preact';
import { Welcome } from './Welcome';
import '../../components/tokens.css';
import '../../components/controls.css';
import '../options/options.css';
import './welcome.css';

const root = document.getElementById('welcome');
if (root) render(<Welcome />, root);
