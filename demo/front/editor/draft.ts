/** What was typed and not sent, as GitLab's forms keep it. The key is `autosave/<GID>-comment`. */
export function readDraft(key: string): string {
  return (key && localStorage.getItem(key)) || '';
}

export function saveDraft(key: string, text: string): void {
  if (!key) return;
  if (text) localStorage.setItem(key, text);
  else localStorage.removeItem(key);
}
