/** The reference of the profile format and its JSON Schema, made of the schema in `handbook/profile.ts`. */
import * as z from 'zod/mini';
import { meanings } from '../handbook/format/values';
import { profileSchema } from '../handbook/profile';
import { afterwards, beginning, sections } from './profile-sections';

/** As much of JSON Schema as zod makes of ours. */
type Schema = {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
};

/** The files that are made, as they should be. */
export function generated(): readonly { readonly file: string; readonly text: string }[] {
  return [
    { file: 'docs/profile-format.md', text: profileReference() },
    { file: 'public/profile.schema.json', text: `${JSON.stringify(profileJsonSchema(), null, 2)}\n` },
  ];
}

/** JSON Schema, draft 2020-12. What it cannot say is checked by Handrail alone: names that are there twice, or that nothing has. */
export function profileJsonSchema(): Schema {
  const { $schema, ...schema } = z.toJSONSchema(profileSchema, { metadata: meanings, target: 'draft-2020-12' });
  return { $schema, title: 'Team profile of Handrail for GitLab, format version 1', ...schema } as Schema;
}

const definitions = profileJsonSchema().$defs ?? {};

/** The reference, in Markdown. */
function profileReference(): string {
  const named = new Set(sections.map(({ part }) => part));
  const values = Object.entries(definitions).filter(([name]) => !named.has(name));
  return [
    '<!-- Made by `npm run profile-format` from handbook/profile.ts. -->',
    beginning.trim(),
    ...sections.map(({ part, title, example, more }) => {
      const schema = definitions[part];
      if (!schema) throw new Error(`Expected a part “${part}” in the schema.`);
      return [
        `## ${title}`,
        schema.description,
        keyTable(schema),
        more?.trim(),
        `\`\`\`yaml\n${example.trim()}\n\`\`\``,
      ]
        .filter(Boolean)
        .join('\n\n');
    }),
    '## Values',
    table(
      ['Value', 'What it is'],
      values.map(([name, { description = '' }]) => [words(name), description]),
    ),
    afterwards.trim(),
    '',
  ].join('\n\n');
}

function keyTable(schema: Schema): string {
  const kinds = schema.oneOf ?? [];
  if (kinds.length === 0) return table(['Key', 'Value', 'Meaning'], rowsOf(schema));
  const [first, ...others] = kinds;
  const isShared = (key: string) => key !== 'kind' && others.every(one => one.properties?.[key]);
  const ownRows = (one: Schema) => rowsOf(one, key => key !== 'kind' && !isShared(key));
  return [
    table(['Key', 'Value', 'Meaning'], rowsOf(first ?? {}, isShared)),
    table(
      ['`kind`', 'Meaning', 'Further keys'],
      kinds.map(one => [
        `\`${one.properties?.kind?.const}\``,
        one.properties?.kind?.description ?? '',
        ownRows(one)
          .map(([key, value, meaning]) => `${key}: ${value}. ${meaning}`)
          .join('<br>'),
      ]),
    ),
  ].join('\n\n');
}

/** The keys of an object, and of the objects in it that have no section of their own. */
function rowsOf(schema: Schema, isWanted: (key: string) => boolean = () => true, before = ''): string[][] {
  return Object.entries(schema.properties ?? {})
    .filter(([key]) => isWanted(key))
    .flatMap(([key, value]) => {
      const path = `${before}${key}`;
      const lists = [value, ...(value.anyOf ?? [])].flatMap(one => (one.items ? [one.items] : []));
      const isNeeded = schema.required?.includes(key);
      const standard = value.default === undefined ? '' : ` Without it: \`${value.default}\`.`;
      return [
        [`\`${path}\`${isNeeded ? ' (needed)' : ''}`, typeText(value), `${meaningOf(value)}${standard}`],
        ...rowsOf(value, undefined, `${path}.`),
        ...lists.flatMap(one => rowsOf(one, undefined, `${path}[].`)),
      ];
    });
}

/** What a key means; where only the part has words, their first sentence. */
function meaningOf({ description, $ref }: Schema): string {
  if (description !== undefined || $ref === undefined) return description ?? '';
  return definitions[$ref.replace('#/$defs/', '')]?.description?.replace(/(?<=[.:]) .*/s, '').replace(/:$/, '.') ?? '';
}

function typeText(schema: Schema): string {
  const { $ref, anyOf, items, type, maxLength, pattern } = schema;
  if ($ref) return reference($ref.replace('#/$defs/', ''));
  if (anyOf) return anyOf.map(typeText).join(', or a ');
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.enum) return schema.enum.map(one => `\`${one}\``).join(', ');
  if (items) return `list of ${typeText(items)}, ${limits(schema)}`;
  if (type === 'boolean') return '`true`, `false`';
  if (type === 'object') return 'keys as below';
  if (pattern) return `text as \`${pattern}\``;
  return maxLength === undefined ? (type ?? '') : `text, at most ${maxLength} characters`;
}

function limits({ minItems, maxItems }: Schema): string {
  return minItems ? `${minItems} to ${maxItems}` : `at most ${maxItems}`;
}

function reference(name: string): string {
  const section = sections.find(({ part }) => part === name);
  return `[${words(name)}](#${section ? anchor(section.title) : 'values'})`;
}

/** As GitLab and GitHub make it of a heading. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}

/** `labelName` as `label name`. */
function words(name: string): string {
  return name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
