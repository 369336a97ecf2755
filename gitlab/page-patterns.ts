/** The pages of a GitLab that show items, lists of them or boards, as the paths of match patterns; whatever its root. */
const shown = [
  '/*/-/issues*',
  '/*/-/work_items*',
  '/*/-/incidents*',
  '/*/-/epics*',
  '/*/-/merge_requests*',
  '/*/-/boards*',
  '/*/-/epic_boards*',
  '/*/-/milestones*',
  '/*dashboard/issues*',
  '/*dashboard/merge_requests*',
];

/** Forms and other pages under the same paths. */
const others = [
  '/*/-/merge_requests/new*',
  '/*/-/merge_requests/*/edit*',
  '/*/-/merge_requests/*/conflicts*',
  '/*/-/milestones/new*',
  '/*/-/milestones/*/edit*',
];

/** Match patterns: the pages, and those among them that are not meant. */
export type Patterns = { readonly matches: string[]; readonly except: string[] };

/**
 * Parts the pages of some sites: those that may show items, and the others. Each page is in one of the parts. The first
 * may hold a few pages more than `pageOf` knows: it decides.
 *
 * @param sites Match patterns for whole sites: `https://gitlab.com/*`.
 */
export function pagePatterns(sites: readonly string[]): { readonly shown: Patterns; readonly rest: Patterns[] } {
  const under = (paths: readonly string[]) => sites.flatMap(site => paths.map(path => site.replace(/\/\*$/, path)));
  return {
    shown: { matches: under(shown), except: under(others) },
    rest: [
      { matches: [...sites], except: under(shown) },
      { matches: under(others), except: [] },
    ],
  };
}
