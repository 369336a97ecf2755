import Vue from 'vue';
import { gon } from '../session';

/** `markdownField` is the plain textarea, `contentEditor` the rich-text editor: the words GitLab stores. */
export type EditingMode = 'markdownField' | 'contentEditor';

const storageKey = 'gl-markdown-editor-mode';

function initialMode(): EditingMode {
  if (gon.text_editor) return gon.text_editor === 'rich_text_editor' ? 'contentEditor' : 'markdownField';
  return localStorage.getItem(storageKey) === 'contentEditor' ? 'contentEditor' : 'markdownField';
}

const state = Vue.observable({ mode: initialMode() });

/** All editors of the page switch together; without a user preference the choice is remembered. */
export const editing = {
  get mode(): EditingMode {
    return state.mode;
  },
  switchTo(mode: EditingMode): void {
    state.mode = mode;
    localStorage.setItem(storageKey, mode);
  },
};
