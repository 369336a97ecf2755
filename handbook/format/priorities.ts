import * as z from 'zod/mini';
import { condition } from './condition';
import { about, labelTitles, link, listOf, part, someOf, text } from './values';

export const rule = part(
  'rule',
  'One rank of the order.',
  z.strictObject(
    {
      name: about(text, 'The short name on the badge: `P1`. No two rules have the same.'),
      when: condition,
      meaning: about(text, 'What the agreement says about such items, in one sentence.'),
      tone: z.optional(
        about(
          z.enum(['danger', 'warning', 'info', 'neutral'], 'one of danger, warning, info, neutral'),
          'The look of the badge. Without it the place in the order decides.',
        ),
      ),
      expects: z.optional(
        about(
          z.strictObject(
            { when: condition, say: about(text, 'What the badge says when the item does not fulfil it.') },
            'an expectation',
          ),
          'What such an item must fulfil as well.',
        ),
      ),
      within: z.optional(
        about(
          listOf(
            z.strictObject({ name: about(text, 'Its short name.'), when: condition }, 'a rule of the second order'),
            'rules of the second order',
            100,
          ),
          'A second order inside this rank.',
        ),
      ),
      tieBreak: z.optional(
        about(
          z.literal('weight', 'weight'),
          'Who comes first among equals. `weight`: the least effort; an item without a weight comes last. Next up orders every rank so, also where nothing is said.',
        ),
      ),
      link: z.optional(link),
    },
    'a priority rule',
  ),
);

export const priorities = part(
  'priorities',
  'What comes first. Shown as a badge beside an item’s state and in lists, and as the order of Next up.',
  z.strictObject(
    {
      link: z.optional(link),
      rules: about(
        someOf(rule, 'priority rule', 100),
        'From the most urgent down. The first rule whose condition holds is the item’s priority; where none holds there is no badge.',
      ),
      exclusive: z.optional(
        about(
          listOf(labelTitles, 'lists of label names', 100),
          'Labels of which an item carries one at most, a list for each choice. Labels of one scope (`Package::P1`, `Package::P2`) need none.',
        ),
      ),
      demands: z.optional(
        about(
          listOf(
            z.strictObject(
              {
                of: about(condition, 'The items that are meant.'),
                when: about(condition, 'What they must fulfil.'),
                say: about(text, 'What the badge says when they do not.'),
              },
              'a demand',
            ),
            'demands',
            100,
          ),
          'What items must fulfil, whatever their rank: a severity that demands a priority.',
        ),
      ),
    },
    'an order of priorities',
  ),
);
