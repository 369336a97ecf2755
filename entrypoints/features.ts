import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import '../features/shared';
import { pageAnswer } from '../features/page-answer';
import { followRepositories } from '../features/repository-profiles';
import { runFeatures } from '../features/run';
import { load, provide } from '../features/scripts';
import { askAhead, endAhead } from '../settings/ahead';
import { followProfiles } from '../settings/profiles';
import { followSettings } from '../settings/settings';

export default defineUnlistedScript(() => {
  // The first of ours in this document, unless the starting script was here before and asked for it.
  globalThis.handrailIsNew ??= true;
  provide('features', { run, pageAnswer });
  askAhead();
});

async function run(signal: AbortSignal): Promise<void> {
  const reader = () => load('stored');
  await Promise.all([followSettings(reader, signal), followProfiles(reader, signal)]);
  endAhead();
  runFeatures(signal);
  followRepositories(signal);
}
