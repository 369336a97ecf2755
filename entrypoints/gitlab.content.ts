import { defineContentScript } from 'wxt/utils/define-content-script';
import '../features/shared';
import { takeOver } from '../features/life';
import { answerMessages } from '../features/page-answer';
import { followRepositories } from '../features/repository-profiles';
import { runFeatures } from '../features/run';
import { load } from '../features/scripts';
import { followProfiles } from '../settings/profiles';
import { followSettings } from '../settings/settings';

export default defineContentScript({
  matches: ['https://gitlab.com/*'],
  noScriptStartedPostMessage: true,
  async main(context) {
    const signal = takeOver(context.signal);
    try {
      await Promise.all([followSettings(signal), followProfiles(profileReader, signal)]);
      runFeatures(signal);
      answerMessages(signal);
      followRepositories(signal);
    } catch (error) {
      console.error('Handrail could not start on this page.', error);
    }
  },
});

const profileReader = async () => (await load('profiles')).readProfile;
