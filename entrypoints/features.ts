import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import '../features/shared';
import { pageAnswer } from '../features/page-answer';
import { followRepositories } from '../features/repository-profiles';
import { runFeatures } from '../features/run';
import { load, provide } from '../features/scripts';
import { followProfiles } from '../settings/profiles';
import { followSettings } from '../settings/settings';

export default defineUnlistedScript(() => {
  // The first of ours in this document, unless the starting script was here before and asked for it.
  globalThis.handrailIsNew ??= true;
  provide('features', { run, pageAnswer });
});

async function run(signal: AbortSignal): Promise<void> {
  const reader = () => load('stored');
  await Promise.all([followSettings(reader, signal), followProfiles(reader, signal)]);
  runFeatures(signal);
  followRepositories(signal);
}
