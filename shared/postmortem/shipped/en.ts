/** The templates shipped in English, as somebody would write them in a file. */
export const english: readonly string[] = [
  `---
id: sre
title: Postmortem
language: en
---
## Summary {#summary required}

What happened, in about three lines that somebody who was not there understands.

## Impact {#impact required}

Who was affected, and how much: users, vehicles, inquiries, revenue, legal duties.

## Root causes {#root-causes required}

Why it happened, told of the system and never of a person. There may be more than one.

## Trigger {#trigger required}

What brought the cause to light: a release, a setting, more traffic.

## Detection {#detection required}

How it was noticed, and how it could have been noticed sooner.

## Response {#response required}

Who did what, and what helped. Detours too.

## Recovery {#recovery required}

When and how things were well again, and what is left.

## What went well {#went-well}

What should go the same way next time.

## What went wrong {#went-wrong}

What took long, did not reach people, or had no procedure.

## Where we got lucky {#lucky}

What saved us by chance. It may not next time.

## Timeline {#timeline required}

What happened, in order of time.

## Action items {#action-items}

What will prevent it, show it sooner or make it smaller. Owners and due dates stand with the action items themselves.
`,
  `---
id: light
title: Short postmortem
language: en
---
## Summary {#summary required}

What happened, in two or three lines.

## Impact {#impact required}

Who was affected, and how much.

## Cause {#root-causes required}

Why it happened, told of the system and never of a person.

## Lessons {#went-wrong}

What would make it end sooner next time.

## Timeline {#timeline}

What happened, in order of time.

## Action items {#action-items}

What is to be done. If nothing, say so and why.
`,
  `---
id: privacy
title: Privacy and legal supplement
language: en
kind: supplement
properties:
  - { id: people-affected, name: People affected, type: number, required: true }
  - { id: secondary-damage, name: Risk of further harm, type: choice, options: [No, Yes, Not yet known], required: true }
  - { id: commission-number, name: Reference number of the authority }
checklist:
  - { id: legal-review, name: Legal has read it }
  - { id: no-personal-data, name: It holds no personal data }
---
## Personal data concerned {#personal-data required}

Which items, of how many people, and what became of them (leaked, lost or damaged, suspected or certain). Never the data itself.

## Reports {#reports required}

To whom, when and by whom it was reported: the privacy authority's first and full report, the police, clients.

## Notice to those concerned {#notices required}

When, how and what they were told. If they were not, why.
`,
];
