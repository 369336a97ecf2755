import { computed, effect, signal, untracked } from '@preact/signals';
import { Fragment } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { jsx, jsxs } from 'preact/jsx-runtime';

/**
 * What the panels' script uses of Preact: that of the content script, so that a signal redraws a view of either.
 * `wxt.config.ts` points the imports of the one script at these names.
 */
globalThis.handrailShared = {
  jsx: { Fragment, jsx, jsxs },
  hooks: { useEffect, useId, useLayoutEffect, useRef, useState },
  signals: { computed, effect, signal, untracked },
};

declare global {
  var handrailShared: unknown;
}
