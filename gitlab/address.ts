/**
 * Calls `onChange` when the page's address has changed without a new document: GitLab's router and side panel push
 * addresses. The Navigation API tells a content script of pushes that the page makes.
 */
export function followAddress(onChange: (url: URL) => void, signal: AbortSignal): void {
  let last = location.href;
  const tell = () => {
    if (location.href === last) return;
    last = location.href;
    onChange(new URL(last));
  };
  window.navigation?.addEventListener('currententrychange', tell, { signal });
  window.addEventListener('popstate', tell, { signal });
}
