import type { OpenItem } from '../../gitlab/open-items';

/** An open item of `group/project`, without anything but its labels. */
export function open(number: number, labels: string[], more: Partial<OpenItem> = {}): OpenItem {
  return {
    id: `gid://gitlab/WorkItem/${number}`,
    title: `Item ${number}`,
    url: `https://gitlab.com/group/project/-/issues/${number}`,
    reference: `group/project#${number}`,
    isConfidential: false,
    type: 'Issue',
    createdAt: '2026-01-01T00:00:00Z',
    labels,
    weight: null,
    status: undefined,
    milestone: null,
    assignees: [],
    ...more,
  };
}
