import type { PropType } from 'vue';
import { computed, defineComponent } from 'vue';
import { timeAgo } from '../time';
import type { Label, WorkItem } from '../types';
import { idOf, widget } from '../types';

/**
 * A row of the list of issues in GitLab 16: no overlay link, no hook of tests at the link, labels in a paragraph of their
 * own, and a closed one has a class.
 */
export const OlderIssuableItem = defineComponent({
  props: { item: { type: Object as PropType<WorkItem>, required: true } },
  setup: props => ({
    labels: computed(() => widget(props.item, 'LABELS')?.labels?.nodes ?? []),
    labelIds: computed(() =>
      JSON.stringify((widget(props.item, 'LABELS')?.labels?.nodes ?? []).map(label => Number(idOf(label.id)))),
    ),
    path: computed(() => new URL(props.item.webUrl).pathname),
    idOf,
    timeAgo,
    linkOf: (label: Label) => `?label_name[]=${encodeURIComponent(label.title)}`,
  }),
  template: `
    <li :id="'issuable_' + idOf(item.id)" :data-labels="labelIds" :data-qa-issue-id="idOf(item.id)"
      class="issue !gl-flex !gl-px-5" :class="{ closed: item.state === 'CLOSED' }">
      <div class="issuable-main-info">
        <div data-testid="issuable-title" class="issue-title title"><gl-icon v-if="item.confidential" name="eye-slash"
          aria-label="Confidential"></gl-icon><a :href="path" dir="auto" data-qa-selector="issuable_title_link"
          class="gl-link issue-title-text">{{ item.title }}</a></div>
        <div class="issuable-info">
          <span data-testid="issuable-reference" class="issuable-reference">{{ item.reference }}</span>
          <span aria-hidden="true">·</span> <span class="issuable-authored gl-mr-3">created <span
            data-testid="issuable-created-at">{{ timeAgo(item.createdAt) }}</span> by <a :href="item.author.webPath"
            data-testid="issuable-author" class="gl-link author-link js-user-link"><span
            class="author">{{ item.author.name }}</span></a></span>
          <p v-if="labels.length" role="group" aria-label="Labels" class="gl-mb-0 gl-mt-1"><gl-label
            v-for="label in labels" :key="label.id" :title="label.title" :color="label.color"
            :text-color="label.textColor" :target="linkOf(label)" class="gl-ml-2"></gl-label></p>
        </div>
      </div>
      <div class="issuable-meta"><ul class="controls"><li v-if="item.state === 'CLOSED'"
        class="issuable-status">Closed</li></ul><div data-testid="issuable-timestamp"
        class="gl-text-subtle">updated {{ timeAgo(item.updatedAt) }}</div></div>
    </li>
  `,
});
