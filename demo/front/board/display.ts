import Vue from 'vue';

const key = 'gl-show-board-labels';

/** "Show labels" of the board's view options; remembered by the browser. */
export const display = Vue.observable({ showLabels: localStorage.getItem(key) !== 'false' });

export function toggleLabels(): void {
  display.showLabels = !display.showLabels;
  localStorage.setItem(key, String(display.showLabels));
}
