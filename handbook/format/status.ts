import * as z from 'zod/mini';
import { about, days, labelTitles, later, link, listOf, part, percent, someOf, text, texts, truth } from './values';

const fieldId = part(
  'fieldId',
  'Small letters, digits and dashes, at most 40 of them; the first is a letter.',
  z.string('a field id').check(z.regex(/^[a-z][a-z0-9-]{0,39}$/, 'a field id of small letters, digits and dashes')),
);

const health = z.enum(['on_track', 'needs_attention', 'at_risk'], 'one of on_track, needs_attention, at_risk');

const options = about(
  someOf(
    z.strictObject(
      {
        say: about(text, 'What the form says. No two choices of a field say the same.'),
        write: z.optional(about(text, 'What the comment says instead: an emoji, a sentence.')),
        health: z.optional(about(health, 'GitLab’s health status that this choice means.')),
      },
      'a choice',
    ),
    'choice',
    50,
  ),
  'What can be chosen.',
);

const fieldBase = {
  label: about(text, 'What names the field in the form, and stands before its value in comments that are read.'),
  help: z.optional(about(text, 'A line of help under the field.')),
  required: z.optional(about(truth, '`true`: without it nothing is inserted.', { default: false })),
  aliases: z.optional(about(texts, 'Other names under which people type this field.')),
};

const id = about(
  fieldId,
  'The name under which a line of a format puts the value: `{complete}`. No two fields have the same.',
);

export const field = part(
  'field',
  'One thing that the form asks for. Its `kind` says how it looks and which further keys it has.',
  z.discriminatedUnion(
    'kind',
    [
      z.strictObject(
        { id, kind: about(z.literal('percent'), 'A number from 0 to 100.'), ...fieldBase },
        'a percent field',
      ),
      z.strictObject(
        { id, kind: about(z.literal('text'), 'Words, on one line or more.'), ...fieldBase },
        'a text field',
      ),
      z.strictObject(
        { id, kind: about(z.literal('list'), 'Several entries, one a line.'), ...fieldBase },
        'a list field',
      ),
      z.strictObject(
        {
          id,
          kind: about(z.literal('labels'), 'Some of a few labels.'),
          ...fieldBase,
          labels: about(labelTitles, 'The labels that are offered.'),
        },
        'a label field',
      ),
      z.strictObject(
        {
          id,
          kind: about(z.literal('choice'), 'One of a few choices.'),
          ...fieldBase,
          options,
          boxes: z.optional(
            about(truth, '`true`: written as check boxes, one of which is checked.', { default: false }),
          ),
        },
        'a choice field',
      ),
      z.strictObject(
        {
          id,
          kind: about(z.literal('checks'), 'Any of a few choices.'),
          ...fieldBase,
          options,
          into: z.optional(
            about(
              fieldId,
              'The text field to which the checked choices add their words. Without it they are written as check boxes.',
            ),
          ),
        },
        'a field of check boxes',
      ),
      z.strictObject({ id, kind: about(z.literal('date'), 'A day.'), ...fieldBase }, 'a date field'),
      z.strictObject(
        {
          id,
          kind: about(z.literal('merge-requests'), 'The related merge requests, each with its own values.'),
          ...fieldBase,
        },
        'a merge request field',
      ),
    ],
    'a field with one of the kinds percent, text, list, labels, choice, checks, date, merge-requests',
  ),
);

export const format = part(
  'format',
  'How the comment is written.',
  z.strictObject(
    {
      name: about(text, 'What the form calls it, where there are several.'),
      when: z.optional(
        about(
          z.literal('merge-requests', 'merge-requests'),
          '`merge-requests`: proposed as soon as the update speaks of a merge request.',
        ),
      ),
      lines: about(
        z
          .array(
            z.string('a line of the comment').check(z.maxLength(2_000, 'at most 2000 characters')),
            'a list of lines',
          )
          .check(z.minLength(1, 'at least one line'), z.maxLength(100, 'at most 100 lines')),
        'The comment, line by line, with `{id}` where a field’s value stands. A line whose fields are all empty is left out; an empty line `""` parts two paragraphs. A line that holds line breaks is a block, such as a question with its answer, and is left out as a whole. A field that stands in no line follows at the end, with its label, unless a quick action carries it.',
      ),
      mergeRequest: z.optional(
        about(
          text,
          'One merge request’s line, of `{ref}`, `{complete}`, `{confidence}`, `{notes}`. What is empty goes with the dash before it.',
        ),
      ),
    },
    'a format',
  ),
);

const rhythm = z.strictObject(
  {
    weekdays: z.optional(
      about(
        listOf(
          z.enum(
            ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
            'a day of the week, such as monday',
          ),
          'weekdays',
          7,
        ),
        'On these days. They count where there is `everyDays` as well.',
      ),
    ),
    everyDays: z.optional(about(days, 'So many days after the last one.')),
  },
  'a rhythm',
);

export const status = part(
  'status',
  'The status comment: a form at the comment box that fills in the team’s format. It never posts.',
  z.strictObject(
    {
      link: z.optional(link),
      rhythm: z.optional(about(rhythm, 'When an update is due: the history of updates says when one is late.')),
      skip: z.optional(about(text, `When an update may be left out, in one sentence. ${later}`)),
      ignore: z.optional(
        about(
          z.strictObject(
            {
              bots: z.optional(about(truth, 'Those of bots.', { default: true })),
              internal: z.optional(about(truth, 'Internal ones.', { default: false })),
            },
            'whose comments are no updates',
          ),
          'Comments that are never read as updates.',
        ),
      ),
      on: z.optional(
        about(
          listOf(z.enum(['issue', 'epic', 'merge-request'], 'one of issue, epic, merge-request'), 'places', 3),
          `Where the team writes updates. ${later}`,
        ),
      ),
      fields: about(someOf(field, 'field', 50), 'What the form asks for, in its order.'),
      formats: about(
        someOf(format, 'format', 20),
        'The forms that the comment can have. The first is proposed, unless a format says `when`.',
      ),
      health: z.optional(
        about(
          listOf(
            z.strictObject(
              {
                atLeast: about(percent, 'From this confidence on.'),
                health: about(health, 'GitLab’s health status.'),
              },
              'a health rule',
            ),
            'health rules',
            20,
          ),
          'Which health status a confidence means: the value of the percent field with the id `confidence`, from the highest `atLeast` down.',
        ),
      ),
      quickActions: z.optional(
        about(
          listOf(
            z
              .string('a quick action')
              .check(
                z.regex(/^\/[a-z_]+( .*)?$/, 'a quick action, such as /health_status on_track'),
                z.maxLength(2_000, 'at most 2000 characters'),
              ),
            'quick actions',
            20,
          ),
          'Quick actions that the form may add: `/health_status {health}`, or with the id of a choice, label or date field, `/status "{step}"`, `/label {labels}`. A label field gives its labels with `~`, a choice what it writes. `{health}` is always GitLab’s word for the health, whatever field has that id. Off until the person switches them on.',
        ),
      ),
    },
    'a status comment',
  ),
);
