import type { Component } from 'vue';

/**
 * A component that arrives late the first time, as a part that GitLab loads as its own file does. The times follow
 * what was seen of GitLab 18.9 on a two-core machine, in milliseconds after the component is first needed.
 */
export function afterChunk(milliseconds: number, component: Component): () => Promise<Component> {
  return () => new Promise(resolve => setTimeout(() => resolve(component), milliseconds));
}
