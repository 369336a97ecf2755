/**
 * Whether the document is a page of a GitLab, whatever the site is called and however it is branded (16.x to 18.9).
 *
 * All in one function: the popup also has the browser run it in a tab where nothing else of ours is.
 */
export function isGitLab(): boolean {
  const marks = [
    'meta[property="og:site_name"][content="GitLab"]',
    'meta[name="action-cable-url"][content$="/-/cable"]',
    'link[rel="manifest"][href$="/-/manifest.json"]',
    'link[rel="search"][href$="/-/opensearch.xml"]',
    'body[data-page]',
  ];
  return marks.filter(mark => document.querySelector(mark)).length > 1;
}
