import { signal } from '@preact/signals';
import { parts } from '../../gitlab/anchors';
import { type Item, inSameItem } from '../../gitlab/items';
import { fetchDevelopment, fetchMergeRequests, type MergeRequest, mergeRequestsIn } from '../../gitlab/merge-requests';
import { placeOf, referenceOf } from '../../gitlab/references';
import type { FieldProblem, MergeRequestEntry } from '../../handbook/status/values';

/** What is known of the merge requests that the form speaks of. */
export type KnownMergeRequests = {
  /** By the reference as it stands in the entries. */
  readonly known: ReadonlyMap<string, MergeRequest>;
  /** References of those that the item's page or GitLab's answer names, in their order. */
  readonly own: readonly string[];
  /** References that GitLab does not know. */
  readonly missing: ReadonlySet<string>;
  /** How many people the item is assigned to; `undefined` until GitLab has answered. */
  readonly assignees: number | undefined;
  /** Why GitLab did not say more. */
  readonly failure: string | undefined;
};

/**
 * Finds the merge requests of one item, and those that a person names.
 *
 * @param form GitLab's `.js-comment-form` of the item.
 */
export function mergeRequestFinder(item: Item, form: Element, present: AbortSignal) {
  const { instance, path } = item;
  const state = signal<KnownMergeRequests>({
    known: new Map(),
    own: [],
    missing: new Set(),
    assignees: undefined,
    failure: undefined,
  });
  const pending = new Map<string, Promise<void>>();

  function learn(found: readonly MergeRequest[], part: Partial<KnownMergeRequests> = {}): void {
    const known = new Map(state.value.known);
    for (const one of found) known.set(referenceOf(one, path), one);
    state.value = { ...state.value, ...part, known };
  }

  /** Reads the page at once, and asks GitLab for what the page does not say: one request. */
  async function find(): Promise<void> {
    const section = inSameItem(form, parts.development);
    const shown = section ? mergeRequestsIn(section) : [];
    const own = shown.map(one => referenceOf(one, path));
    // What GitLab has answered before says more than the page.
    learn(
      shown.filter(one => !state.value.known.has(referenceOf(one, path))),
      { own: [...new Set([...state.value.own, ...own])] },
    );
    try {
      const { mergeRequests, assignees } = await fetchDevelopment(item, present);
      const refs = [...own, ...mergeRequests.map(one => referenceOf(one, path))];
      learn(mergeRequests, { own: [...new Set(refs)], assignees, failure: undefined });
    } catch (error) {
      if (!present.aborted) state.value = { ...state.value, failure: reasonOf(error) };
    }
  }

  /** Asks GitLab for merge requests that it has not spoken of yet, one request for each project. */
  async function lookUp(refs: readonly string[]): Promise<void> {
    const byProject = new Map<string, string[]>();
    for (const ref of new Set(refs)) {
      const place = placeOf(ref, path, instance);
      if (!place || state.value.known.has(ref) || state.value.missing.has(ref) || pending.has(ref)) continue;
      byProject.set(place.path, [...(byProject.get(place.path) ?? []), place.iid]);
    }
    for (const [project, iids] of byProject) {
      const asked = iids.map(iid => referenceOf({ path: project, iid }, path));
      const request = fetchMergeRequests(instance, project, iids, present)
        .then(found => {
          learn(found);
          const absent = asked.filter(ref => !state.value.known.has(ref));
          state.value = { ...state.value, missing: new Set([...state.value.missing, ...absent]) };
        })
        // Not knowing is no reason to stop anybody: what was typed is written.
        .catch(() => {})
        .finally(() => {
          for (const ref of asked) pending.delete(ref);
        });
      for (const ref of asked) pending.set(ref, request);
    }
    await Promise.all(refs.map(ref => pending.get(ref)));
  }

  /** How a comment on this item writes what was typed or pasted; as typed when it is no merge request. */
  function normal(typed: string): string {
    const place = placeOf(typed, path, instance);
    return place ? referenceOf(place, path) : typed;
  }

  /** What stands against these entries besides their form: they do not exist, or are there twice. */
  function problemsIn(field: string, entries: readonly MergeRequestEntry[]): FieldProblem[] {
    const refs = entries.map(({ ref }) => normal(ref.trim()));
    return refs.flatMap((ref, index): FieldProblem[] => {
      const at = `${field}.${index}.ref`;
      if (state.value.missing.has(ref)) return [{ field: at, message: `There is no merge request ${ref} here.` }];
      if (ref !== '' && refs.indexOf(ref) < index) return [{ field: at, message: `${ref} is in the list already.` }];
      return [];
    });
  }

  return { state, find, lookUp, normal, problemsIn };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
