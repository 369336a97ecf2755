import * as z from 'zod/mini';
import { condition } from './condition';
import { about, days, labelTitle, link, listOf, part, percent, someOf, text, texts, truth, weight } from './values';

export const level = part(
  'level',
  'One weight of the scale.',
  z.strictObject(
    {
      weight: about(
        weight,
        'The number in GitLab’s field or label. Gaps and 0 are allowed; no two levels have the same.',
      ),
      name: about(text, 'A word for it: `Small`. Where the team has only numbers, find one.'),
      meaning: about(text, 'One line: what a weight of this level means. Stands under the weight.'),
      examples: z.optional(about(texts, 'Work that had this weight.')),
      confidence: z.optional(about(percent, 'How sure one has to be, in percent, to choose this level.')),
      longestDays: z.optional(
        about(
          days,
          'The longest that work of this level may take. An item that is longer in development is pointed out.',
        ),
      ),
      schedulable: z.optional(about(truth, '`false`: such an item is not scheduled as it is.', { default: true })),
      kinds: z.optional(
        about(
          listOf(
            z.strictObject(
              {
                name: about(text, 'What the kind is called: `Bug`.'),
                when: condition,
                meaning: about(text, 'What the level means for such items.'),
              },
              'a kind of item',
            ),
            'kinds',
            20,
          ),
          'Meanings of their own for some items, such as bugs. The first kind whose condition holds replaces `meaning`.',
        ),
      ),
    },
    'a level',
  ),
);

const above = z.strictObject(
  {
    name: about(text, 'A word for it: `Larger`.'),
    meaning: about(text, 'One line: what it means.'),
    examples: z.optional(about(texts, 'Work that was too large.')),
    confidence: z.optional(about(percent, 'How sure one is of such an estimate at least, in percent.')),
    advice: about(text, 'What is done with such an item, in one sentence.'),
  },
  'what lies above the scale',
);

const question = z.strictObject(
  {
    ask: about(text, 'The question.'),
    answers: about(
      someOf(
        z.strictObject(
          { say: about(text, 'The answer.'), weight: about(weight, 'The weight that this answer leads to.') },
          'an answer with its weight',
        ),
        'answer',
        20,
      ),
      'What can be answered.',
    ),
  },
  'a question with its answers',
);

export const scale = part(
  'scale',
  'What a weight means. Shown under the weight of an item, with a panel to choose one.',
  z.strictObject(
    {
      link: z.optional(link),
      in: about(
        z.union(
          [
            z.literal('field'),
            listOf(
              z.strictObject(
                {
                  track: about(text, 'Whose weight it is: `Backend`.'),
                  label: about(
                    labelTitle,
                    'The label with `{n}` where the number stands (`weight::{n}`; leading zeros are understood), or `{name}` for the name of the level.',
                  ),
                },
                'a track with its label pattern',
              ),
              'tracks',
              20,
            ),
          ],
          'field, or a list of tracks with label patterns',
        ),
        'Where the weight lives: `field` is GitLab’s weight field (Premium); else a list with one label pattern for each track.',
      ),
      levels: about(someOf(level, 'level', 100), 'The weights that the team uses, in any order.'),
      above: z.optional(
        about(above, 'What lies above the last level. Without it a larger weight is only “not on the scale”.'),
      ),
      investigateBelow: z.optional(
        about(percent, 'Below this confidence, in percent, no weight is final: the item is investigated first.'),
      ),
      notWeighed: z.optional(
        about(
          listOf(
            z.strictObject(
              { when: condition, say: about(text, 'What is said there, in one sentence.') },
              'a rule for items without a weight',
            ),
            'rules for items without a weight',
            50,
          ),
          'Items that carry no weight by agreement: bugs, in some teams.',
        ),
      ),
      softMaximum: z.optional(about(weight, 'Above this weight an item should be split, but may be scheduled.')),
      hardMaximum: z.optional(about(weight, 'No item of the team weighs more.')),
      unknown: z.optional(
        about(
          z.strictObject(
            { name: about(text, 'A word for it.'), meaning: about(text, 'What it means, and what is done then.') },
            'what an unknown weight means',
          ),
          'What the team writes as “?”: nobody can tell yet. It has no number, so GitLab’s field stays empty.',
        ),
      ),
      adjustments: z.optional(
        about(
          listOf(
            z.strictObject(
              {
                when: condition,
                add: about(weight, 'By how much; 0 only says something.'),
                say: about(text, 'What is said there, in one sentence.'),
              },
              'an adjustment',
            ),
            'adjustments',
            50,
          ),
          'What is said of some items, such as that work on security weighs one more. It is said beside the weight; nothing is added by itself. With `weight` in the condition it can speak of large weights: “Above 3 a second person estimates too.”',
        ),
      ),
      questions: z.optional(
        about(
          someOf(question, 'question', 20),
          'Questions that lead to a weight, in place of the slider for the confidence: the highest weight of the answers counts.',
        ),
      ),
    },
    'a scale',
  ),
);
