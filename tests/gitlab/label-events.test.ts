import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchLabelEvents, type LabelEvent, labelledSince } from '../../gitlab/label-events';

const event = (id: number, day: number, action: LabelEvent['action'], name: string | undefined): LabelEvent => ({
  id,
  created_at: `2026-11-${String(day).padStart(2, '0')}T10:00:00Z`,
  action,
  label: name === undefined ? null : { name },
});
const isMeant = (title: string) => title.startsWith('workflow::in ');

describe('since when an issue has a label', () => {
  it.each<[string, LabelEvent[], number | undefined]>([
    ['never had it', [event(1, 1, 'add', 'backend')], undefined],
    ['has it', [event(1, 3, 'add', 'workflow::in dev')], 3],
    ['lost it', [event(1, 3, 'add', 'workflow::in dev'), event(2, 4, 'remove', 'workflow::in dev')], undefined],
    [
      'has it again',
      [
        event(1, 3, 'add', 'workflow::in dev'),
        event(2, 4, 'remove', 'workflow::in dev'),
        event(3, 9, 'add', 'workflow::in dev'),
      ],
      9,
    ],
    [
      'changed from one to another of them',
      [
        event(1, 3, 'add', 'workflow::in dev'),
        event(2, 9, 'add', 'workflow::in review'),
        event(3, 9, 'remove', 'workflow::in dev'),
      ],
      3,
    ],
    ['a label that was deleted', [event(1, 3, 'add', undefined)], undefined],
  ])('%s', (_, events, day) => {
    expect(labelledSince(events, isMeant)).toBe(day === undefined ? undefined : event(0, day, 'add', '').created_at);
  });
});

describe('reading them', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('asks page by page and sorts what GitLab gives in no order', async () => {
    const asked: string[] = [];
    const first = Array.from({ length: 99 }, (_, index) => event(index + 10, 20, 'add', `label ${index}`));
    vi.stubGlobal('fetch', async (url: string) => {
      asked.push(url);
      // GitLab takes away what the person may not see after it has cut the pages: a full one may hold fewer.
      return url.endsWith('&page=1')
        ? new Response(JSON.stringify(first), { headers: { 'X-Next-Page': '2' } })
        : new Response(JSON.stringify([event(1, 2, 'add', 'old')]), { headers: { 'X-Next-Page': '' } });
    });
    const item = { instance: { origin: 'https://gitlab.com', root: '' }, path: 'g/p', iid: '7' };
    const events = await fetchLabelEvents(item, new AbortController().signal);
    expect(asked).toEqual([
      'https://gitlab.com/api/v4/projects/g%2Fp/issues/7/resource_label_events?per_page=100&page=1',
      'https://gitlab.com/api/v4/projects/g%2Fp/issues/7/resource_label_events?per_page=100&page=2',
    ]);
    expect(events).toHaveLength(100);
    expect(events[0]?.label?.name).toBe('old');
  });
});
