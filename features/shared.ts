import { computed, effect, signal, untracked } from '@preact/signals';
import { Fragment } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { jsx, jsxs } from 'preact/jsx-runtime';

declare global {
  /** What the scripts of one page share. */
  var handrailShared: Record<string, unknown> | undefined;
}

/** What the other scripts of a page use of Preact. `wxt.config.ts` points their imports at these names. */
globalThis.handrailShared = {
  jsx: { Fragment, jsx, jsxs },
  hooks: { useEffect, useId, useLayoutEffect, useRef, useState },
  signals: { computed, effect, signal, untracked },
};
