import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readCommentsDocument } from '../../gitlab/comments';
import {
  createItemDocument,
  findOwnItemsDocument,
  readEpicsDocument,
  readParentDocument,
  readPromotedDocument,
} from '../../gitlab/create-items';
import { findLabelDocument, readLabelsDocument } from '../../gitlab/item-labels';
import { findMergeRequestsDocument, readMergeRequestsDocument } from '../../gitlab/merge-requests';
import { newestCommentsDocument } from '../../gitlab/newest-comments';
import { openItemsDocument, openItemsNoStatusDocument, openItemsPlainDocument } from '../../gitlab/open-items';
import { readProfileFilesDocument } from '../../gitlab/profile-files';
import { readWeightDocument } from '../../gitlab/weight';

/** Every GraphQL document that the extension sends. */
const documents = {
  createItemDocument,
  findOwnItemsDocument,
  readEpicsDocument,
  readParentDocument,
  readPromotedDocument,
  readWeightDocument,
  readCommentsDocument,
  readLabelsDocument,
  findLabelDocument,
  readMergeRequestsDocument,
  findMergeRequestsDocument,
  readProfileFilesDocument,
  openItemsDocument,
  openItemsNoStatusDocument,
  openItemsPlainDocument,
  newestCommentsDocument,
};

/** GitLab's own limit of a query's text (contract 5.6). */
const longest = 10_000;

const schemas = [
  ["the demo's excerpt", 'demo/graphql/schema.graphql'],
  ["GitLab's schema", '../shared/gitlab.graphql'],
] as const;

describe.each(schemas)('against %s', (_, file) => {
  it.skipIf(!existsSync(file)).each(Object.entries(documents))('%s is valid', (_name, document) => {
    const schema = buildSchema(readFileSync(file, 'utf8'), { assumeValidSDL: true });
    expect(validate(schema, parse(document)).map(error => error.message)).toEqual([]);
    expect(document.length).toBeLessThan(longest);
  });
});

it('every document of gitlab/ is in the list above', () => {
  const sources = Object.values(
    import.meta.glob('../../gitlab/*.ts', { query: '?raw', import: 'default', eager: true }) as Record<string, string>,
  );
  const written = sources.flatMap(source => source.match(/^export const \w+Document\b/gm) ?? []);
  expect(written).toHaveLength(Object.keys(documents).length);
});
