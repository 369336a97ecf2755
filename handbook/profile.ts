import * as z from 'zod/mini';
import { misfitsIn } from './consistency';
import { problemOf, problemsFrom } from './problems';

// Without this zod compiles its checks with `new Function`, which extension pages forbid.
z.config({ jitless: true });

// Every message is a noun phrase: `problems.ts` puts it after "expected".
const text = z
  .string('a text')
  .check(z.minLength(1, 'a text that is not empty'), z.maxLength(2_000, 'at most 2000 characters'));
const labelTitle = z
  .string('a label name')
  .check(z.minLength(1, 'a label name'), z.maxLength(255, 'a label name of at most 255 characters'));
const labelTitles = z.array(labelTitle, 'a list of label names');
const texts = z.array(text, 'a list of texts');
const percent = z
  .number('a number from 0 to 100')
  .check(z.gte(0, 'a number from 0 to 100'), z.lte(100, 'a number from 0 to 100'));
const weight = z.int('a whole number, 0 or more').check(z.gte(0, 'a whole number, 0 or more'));
const days = z.number('a number of days').check(z.gt(0, 'a number of days above 0'));
const truth = z.boolean('true or false');
const link = z
  .string('a web address')
  .check(z.regex(/^https?:\/\/[^\s]+$/i, 'a web address that starts with http:// or https://'));

/** When something of the agreement applies to an item. All parts that are given must hold. */
const condition = z.strictObject(
  {
    /** At least one of these labels. */
    any: z.optional(labelTitles),
    /** All of these labels. */
    all: z.optional(labelTitles),
    /** None of these labels. */
    none: z.optional(labelTitles),
    /** One of these names in GitLab's Status field (Premium, 18.2 and later): `In dev`. */
    statuses: z.optional(texts),
    /** GitLab's names of item types: `Issue`, `Task`, `Incident`. */
    types: z.optional(z.array(text, 'a list of item types')),
    confidential: z.optional(truth),
    milestone: z.optional(z.enum(['current', 'next', 'none', 'any'], 'one of current, next, none, any')),
    weight: z.optional(z.array(weight, 'a list of weights')),
  },
  'a condition, such as { any: [label names] }',
);

const level = z.strictObject(
  {
    weight,
    name: text,
    /** One line: what this level means. */
    meaning: text,
    examples: z.optional(texts),
    /** The least confidence that this level needs, in percent. */
    confidence: z.optional(percent),
    /** The longest that work of this level may take, in days. */
    longestDays: z.optional(days),
    /** `false`: such an item is not scheduled as it is. */
    schedulable: z.optional(truth),
    /** A meaning of its own for some items (features, bugs). The first that fits an item replaces `meaning` there. */
    kinds: z.optional(
      z.array(z.strictObject({ name: text, when: condition, meaning: text }, 'a kind of item'), 'a list of kinds'),
    ),
  },
  'a level',
);

const scale = z.strictObject(
  {
    link: z.optional(link),
    /** Where the weight lives: GitLab's field (Premium), or labels such as `weight::{n}`, one pattern a track. */
    in: z.union(
      [
        z.literal('field'),
        z.array(
          z.strictObject({ track: text, label: labelTitle }, 'a track with its label pattern'),
          'a list of tracks',
        ),
      ],
      'field, or a list of tracks with label patterns',
    ),
    levels: z.array(level, 'a list of levels').check(z.minLength(1, 'at least one level')),
    /** What lies above the last level. Without it every larger weight is only "not on the scale". */
    above: z.optional(
      z.strictObject(
        {
          name: text,
          meaning: text,
          examples: z.optional(texts),
          confidence: z.optional(percent),
          /** What is done with such an item, in one sentence. */
          advice: text,
        },
        'what lies above the scale',
      ),
    ),
    /** Below this confidence, in percent, no weight is final and the item is investigated first. */
    investigateBelow: z.optional(percent),
    /** Items that carry no weight by agreement (bugs, in some teams). */
    notWeighed: z.optional(
      z.array(
        z.strictObject({ when: condition, say: text }, 'a rule for items without a weight'),
        'a list of rules for items without a weight',
      ),
    ),
    /** Above this weight an item should be split, but may be scheduled. */
    softMaximum: z.optional(weight),
    /** No item of the team weighs more. */
    hardMaximum: z.optional(weight),
    /** What the team writes as "?": nobody can tell yet. It has no number, so GitLab's field stays empty. */
    unknown: z.optional(z.strictObject({ name: text, meaning: text }, 'what an unknown weight means')),
    /** What raises a weight (security: one level; unfamiliar technology). */
    adjustments: z.optional(
      z.array(z.strictObject({ when: condition, add: weight, say: text }, 'an adjustment'), 'a list of adjustments'),
    ),
    /** Questions that lead to a weight, in place of the confidence: the highest weight of the answers counts. */
    questions: z.optional(
      z.array(
        z.strictObject(
          {
            ask: text,
            answers: z.array(z.strictObject({ say: text, weight }, 'an answer with its weight'), 'a list of answers'),
          },
          'a question with its answers',
        ),
        'a list of questions',
      ),
    ),
  },
  'a scale',
);

const fieldBase = {
  /** What stands before the value in the comment, and names the field in the form. */
  label: text,
  help: z.optional(text),
  required: z.optional(truth),
  /** Other names under which people type this field. */
  aliases: z.optional(texts),
};

/** The id under which a template line names a field: `{complete}`. */
const fieldId = z
  .string('a field id')
  .check(z.regex(/^[a-z][a-z0-9-]{0,39}$/, 'a field id of small letters, digits and dashes'));
const health = z.enum(['on_track', 'needs_attention', 'at_risk'], 'one of on_track, needs_attention, at_risk');
const options = z
  .array(
    z.strictObject(
      {
        /** What the form says. */
        say: text,
        /** What the comment says instead: an emoji, a sentence. */
        write: z.optional(text),
        /** GitLab's health status that this choice means. */
        health: z.optional(health),
      },
      'a choice',
    ),
    'a list of choices',
  )
  .check(z.minLength(1, 'at least one choice'), z.maxLength(50, 'at most 50 choices'));

const field = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ id: fieldId, kind: z.literal('percent'), ...fieldBase }, 'a percent field'),
    z.strictObject({ id: fieldId, kind: z.literal('text'), ...fieldBase }, 'a text field'),
    z.strictObject({ id: fieldId, kind: z.literal('list'), ...fieldBase }, 'a list field'),
    z.strictObject({ id: fieldId, kind: z.literal('labels'), ...fieldBase, labels: labelTitles }, 'a label field'),
    z.strictObject(
      {
        id: fieldId,
        kind: z.literal('choice'),
        ...fieldBase,
        options,
        /** Written as check boxes, one of which is checked. */
        boxes: z.optional(truth),
      },
      'a choice field',
    ),
    z.strictObject(
      {
        id: fieldId,
        kind: z.literal('checks'),
        ...fieldBase,
        options,
        /** The text field to which the checked options add their words, in place of check boxes in the comment. */
        into: z.optional(fieldId),
      },
      'a field of check boxes',
    ),
    z.strictObject({ id: fieldId, kind: z.literal('date'), ...fieldBase }, 'a date field'),
    z.strictObject({ id: fieldId, kind: z.literal('merge-requests'), ...fieldBase }, 'a merge request field'),
  ],
  'a field with one of the kinds percent, text, list, labels, choice, checks, date, merge-requests',
);

const format = z.strictObject(
  {
    name: text,
    /** `merge-requests`: proposed as soon as the update speaks of a merge request. */
    when: z.optional(z.literal('merge-requests', 'merge-requests')),
    /**
     * The comment, line by line. A line whose fields are all empty is left out; an empty line parts two paragraphs. A line that holds newlines is a block,
     * such as a question with its answer, and is left out as a whole.
     */
    lines: z
      .array(z.string('a line of the comment').check(z.maxLength(2_000, 'at most 2000 characters')), 'a list of lines')
      .check(z.minLength(1, 'at least one line'), z.maxLength(100, 'at most 100 lines')),
    /** One merge request's line: `{ref}`, `{complete}`, `{confidence}`, `{notes}`; what is empty goes with the dash before it. */
    mergeRequest: z.optional(text),
  },
  'a format',
);

const status = z.strictObject(
  {
    link: z.optional(link),
    /** Days of the week, or a number of days, between two updates. */
    rhythm: z.optional(
      z.strictObject(
        {
          weekdays: z.optional(
            z.array(
              z.enum(
                ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
                'a day of the week',
              ),
              'a list of weekdays',
            ),
          ),
          everyDays: z.optional(days),
        },
        'a rhythm',
      ),
    ),
    /** When an update may be left out, in one sentence. */
    skip: z.optional(text),
    /** Whose comments are never read as updates. Bots' are not and internal ones are, unless this says otherwise. */
    ignore: z.optional(
      z.strictObject({ bots: z.optional(truth), internal: z.optional(truth) }, 'whose comments are no updates'),
    ),
    on: z.optional(
      z.array(z.enum(['issue', 'epic', 'merge-request'], 'one of issue, epic, merge-request'), 'a list of places'),
    ),
    fields: z
      .array(field, 'a list of fields')
      .check(z.minLength(1, 'at least one field'), z.maxLength(50, 'at most 50 fields')),
    formats: z.array(format, 'a list of formats').check(z.minLength(1, 'at least one format')),
    /** GitLab's health status that a confidence means, from the highest `atLeast` (percent) down. */
    health: z.optional(
      z.array(z.strictObject({ atLeast: percent, health }, 'a health rule'), 'a list of health rules'),
    ),
    /**
     * Quick actions that the form may add: `/health_status {health}`, or with the id of a choice, label or date field, `/status "{step}"`. Off unless the
     * person switches them on.
     */
    quickActions: z.optional(
      z.array(
        z
          .string('a quick action')
          .check(z.regex(/^\/[a-z_]+( .*)?$/, 'a quick action, such as /health_status on_track')),
        'a list of quick actions',
      ),
    ),
  },
  'a status comment',
);

const priority = z.strictObject(
  {
    /** The short name on the badge: `P1`. */
    name: text,
    when: condition,
    /** What the agreement says about such items, in one sentence. */
    meaning: text,
    tone: z.optional(z.enum(['danger', 'warning', 'info', 'neutral'], 'one of danger, warning, info, neutral')),
    /** What such an item must carry as well; when it does not, the badge says `say`. */
    expects: z.optional(z.strictObject({ when: condition, say: text }, 'an expectation')),
    /** A second order inside this rank. */
    within: z.optional(
      z.array(z.strictObject({ name: text, when: condition }, 'a rule of the second order'), 'a list of rules'),
    ),
    /** Who comes first among equals: `weight` is least effort first; an unset weight comes after every weight. */
    tieBreak: z.optional(z.literal('weight', 'weight')),
    link: z.optional(link),
  },
  'a priority rule',
);

const workflowStep = z.strictObject(
  {
    name: text,
    labels: z.optional(labelTitles),
    statuses: z.optional(texts),
    /** The role that does this step. */
    owner: z.optional(text),
    entry: z.optional(texts),
    next: z.optional(texts),
    /** Whether the time in this step counts as time in development. */
    isDevelopment: z.optional(truth),
    /** How complete an item in this step counts, in percent. */
    progress: z.optional(percent),
  },
  'a workflow step',
);

const profileSchema = z.strictObject(
  {
    version: z.literal(1, '1, the only format version there is'),
    id: z.string('an id').check(z.regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'an id of small letters, digits and dashes')),
    name: text,
    source: z.optional(
      z.strictObject(
        { link, checked: z.string('a date').check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2026-11-21')) },
        'a source',
      ),
    ),
    /** Which items this profile is meant for. Someone still has to choose it, or a repository to carry it. */
    appliesTo: z.optional(
      z.strictObject(
        { hosts: z.optional(texts), paths: z.optional(texts), labels: z.optional(labelTitles) },
        'what the profile applies to',
      ),
    ),
    matching: z.optional(z.enum(['tolerant', 'strict'], 'tolerant or strict')),
    scale: z.optional(scale),
    status: z.optional(status),
    priorities: z.optional(
      z.strictObject(
        {
          link: z.optional(link),
          rules: z
            .array(priority, 'a list of priority rules')
            .check(z.minLength(1, 'at least one rule'), z.maxLength(100, 'at most 100 rules')),
          /** Labels of which an item carries one at most, a list for each choice. Labels of one scope need none. */
          exclusive: z.optional(z.array(labelTitles, 'a list of lists of label names')),
          /** What items must carry, whatever their rank (a severity the priority it demands); if they do not, `say`. */
          demands: z.optional(
            z.array(z.strictObject({ of: condition, when: condition, say: text }, 'a demand'), 'a list of demands'),
          ),
        },
        'an order of priorities',
      ),
    ),
    workflow: z.optional(
      z.strictObject({ link: z.optional(link), steps: z.array(workflowStep, 'a list of steps') }, 'a workflow'),
    ),
    milestone: z.optional(
      z.strictObject(
        {
          link: z.optional(link),
          committed: z.optional(condition),
          /** Percent of the committed items that should be completed. */
          goal: z.optional(percent),
          features: z.optional(z.strictObject({ when: condition, limit: weight }, 'a limit of feature work')),
          deliverables: z.optional(labelTitles),
          retrospective: z.optional(z.strictObject({ withinDays: days, draft: z.optional(text) }, 'a retrospective')),
        },
        'the rules of a milestone',
      ),
    ),
    community: z.optional(
      z.strictObject(
        {
          link: z.optional(link),
          team: z.optional(texts),
          labels: z.optional(labelTitles),
          checklist: z.optional(texts),
          idleDays: z.optional(days),
          staleDays: z.optional(days),
        },
        'the rules for community contributions',
      ),
    ),
    standUp: z.optional(
      z.strictObject(
        { link: z.optional(link), questions: texts, skip: z.optional(text) },
        'the questions of a stand-up',
      ),
    ),
  },
  'a team profile',
);

/** A team's working agreement, checked. Format version 1. */
export type Profile = z.infer<typeof profileSchema>;
export type Condition = z.infer<typeof condition>;
export type Scale = z.infer<typeof scale>;
export type Level = z.infer<typeof level>;
export type PriorityRule = z.infer<typeof priority>;
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
  if (!result.success) return { problems: problemsFrom(result.error.issues, data) };
  const misfits = misfitsIn(result.data);
  return misfits.length === 0 ? { profile: result.data } : { problems: misfits.map(one => problemOf(one, data)) };
}
