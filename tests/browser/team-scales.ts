import type { Scale } from '../../handbook/profile';

/** From nothing to the unknown: what is known least is a level of its own, but is not scheduled. */
export const sourceCode: Scale = {
  in: 'field',
  levels: [
    { weight: 0, name: 'Moment', meaning: 'An hour at most; it is not counted.' },
    { weight: 1, name: 'Trivial', meaning: 'A simple change without side effects.' },
    { weight: 2, name: 'Small', meaning: 'A simple change, the side effects are known.' },
    { weight: 3, name: 'Medium', meaning: 'A change in several places.' },
    { weight: 4, name: 'Large', meaning: 'Hard, but understood.' },
    { weight: 5, name: 'Unknown', meaning: 'Not understood yet. It becomes a spike of weight 2.', schedulable: false },
  ],
  adjustments: [{ when: { any: ['security'] }, add: 1, say: 'Security: one level higher.' }],
};

/** Four levels with a gap, reached by questions. */
export const environments: Scale = {
  in: 'field',
  levels: [
    { weight: 1, name: 'Simple', meaning: 'Nothing is left to find out.' },
    { weight: 2, name: 'Straightforward', meaning: 'Something may turn up.' },
    { weight: 3, name: 'Involved', meaning: 'Something will likely turn up.' },
    { weight: 5, name: 'Too large', meaning: 'Surprises are certain. Divide it.', schedulable: false },
  ],
  questions: ['Is more investigation needed?', 'Will there be surprises?', 'Must others work with you?'].map(ask => ({
    ask,
    answers: [
      { say: 'Not expected', weight: 1 },
      { say: 'Possible', weight: 2 },
      { say: 'Likely', weight: 3 },
      { say: 'Guaranteed', weight: 5 },
    ],
  })),
};

/** Wider and wider gaps, and a mark for what nobody can tell. */
export const fulfillment: Scale = {
  in: 'field',
  levels: [
    { weight: 1, name: 'Trivial', meaning: 'One place, no surprises.' },
    { weight: 2, name: 'Small', meaning: 'One place, a few surprises.' },
    { weight: 3, name: 'Medium', meaning: 'A few places.' },
    { weight: 5, name: 'Large', meaning: 'Many places.' },
    { weight: 8, name: 'Very large', meaning: 'Parts of it are unclear.' },
    { weight: 13, name: 'Huge', meaning: 'Most of it is unclear.', schedulable: false },
  ],
  unknown: { name: '?', meaning: 'Nobody can tell yet.' },
  softMaximum: 5,
  hardMaximum: 13,
};
