import * as z from 'zod/mini';
import { misfitsIn } from './consistency';
import type { condition } from './format/condition';
import { community, milestone, standUp, workflow } from './format/practice';
import { priorities, type rule } from './format/priorities';
import { type level, scale } from './format/scale';
import { type field, type format, status } from './format/status';
import { about, labelTitles, link, part, text, texts } from './format/values';
import { problemOf, problemsFrom } from './problems';

/** Format version 1. What each key means is written in it, and `npm run profile-format` makes reference and JSON Schema of it. */
export const profileSchema = part(
  'profile',
  'A team’s working agreement. Every part may be left out.',
  z.strictObject(
    {
      $schema: z.optional(
        about(text, 'For editors that read JSON: where the JSON Schema lies. Handrail does not open it.'),
      ),
      version: about(z.literal(1, '1, the only format version there is'), 'The version of this format.'),
      id: about(
        z.string('an id').check(z.regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'an id of small letters, digits and dashes')),
        'Tells the profile from others. Choose it once: it is kept where the profile is in force.',
      ),
      name: about(text, 'What people see: `Package 2021`.'),
      source: z.optional(
        about(
          z.strictObject(
            {
              link,
              checked: about(
                z.string('a date').check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2026-11-21')),
                'The day when the profile was last held against it.',
              ),
            },
            'a source',
          ),
          'Where the agreement is written down.',
        ),
      ),
      appliesTo: z.optional(
        about(
          z.strictObject(
            {
              hosts: z.optional(
                about(
                  texts,
                  'Hosts: `gitlab.com`. The options offer the first one when somebody puts the profile in force.',
                ),
              ),
              paths: z.optional(
                about(texts, 'Full paths of projects and groups. The options offer the first one, too.'),
              ),
              labels: z.optional(
                about(
                  labelTitles,
                  'Labels of the team’s items. Next up of a group begins with them, and parts of an item that is split get those that it has. The options offer the first one, too.',
                ),
              ),
            },
            'what the profile applies to',
          ),
          'Which items the profile is meant for. It puts nothing in force: somebody chooses the profile in the options, or a repository carries it.',
        ),
      ),
      matching: z.optional(
        about(
          z.enum(['tolerant', 'strict'], 'tolerant or strict'),
          'How label names are compared. `tolerant`: case is ignored, and `:` equals `::`. `strict`: character for character.',
          { default: 'tolerant' },
        ),
      ),
      scale: z.optional(scale),
      status: z.optional(status),
      priorities: z.optional(priorities),
      workflow: z.optional(workflow),
      milestone: z.optional(milestone),
      community: z.optional(community),
      standUp: z.optional(standUp),
    },
    'a team profile',
  ),
);

/** A team's working agreement, checked. Format version 1. */
export type Profile = z.infer<typeof profileSchema>;
export type Condition = z.infer<typeof condition>;
export type Scale = z.infer<typeof scale>;
export type Level = z.infer<typeof level>;
export type PriorityRule = z.infer<typeof rule>;
export type Status = z.infer<typeof status>;
export type StatusFormat = z.infer<typeof format>;
export type StatusField = z.infer<typeof field>;
export type FieldOfKind<Kind extends StatusField['kind']> = Extract<StatusField, { kind: Kind }>;

/** What is wrong with a profile, and where: `{path: 'priorities.rules[2].when.any', message: 'expected a list of label names, found 7'}`. */
export type Problem = { readonly path: string; readonly message: string };

/** A usable profile, or every problem that was found. */
export type ProfileResult = { readonly profile: Profile } | { readonly problems: readonly Problem[] };

/**
 * Reads a profile from its JSON text.
 *
 * Never throws: text that is no JSON is one problem at the path `''`.
 */
export function parseProfile(json: string): ProfileResult {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    return {
      problems: [{ path: '', message: `expected JSON: ${error instanceof Error ? error.message : String(error)}` }],
    };
  }
  return readProfile(data);
}

/** Reads a profile from data that some parser produced. Never throws. */
export function readProfile(data: unknown): ProfileResult {
  const result = profileSchema.safeParse(data);
  if (!result.success) return { problems: problemsFrom(result.error.issues, data, profileSchema) };
  const misfits = misfitsIn(result.data);
  return misfits.length === 0 ? { profile: result.data } : { problems: misfits.map(one => problemOf(one, data)) };
}
