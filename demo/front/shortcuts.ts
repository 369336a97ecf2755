import { onBeforeUnmount, onMounted } from 'vue';

type Shortcut = { key: string; action: () => void };

const shortcuts: Shortcut[] = [];

/** A single-key shortcut of the page while the component is mounted. Of two for one key the later mounted one runs. */
export function useShortcut(key: string, action: () => void): void {
  const shortcut = { key, action };
  onMounted(() => {
    if (shortcuts.length === 0) document.addEventListener('keydown', onKeydown);
    shortcuts.push(shortcut);
  });
  onBeforeUnmount(() => {
    shortcuts.splice(shortcuts.indexOf(shortcut), 1);
    if (shortcuts.length === 0) document.removeEventListener('keydown', onKeydown);
  });
}

/** Keys typed into a field are text; a field inside a closed shadow root cannot be told from its host. */
function onKeydown(event: KeyboardEvent): void {
  const [typedInto] = event.composedPath();
  if (event.ctrlKey || event.metaKey || event.altKey || isField(typedInto)) return;
  const shortcut = shortcuts.findLast(one => one.key === event.key);
  if (!shortcut) return;
  event.preventDefault();
  shortcut.action();
}

function isField(target: EventTarget | undefined): boolean {
  return (
    target instanceof HTMLElement &&
    (['INPUT', 'SELECT', 'TEXTAREA'].includes(target.tagName) || target.isContentEditable)
  );
}
