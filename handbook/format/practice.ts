import * as z from 'zod/mini';
import { condition } from './condition';
import { about, days, labelTitles, later, link, part, percent, someOf, text, texts, truth, weight } from './values';

const step = part(
  'step',
  'One step of the workflow.',
  z.strictObject(
    {
      name: about(text, 'What the step is called.'),
      labels: z.optional(about(labelTitles, 'Labels of items in this step.')),
      statuses: z.optional(about(texts, 'Names in GitLab’s Status field of items in this step.')),
      owner: z.optional(about(text, `The role that does this step. ${later}`)),
      entry: z.optional(about(texts, `What must be done before. ${later}`)),
      next: z.optional(about(texts, `The names of the steps that can follow. ${later}`)),
      isDevelopment: z.optional(
        about(
          truth,
          '`true`: the time with one of `labels` counts as time in development, which is held against the `longestDays` of a level.',
          { default: false },
        ),
      ),
      progress: z.optional(about(percent, `How complete an item in this step counts. ${later}`)),
    },
    'a workflow step',
  ),
);

export const workflow = part(
  'workflow',
  'The steps that an item goes through.',
  z.strictObject({ link: z.optional(link), steps: about(someOf(step, 'step', 100), 'In their order.') }, 'a workflow'),
);

export const milestone = part(
  'milestone',
  'What the team commits to in a milestone.',
  z.strictObject(
    {
      link: z.optional(link),
      committed: z.optional(
        about(condition, 'The items that the team has committed to. The badge of one says when no milestone is set.'),
      ),
      goal: z.optional(about(percent, `How many of them should be completed, in percent. ${later}`)),
      features: z.optional(
        about(
          z.strictObject({ when: condition, limit: about(weight, 'At most so many.') }, 'a limit of feature work'),
          `How much feature work is taken on. ${later}`,
        ),
      ),
      deliverables: z.optional(about(labelTitles, `Labels of what was promised. ${later}`)),
      retrospective: z.optional(
        about(
          z.strictObject(
            {
              withinDays: about(days, 'So many days after the milestone.'),
              draft: z.optional(about(text, 'What the retrospective begins with.')),
            },
            'a retrospective',
          ),
          `What is written about a promise that was missed. ${later}`,
        ),
      ),
    },
    'the rules of a milestone',
  ),
);

export const community = part(
  'community',
  `How the team looks after contributions from outside. ${later}`,
  z.strictObject(
    {
      link: z.optional(link),
      team: z.optional(about(texts, 'Usernames of the team’s members.')),
      labels: z.optional(about(labelTitles, 'Labels of contributions from outside.')),
      checklist: z.optional(about(texts, 'What is done before one is taken over.')),
      idleDays: z.optional(about(days, 'After so many quiet days it counts as idle.')),
      staleDays: z.optional(about(days, 'After so many quiet days it counts as stale.')),
    },
    'the rules for community contributions',
  ),
);

export const standUp = part(
  'standUp',
  `What everybody answers in a stand-up. ${later}`,
  z.strictObject(
    {
      link: z.optional(link),
      questions: about(someOf(text, 'question', 100), 'The questions, in their order.'),
      skip: z.optional(about(text, 'What is written in place of an answer when there is none.')),
    },
    'the questions of a stand-up',
  ),
);
