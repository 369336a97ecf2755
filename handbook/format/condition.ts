import * as z from 'zod/mini';
import { about, labelTitles, listOf, part, text, truth, weight } from './values';

export const condition = part(
  'condition',
  'When something of the agreement applies to an item. All keys that are given must hold; `{}` always holds. For one key or another, such as a label or a status, write two rules. What a page does not show of an item counts as not fulfilled there.',
  z.strictObject(
    {
      any: z.optional(about(labelTitles, 'The item has at least one of these labels.')),
      all: z.optional(about(labelTitles, 'The item has all of these labels.')),
      none: z.optional(about(labelTitles, 'The item has none of these labels.')),
      statuses: z.optional(
        about(
          listOf(text, 'status names', 100),
          'Names in GitLab’s Status field (Premium, GitLab 18.2 and later), such as `In dev`; one of them.',
        ),
      ),
      types: z.optional(
        about(
          listOf(text, 'item types', 100),
          'GitLab’s names of item types: `Issue`, `Task`, `Incident`; one of them.',
        ),
      ),
      confidential: z.optional(about(truth, '`true`: the item is confidential; `false`: it is not.')),
      milestone: z.optional(
        about(
          z.enum(['current', 'next', 'none', 'any'], 'one of current, next, none, any'),
          'The item’s milestone: the one that is running, the one after it, none at all, or whichever.',
        ),
      ),
      weight: z.optional(about(listOf(weight, 'weights', 100), 'The item has one of these weights.')),
    },
    'a condition, such as { any: [label names] }',
  ),
);
