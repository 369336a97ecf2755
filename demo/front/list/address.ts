import { computed } from 'vue';
import { replace, route } from '../router';

export type Sort = { value: string; text: string };

/** Tab, sort order, search, filters and page of a list as its address names them, and ways to change them. */
export function useListAddress(sorts: Sort[]) {
  const query = computed(() => {
    const address = new URLSearchParams(route.search);
    const [, field = 'CREATED', direction = 'DESC'] =
      /^(.+)_(ASC|DESC)$/.exec((address.get('sort') ?? '').toUpperCase()) ?? [];
    return {
      state: address.get('state') ?? 'opened',
      field: sorts.some(sort => sort.value === field) ? field : 'CREATED',
      direction,
      search: address.get('search') ?? '',
      labelName: address.getAll('label_name[]'),
      assignee: address.get('assignee_username') ?? address.get('assignee_username[]'),
      milestoneTitle: address.get('milestone_title'),
      after: address.get('page_after'),
      before: address.get('page_before'),
      size: Number(address.get('first_page_size') ?? 20),
    };
  });
  /** Any change goes back to the first page, unless it names another. */
  function change(changes: Record<string, string | null>): void {
    const address = new URL(location.href);
    for (const name of ['page_after', 'page_before']) address.searchParams.delete(name);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    }
    replace(address.href);
  }
  return { query, change };
}

/** The variables that every list's query has in common. */
export function listVariables(query: ReturnType<typeof useListAddress>['query']['value']): Record<string, unknown> {
  const { state, field, direction, search, labelName, milestoneTitle, after, before, size } = query;
  return {
    state,
    sort: `${field}_${direction}`,
    search: search || null,
    labelName: labelName.length > 0 ? labelName : null,
    milestoneTitle,
    ...(before ? { last: size, before } : { first: size, after }),
  };
}
