/** The reference of the format and the JSON Schema: as the schema says, and true. */
import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { profileSchema } from '../../handbook/profile';
import { parseProfileText } from '../../handbook/profile-text';
import { shippedProfiles } from '../../handbook/shipped';
import { generated, profileJsonSchema } from '../../scripts/profile-reference';
import { sections } from '../../scripts/profile-sections';
import { brokenProfiles, wholeProfile } from './broken-profiles';

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(profileJsonSchema());
const isValid = (data: unknown) => validate(data);
const reference = readFileSync('docs/profile-format.md', 'utf8');

it.each(generated())('$file is up to date: else run `npm run profile-format`', ({ file, text }) => {
  expect(existsSync(file) && readFileSync(file, 'utf8')).toBe(text);
});

it('says of every key what it means', () => {
  const silent: string[] = [];
  const walk = (schema: unknown, path: string) => {
    if (typeof schema !== 'object' || schema === null) return;
    const { properties } = schema as { properties?: Record<string, { description?: string; $ref?: string }> };
    for (const [key, value] of Object.entries(properties ?? {})) {
      if (key !== 'kind' && !value.description && !value.$ref) silent.push(`${path}.${key}`);
    }
    for (const [key, value] of Object.entries(schema)) walk(value, `${path}.${key}`);
  };
  walk(profileJsonSchema(), '');
  expect(silent).toEqual([]);
});

it('says of a milestone’s rules that they are kept for later, but for those that are read', () => {
  type Described = { description?: string; properties?: Record<string, Described> };
  const { milestone } = (profileJsonSchema() as { $defs: Record<string, Described> }).$defs;
  const isLater = ({ description }: Described = {}) => description?.includes('Kept for later');
  expect(isLater(milestone)).toBe(false);
  const later = Object.entries(milestone?.properties ?? {}).filter(([, value]) => isLater(value));
  expect(later.map(([key]) => key)).toEqual(['goal', 'features', 'deliverables', 'retrospective']);
});

describe('the examples of the reference', () => {
  const blocks = [...reference.matchAll(/```yaml\n(.*?)\n```/gs)].map(([, text = '']) => text);
  const examples = blocks.filter(text => !/^#[^\n]*$/.test(text));

  it('there is one for each part', () => {
    expect(examples.length).toBeGreaterThan(sections.length);
  });

  it.each(examples)('%s', text => {
    const whole = text.startsWith('version:') ? text : `version: 1\nid: example\nname: Example\n${text}`;
    const result = parseProfileText(whole);
    expect('problems' in result ? result.problems : []).toEqual([]);
    expect(isValid(parse(whole)), JSON.stringify(validate.errors)).toBe(true);
  });
});

it('its links lead to its headings', () => {
  const anchors = [...reference.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^a-z0-9 -]/g, '')
      .replaceAll(' ', '-'),
  );
  for (const [, anchor] of reference.matchAll(/\]\(#([^)]*)\)/g)) expect(anchors).toContain(anchor);
});

describe('the JSON Schema', () => {
  it.each(shippedProfiles.map(profile => [profile.id, profile] as const))('accepts %s', (_, profile) => {
    expect(isValid(profile), JSON.stringify(validate.errors)).toBe(true);
  });

  /** What YAML or JSON makes of a text; `undefined` where it makes nothing. */
  const dataOf = (bytes: Uint8Array): unknown => {
    try {
      return parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), { maxAliasCount: 0 });
    } catch {
      return undefined;
    }
  };
  const readable = brokenProfiles.flatMap(({ name, bytes }) => {
    const data = bytes.length < 20_000 ? dataOf(bytes) : undefined;
    return data === undefined ? [] : [[name, data] as const];
  });

  it('says the same as Handrail of broken profiles', () => {
    expect(readable.length).toBeGreaterThan(150);
    const different = readable.filter(([, data]) => isValid(data) !== profileSchema.safeParse(data).success);
    expect(different.map(([name]) => name)).toEqual([]);
  });

  it('says the same as Handrail of anything in any place', () => {
    const paths = pathsIn(wholeProfile);
    const anything = fc.oneof(
      fc.jsonValue({ maxDepth: 2, stringUnit: 'grapheme-ascii' }),
      fc.integer({ min: -1, max: 4_000 }),
      fc.constantFrom('field', 'x'.repeat(255), 'x'.repeat(256), 'x'.repeat(2_000), 'x'.repeat(2_001), 'https://a.b'),
      fc.integer({ min: 19, max: 101 }).map(length => Array(length).fill('x')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), anything, (path, value) => {
        const data = replaced(wholeProfile, path, value);
        expect(isValid(data)).toBe(profileSchema.safeParse(data).success);
      }),
    );
  }, 30_000);
});

type Path = readonly (string | number)[];

function pathsIn(data: unknown): Path[] {
  if (typeof data !== 'object' || data === null) return [];
  const keys: (string | number)[] = Array.isArray(data) ? [...data.keys()] : Object.keys(data);
  return keys.flatMap(key => [[key], ...pathsIn(Reflect.get(data, key)).map(path => [key, ...path])]);
}

function replaced(data: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const copy = structuredClone(data) as object;
  Reflect.set(copy, key, replaced(Reflect.get(copy, key), rest, value));
  return copy;
}
