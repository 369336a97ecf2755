import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseProfile } from '../../handbook/profile';
import { shippedProfiles } from '../../handbook/shipped';
import { formatStatus } from '../../handbook/status/format';
import { readStatus } from '../../handbook/status/read';
import { problemsIn, type StatusValues } from '../../handbook/status/values';
import { shipped, statusOf } from './shipped';

const folder = 'handbook/profiles';
const files = readdirSync(folder);

describe('the shipped profiles', () => {
  it.each(files)('%s is a profile without a problem, named as its file', file => {
    const result = parseProfile(readFileSync(`${folder}/${file}`, 'utf8'));
    expect('problems' in result ? result.problems : []).toEqual([]);
    expect('profile' in result && `${result.profile.id}.json`).toBe(file);
  });

  it('are all in the list, the default first', () => {
    expect(shippedProfiles.map(({ id }) => `${id}.json`).sort()).toEqual(files);
    expect(shippedProfiles[0]?.id).toBe('package-group-2021');
  });

  it('say where they are from and when that was checked', () => {
    const without = shippedProfiles.filter(({ source }) => !source).map(({ id }) => id);
    expect(without).toEqual(['small-team']);
  });

  it('carry at least ten different status templates', () => {
    const templates = shippedProfiles.flatMap(
      ({ status }) => status?.formats.map(({ lines }) => lines.join('\n')) ?? [],
    );
    expect(new Set(templates).size).toBeGreaterThanOrEqual(10);
  });
});

const mrs = [
  { ref: '!11111', complete: 80, confidence: 99, notes: 'docs update - need to add one more section' },
  { ref: '!21212', complete: 10, confidence: 70, notes: 'api update' },
];
const seed = { complete: 80, confidence: 90, notes: 'expecting to go into review tomorrow' };

type Template = [id: string, values: StatusValues, comment: string[]];
const templates: Template[] = [
  [
    'package-group-2021',
    { ...seed, concern: ['frontend'] },
    ['Complete: 80%', 'Confidence: 90%', 'Notes: expecting to go into review tomorrow', 'Concern: ~frontend'],
  ],
  [
    'package-2026',
    { ...seed, concern: ['frontend'], blockers: 'a slow runner' },
    [
      '#### Async Update',
      '',
      'Complete: 80%',
      'Confidence: 90%',
      'Notes: expecting to go into review tomorrow',
      'Concern: ~frontend',
      'Blockers: a slow runner',
    ],
  ],
  [
    'package-2026',
    { complete: 20, confidence: 75, mrs },
    [
      '#### Async Update',
      '',
      'Issue status: 20% complete, 75% confident',
      '',
      'MR statuses:',
      '!11111 - 80% complete, 99% confident - docs update - need to add one more section',
      '!21212 - 10% complete, 70% confident - api update',
    ],
  ],
  [
    'package-2026',
    { ...seed, review: ['Review has started'] },
    [
      '#### Async Update',
      '',
      'Complete: 80%',
      'Confidence: 90%',
      'Notes: expecting to go into review tomorrow - review started',
    ],
  ],
  ...['pipeline-authoring', 'environments'].map(
    (id): Template => [
      id,
      seed,
      [
        '## Async status update',
        '',
        '- Complete: 80%',
        '- Confidence: 90%',
        '- Notes: expecting to go into review tomorrow',
      ],
    ],
  ),
  [
    'engineering-productivity',
    { complete: 20, confidence: 75, notes: 'Expecting to go into review tomorrow.' },
    ['**Status**: 20% complete, 75% confident', '', 'Expecting to go into review tomorrow.'],
  ],
  [
    'engineering-productivity',
    { complete: 20, confidence: 75, notes: 'Expecting to go into review tomorrow.', mrs },
    [
      '**Issue status**: 20% complete, 75% confident',
      '',
      'Expecting to go into review tomorrow.',
      '',
      '**MR statuses**:',
      '',
      '- !11111+ - 80% complete, 99% confident - docs update - need to add one more section',
      '- !21212+ - 10% complete, 70% confident - api update',
    ],
  ],
  [
    'fulfillment',
    { progress: 'The API is merged.', confidence: 'Slightly confident', smaller: 'No', met: 'No', related: 'Yes' },
    [
      '### Async issue update',
      '',
      '1. Please provide a quick summary of the current status (one sentence)',
      '    - The API is merged.',
      '1. How confident are you that this will make it to the current milestone?',
      '    - [ ] Not confident',
      '    - [x] Slightly confident',
      '    - [ ] Very confident',
      '1. Are there any opportunities to further break the issue or merge request into smaller pieces (if applicable)?',
      '    - [ ] Yes',
      '    - [x] No',
      '1. Were expectations met from a previous update? If not, please explain why.',
      '    - [ ] Yes',
      '    - [x] No, ___',
      '1. Are the related issues up to date? Please link any missing issues in the epic that could be linked to this issue',
      '    - [x] Yes',
      '    - [ ] No',
    ],
  ],
  [
    'fulfillment-projects',
    {
      date: '2026-03-09',
      resources: 'two engineers',
      complete: 40,
      health: 'On Track',
      dates: ['Design complete - Milestone 18.9', 'Rolled out in production - 2026-05-01'],
      risks: ['_New!_ the vendor', 'a holiday'],
      mitigation: ['a second vendor', 'start now'],
      results: ['the API | merged'],
    },
    [
      '## Status update as of 2026-03-09',
      '',
      '### Summary',
      '',
      '1. **Key Resources**',
      '  * two engineers',
      '',
      '2. **% Complete**: `40%`',
      '',
      '3. **Status**: `On Track`',
      '',
      '4. **Key Dates**:',
      '',
      ' * Design complete - Milestone 18.9',
      ' * Rolled out in production - 2026-05-01',
      '',
      '### Risks & Blockers',
      '',
      '| Risks & Blockers | Mitigation Approach |',
      '|------------------|---------------------|',
      '| _New!_ the vendor | a second vendor |',
      '| a holiday | start now |',
      '',
      '### Results/Challenges/Learnings',
      '',
      '1. the API | merged',
    ],
  ],
  [
    'fulfillment-utilization',
    {
      closed: '20',
      open: '31',
      dev: '12',
      'deliverable-closed': '9',
      'deliverable-open': '8',
      'deliverable-dev': '5',
      'deliverable-blocked': '3',
      blocked: '1 issue(s) (3 weight) #12, waits for the vendor',
    },
    [
      '**Total Weight Closed** 20',
      '',
      '**Total Weight Open** 31 (12 in dev)',
      '',
      '**Deliverable Weight Closed** 9',
      '',
      '**Deliverable Weight Open** 8 (5 in dev; 3 blocked)',
      '',
      '**Blocked Issues** 1 issue(s) (3 weight) #12, waits for the vendor',
    ],
  ],
  [
    'growth',
    {
      date: '2026-03-09',
      complete: 60,
      previous: 45,
      health: 'Needs attention',
      notes: 'The first step is out.',
      issues: ['#12+', '#13+'],
      weights: ['2', '3'],
      steps: ['~"workflow::in dev"', '~"workflow::in review"'],
    },
    [
      '# Status Update - 2026-03-09',
      '',
      '1. **Complete:** 60% (change from 45%)',
      '1. **Status:** :large_yellow_circle: Needs Attention',
      '1. **Update:** The first step is out.',
      '',
      '| Issue | Weight | Status |',
      '|-------|--------|--------|',
      '| #12+ | 2 | ~"workflow::in dev" |',
      '| #13+ | 3 | ~"workflow::in review" |',
    ],
  ],
  [
    'small-team',
    { complete: 60, notes: 'The first step is out.', blockers: 'A slow runner.' },
    ['**Complete:** 60%', '**Notes:** The first step is out.', '**Blockers:** A slow runner.'],
  ],
  [
    'duo-chat',
    { progress: 'behind a flag', confidence: 'yes', scope: 'no' },
    [
      '## Async issue update',
      '',
      '- Current status: behind a flag',
      '- Shipping this milestone: yes',
      '- Scope reduction opportunities: no',
    ],
  ],
  ...['authorization', 'security-insights'].map(
    (id): Template => [
      id,
      { progress: 'two of three merged', confidence: 'Slightly confident', scope: 'No' },
      [
        '### Async issue update',
        '',
        '* Current status: two of three merged',
        '',
        '* Shipping this milestone: Slightly confident',
        '',
        '* Scope reduction opportunities: No',
      ],
    ],
  ),
  [
    'agent-developer',
    {
      date: '2026-05-12',
      progress: 'flow registered behind a flag',
      next: 'write the feature spec',
      blockers: 'a slow runner',
      confidence: 'Slightly confident',
    },
    [
      '## Async Status Update 2026-05-12',
      '',
      '- **Progress & Status**: flow registered behind a flag',
      '- **Next Steps**: write the feature spec',
      '- **Blockers**: a slow runner',
      '- **How confident are you that this will make it to the current milestone?**',
      '    - [ ] Not confident',
      '    - [x] Slightly confident',
      '    - [ ] Very confident',
    ],
  ],
  [
    'verify-ci-platform',
    {
      progress: ['partition job finished', 'docs'],
      next: ['enable on staging'],
      blockers: ['a slow runner'],
      confidence: 'On track',
    },
    [
      '## Status Update',
      '',
      '**Progress this week:**',
      '- partition job finished',
      '- docs',
      '',
      "**What's next:**",
      '- enable on staging',
      '',
      '**Blockers:**',
      '- a slow runner',
      '',
      '**Confidence for current milestone:**',
      '- [ ] :red_circle: At risk - may not make it',
      '- [ ] :yellow_circle: Some concerns - watching closely',
      "- [x] :green_circle: On track - confident we'll deliver",
    ],
  ],
  [
    'pipeline-security',
    {
      date: '2026-05-12',
      health: 'At risk',
      left: 'the migration',
      blockers: 'the vendor',
      notes: 'Help is asked for.',
    },
    [
      '## Update 2026-05-12',
      'Health status: At risk',
      "What's left to be done: the migration",
      "What's blocking: the vendor",
      'Notes: Help is asked for.',
    ],
  ],
  [
    'pipeline-security',
    {
      date: '2026-05-12',
      health: 'On track',
      left: 'the migration',
      mrs: ['!1', '!2'].map(ref => ({ ref, complete: undefined, confidence: undefined, notes: '' })),
    },
    [
      '## Update 2026-05-12',
      'Health status: On track',
      "What's left to be done: the migration",
      '',
      '#### MRs',
      '1. !1',
      '1. !2',
    ],
  ],
  [
    'infrastructure-epics',
    {
      overview: 'Going well.',
      progress: ['second cell serves traffic'],
      blockers: ['the vendor'],
      next: ['load test', 'docs'],
    },
    [
      'Going well.',
      '',
      ':tada: **achievements**:',
      '- second cell serves traffic',
      ':issue-blocked: **blockers**:',
      '- the vendor',
      ':arrow_forward: **next**:',
      '- load test',
      '- docs',
    ],
  ],
  [
    'ai-assisted-2023',
    { progress: 'The API is merged.', ready: 'On Friday.', smaller: 'No.', met: 'Yes.' },
    [
      '### Async issue update',
      '',
      '1. Please provide a quick summary of the current status (one sentence).',
      '    - The API is merged.',
      '1. When do you predict this feature to be ready for maintainer review?',
      '    - On Friday.',
      '1. Are there any opportunities to further break the issue or merge request into smaller pieces (if applicable)?',
      '    - No.',
      '1. Were expectations met from a previous update? If not, please explain why.',
      '    - Yes.',
    ],
  ],
];

describe('a status template', () => {
  it.each(templates)('of %s comes out exactly, with %j', (id, values, comment) => {
    expect(problemsIn(values, statusOf(id))).toEqual([]);
    expect(formatStatus(values, statusOf(id)).replaceAll('\\\n', '\n')).toBe(comment.join('\n'));
  });

  it.each(templates)('of %s is read back, with %j', (id, values) => {
    expect(readStatus(formatStatus(values, statusOf(id)), shipped(id))?.values).toEqual(values);
  });

  it('of every profile is proved', () => {
    const proved = new Set(templates.map(([id]) => id));
    expect(shippedProfiles.filter(({ id, status }) => status && !proved.has(id))).toEqual([]);
  });
});
