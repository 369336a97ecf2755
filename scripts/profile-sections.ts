/**
 * The words of the reference around what the schema says itself, and its examples. The tests read each example as a
 * profile; `smallest` and those of the `profile` section are whole ones, the others are a part of one.
 */

export const smallest = `
version: 1
id: lunch-team
name: Lunch team
scale:
  in: field
  levels:
    - weight: 1
      name: Small
      meaning: Done in a day.
    - weight: 3
      name: Medium
      meaning: Done in a week.
`;

export const beginning = `
# The profile format

A profile is a team's working agreement as a file: what a weight means, what a status comment contains, what comes first. Handrail reads it and
shows it on GitLab's pages. It is written in YAML or JSON, has at most 200,000 characters, and needs no part but its first three keys. This page is
about format version 1.

## A smallest profile

\`\`\`yaml
${smallest.trim()}
\`\`\`

**Try it.** Open Handrail's options (its popup has a button for them), *Profiles*, *Import*, paste the text, *Import profile*. Then press *Put in force*: with nothing filled in it
counts everywhere, with \`group/project\` in that project. An issue with weight 1 now says “Small”. Open pages follow at once, and each saved change as well. *Remove* beside
the place takes it out of force.

A mistake is told with its line, its place and what was expected, and nothing is stored before the text has none:

\`\`\`
Line 8   scale.levels[0].waight   is not a key of the profile format; did you mean “weight”?
\`\`\`

**Give it to the team.** Commit the file as \`.gitlab/handrail.yml\` (or \`.gitlab/handrail.json\`) to the default branch of a project. For a whole group, commit it under that name to a project
\`handrail-profile\` in the group; the options can name another project. Everybody who has Handrail is asked once, in the popup, before it is used. A later version is in force
by itself, unless its links lead to new hosts; then it asks again. A file with a mistake changes nothing: the last good one stays in force.

**Let your editor help.** The JSON Schema is part of the build, as \`profile.schema.json\`, and *Import* in the options saves it for you. Editors with the YAML
language server check and complete the file when its first line names the schema:

\`\`\`yaml
# yaml-language-server: $schema=./handrail.schema.json
\`\`\`

In JSON the key \`$schema\` does the same. The schema knows keys, types and limits. What only Handrail checks stands under [What must fit together](#what-must-fit-together).

**See it.** The preview beside a profile's text shows badges, weights and an example of the comment. On GitLab, the name of the level stands under *Weight*, *Status update* at the comment box
opens the form, and the badge stands beside an item's state when one of its labels fits a rule.

**Start from another team's.** Open a profile that comes with Handrail in the options, press *Duplicate* and change the copy.

In the tables below, \`above.name\` is the key \`name\` inside of \`above\`, and \`kinds[].name\` the key \`name\` in each entry of the list \`kinds\`. Keys without “(needed)” may be left out. Other keys
than these are a mistake.

**Quotes.** In YAML the safe way is to put every text in single quotes, with \`''\` for an apostrophe: \`'What''s next, and when?'\`. They are needed around what contains \`: \` or \` #\`, what begins
with \`#\`, \`*\`, \`&\`, \`!\`, \`|\`, \`>\`, \`{\`, \`[\`, \`@\`, \`%\`, a quote or a backtick, what reads as a number, \`true\`, \`false\` or \`null\`, and, between \`{ }\` or \`[ ]\`, around what contains a comma or a bracket. The lines of a comment need them
nearly always. Anchors and aliases are not read.
`;

type Section = {
  /** The part's id in the schema. */
  readonly part: string;
  readonly title: string;
  readonly example: string;
  /** What else is to be said. */
  readonly more?: string;
};

export const sections: readonly Section[] = [
  {
    part: 'profile',
    title: 'The whole',
    example: `
version: 1
id: lunch-team
name: Lunch team
source:
  link: https://handbook.example/lunch-team
  checked: 2026-11-21
appliesTo:
  paths: [example/lunch]
  labels: ['group::lunch']
`,
  },
  {
    part: 'scale',
    title: 'scale: what a weight means',
    example: `
scale:
  link: https://handbook.example/lunch-team#weights
  in: field
  levels:
    - { weight: 1, name: Small, meaning: Done in a day., confidence: 90 }
    - { weight: 2, name: Medium, meaning: Done in a week., confidence: 70 }
  above:
    name: Too large
    meaning: More than a week.
    advice: Split it before it is planned.
  investigateBelow: 50
  softMaximum: 2
  notWeighed:
    - when: { any: ['type::bug'] }
      say: Bugs have no weight here.
  adjustments:
    - when: { any: [security] }
      add: 1
      say: 'Security: one more.'
`,
    more: `
Without GitLab's weight field, keep weights in labels. Several tracks are several weights of one item:

\`\`\`yaml
scale:
  in:
    - { track: Backend, label: 'backend-weight::{n}' }
    - { track: Frontend, label: 'frontend-weight::{n}' }
  levels:
    - { weight: 1, name: Small, meaning: Done in a day. }
\`\`\`
`,
  },
  {
    part: 'level',
    title: 'A level of the scale',
    example: `
scale:
  in: field
  levels:
    - weight: 3
      name: Medium
      meaning: The way is known, some of it is new.
      examples: [Another column in a table that has ten]
      confidence: 60
      longestDays: 14
      kinds:
        - { name: Bug, when: { any: ['type::bug'] }, meaning: The cause is known. }
    - weight: 5
      name: Large
      meaning: Nobody can oversee it.
      schedulable: false
`,
  },
  {
    part: 'priorities',
    title: 'priorities: what comes first',
    example: `
priorities:
  link: https://handbook.example/lunch-team#priorities
  rules:
    - name: Security
      when: { any: [security], none: ['workflow::blocked'] }
      meaning: Before everything else.
    - name: P1
      when: { any: ['priority::1'] }
      meaning: Promised for this milestone.
  exclusive:
    - [frontend, backend]
  demands:
    - of: { any: ['severity::1'] }
      when: { any: ['priority::1'] }
      say: Severity 1 needs priority 1.
`,
  },
  {
    part: 'rule',
    title: 'A rule of the order',
    example: `
priorities:
  rules:
    - name: P1
      tone: danger
      when: { any: ['priority::1'] }
      meaning: Promised for this milestone.
      expects: { when: { milestone: current }, say: P1 belongs into the current milestone. }
      within:
        - { name: Bug, when: { any: ['type::bug'] } }
        - { name: The rest, when: {} }
      tieBreak: weight
      link: https://handbook.example/lunch-team#p1
`,
  },
  {
    part: 'condition',
    title: 'A condition',
    example: `
priorities:
  rules:
    - name: Ready
      when:
        any: [next, soon]
        none: ['workflow::blocked']
        types: [Issue, Task]
        milestone: current
        weight: [1, 2]
      meaning: Can be taken now.
    - name: The rest
      when: {}
      meaning: Everything else.
`,
  },
  {
    part: 'status',
    title: 'status: the status comment',
    example: `
status:
  link: https://handbook.example/lunch-team#updates
  fields:
    - { id: complete, kind: percent, label: Complete, required: true }
    - { id: confidence, kind: percent, label: Confidence }
    - { id: notes, kind: text, label: Notes }
  formats:
    - name: Update
      lines:
        - '**Complete:** {complete}%'
        - '**Confidence:** {confidence}%'
        - '**Notes:** {notes}'
  health:
    - { atLeast: 80, health: on_track }
    - { atLeast: 50, health: needs_attention }
    - { atLeast: 0, health: at_risk }
  quickActions: ['/health_status {health}']
`,
  },
  {
    part: 'field',
    title: 'A field of the status comment',
    example: `
status:
  fields:
    - { id: progress, kind: text, label: Progress, aliases: [Status, What was done] }
    - { id: concern, kind: labels, label: Concern, labels: [frontend, backend] }
    - id: confidence
      kind: choice
      label: Confidence
      help: How sure are you that it is done in this milestone?
      options:
        - { say: High, write: '🟢 high', health: on_track }
        - { say: Low, write: '🔴 low', health: at_risk }
    - id: review
      kind: checks
      label: Review
      options: [{ say: Review has started, write: review started }]
      into: progress
    - { id: eta, kind: date, label: ETA }
  formats:
    - name: Update
      lines: ['Progress: {progress}', 'Concern: {concern}', 'Confidence: {confidence}', 'ETA: {eta}']
`,
  },
  {
    part: 'format',
    title: 'A format of the status comment',
    example: `
status:
  fields:
    - { id: complete, kind: percent, label: Complete }
    - { id: notes, kind: text, label: Notes }
    - { id: mrs, kind: merge-requests, label: Merge requests }
  formats:
    - name: Short
      lines:
        - '## Update'
        - ''
        - 'Complete: {complete}%'
        - |-
          What was done?
          {notes}
    - name: With merge requests
      when: merge-requests
      lines: ['Complete: {complete}%', '', 'Merge requests:', '{mrs}']
      mergeRequest: '{ref} - {complete}% complete, {confidence}% confident - {notes}'
`,
  },
  {
    part: 'workflow',
    title: 'workflow: the steps',
    example: `
workflow:
  steps:
    - name: Ready
      labels: ['workflow::ready']
      next: [In development]
    - name: In development
      labels: ['workflow::in dev']
      statuses: [In dev]
      owner: Developer
      isDevelopment: true
      progress: 40
`,
  },
  {
    part: 'step',
    title: 'A step of the workflow',
    example: `
workflow:
  steps:
    - name: In review
      labels: ['workflow::in review']
      entry: [The merge request is no draft any more]
      next: [Done]
      progress: 80
`,
  },
  {
    part: 'milestone',
    title: 'milestone: what is promised',
    example: `
milestone:
  committed: { any: ['priority::1'] }
  goal: 100
  features: { when: { any: ['type::feature'] }, limit: 4 }
  deliverables: [Deliverable]
  retrospective: { withinDays: 7, draft: Why was it missed? }
`,
  },
  {
    part: 'community',
    title: 'community: contributions from outside',
    example: `
community:
  labels: [Community contribution]
  checklist: [The author is named in the changelog]
  idleDays: 28
  staleDays: 120
`,
  },
  {
    part: 'standUp',
    title: 'standUp: the questions',
    example: `
standUp:
  questions: [What did you finish?, What is in your way?]
  skip: '-'
`,
  },
];

export const afterwards = `
## What must fit together

Handrail checks this besides keys, types and limits, and names the line of what does not fit:

- Weights of levels, ids of fields, names of rules, the choices of a field and the label patterns of tracks are each there once.
- The label of a track contains \`{n}\` or \`{name}\`, once.
- \`{…}\` in a format's lines is the id of a field of the same status comment, and not of one that goes \`into\` another.
- The lines of a format contain no quick actions; those stand in \`quickActions\` only.
- \`{health}\` in a quick action needs rules in \`health\` with a percent field \`confidence\`, or a choice with \`health\`.
`;
