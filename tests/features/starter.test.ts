import { expect, it } from 'vitest';
import { features } from '../../features/registry';
import { pagesOfFeatures } from '../../features/starter';

it('the content script starts the features on each kind of page on which one has a place, and on no other', () => {
  expect([...new Set(features.flatMap(feature => feature.pages))].sort()).toEqual([...pagesOfFeatures].sort());
});
