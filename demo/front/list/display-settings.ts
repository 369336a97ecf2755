import Vue, { computed, defineComponent } from 'vue';

/** What a row can leave out, by GitLab's names. */
const metadata = [
  ['assignee', 'Assignee'],
  ['labels', 'Labels'],
  ['weight', 'Weight'],
  ['milestone', 'Milestone'],
  ['health', 'Health'],
  ['status', 'Status'],
  ['comments', 'Comments'],
];

/* GitLab keeps the choice in the user's preferences; here it lasts as long as the document. */
const settings = Vue.observable({ keys: [] as string[] });

/** The fields that the user's display settings take out of the rows. */
export function useHiddenMetadata(): { keys: string[] } {
  return settings;
}

/** The menu of a list's display settings. */
export const DisplaySettings = defineComponent({
  setup: () => ({
    items: computed(() =>
      metadata.map(([key = '', text = '']) => ({
        text: `${settings.keys.includes(key) ? 'Show' : 'Hide'} ${text.toLowerCase()}`,
        testid: `work-item-metadata-${key}`,
        action: () => {
          settings.keys = settings.keys.includes(key)
            ? settings.keys.filter(one => one !== key)
            : [...settings.keys, key];
        },
      })),
    ),
  }),
  template: `
    <gl-disclosure-dropdown data-testid="display-settings" toggle-text="Display options" icon="preferences"
      category="tertiary" no-caret :items="items"></gl-disclosure-dropdown>
  `,
});
