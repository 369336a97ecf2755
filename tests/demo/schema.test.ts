// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, type DefinitionNode, Kind, parse, print } from 'graphql';
import { expect, test } from 'vitest';

const ours = parse(readFileSync(new URL('../../demo/graphql/schema.graphql', import.meta.url), 'utf8'));
/** GitLab's own schema, where it lies beside the project. */
const theirs = new URL('../../../shared/gitlab.graphql', import.meta.url);

/** Every name in it: types, their fields, arguments and values, each with its type. */
function names(definitions: readonly DefinitionNode[]): Set<string> {
  const found = new Set<string>();
  for (const type of definitions) {
    if (!('name' in type) || !type.name) continue;
    found.add(type.name.value);
    if (type.kind === Kind.ENUM_TYPE_DEFINITION) {
      for (const value of type.values ?? []) found.add(`${type.name.value}.${value.name.value}`);
    }
    if (!('fields' in type)) continue;
    for (const field of type.fields ?? []) {
      const name = `${type.name.value}.${field.name.value}`;
      found.add(`${name}: ${print(field.type)}`);
      for (const argument of ('arguments' in field && field.arguments) || []) {
        found.add(`${name}(${argument.name.value}: ${print(argument.type)})`);
      }
    }
  }
  return found;
}

test('the schema is whole', () => {
  expect(buildSchema(print(ours)).getMutationType()?.getFields()).toHaveProperty('workItemUpdate');
});

test.skipIf(!existsSync(theirs))('every name is one of GitLab, with the type it has there', () => {
  const known = names(parse(readFileSync(theirs, 'utf8')).definitions);
  expect([...names(ours.definitions)].filter(name => !known.has(name))).toEqual([]);
});
