import { auditDocument } from '../audit/index.ts';
import { assess } from '../severity/index.ts';
import { type Answer, NOTHING } from './answer.ts';
import { CORRECTABLE, readField, same, writeField } from './correctable.ts';
import type { Command, Incident, Override, Refusal, WhyNot } from './model.ts';
import { type Change, type Correctable, type Field, isMilestone, type SeverityStep } from './parts.ts';
import { redraftTasks, redrawn } from './plan.ts';
import { incidentPath } from './records.ts';
import type { Settings } from './settings.ts';

type Correct = Extract<Command, { type: 'correct' }>;

/**
 * Puts right what the record says: the one verb behind the forms of Slack and the pages, of an incident in any state.
 * It says what was and is no transition. What may follow: messages of ours that are there already are edited in place
 * (`redrawn`), so is what nobody has touched of the postmortem's draft, and every page, list and number is another at once. What never follows: a room, an invitation, an
 * announcement, an update, a direct message, a call to anybody, a runbook, a new message of any kind, also where the
 * severity rises by it. Whoever wants that changes status, severity or impact instead.
 * Times out of order are taken as they were recorded: the numbers that they contradict say so and why (numbers.ts).
 */
export function correct(command: Correct, state: Incident, now: number, settings: Settings): Answer {
  const { by, seen } = command;
  const reason = command.reason.trim();
  const wanted = changesOf(state, command.set);
  if (wanted.length === 0) return NOTHING;
  if (reason === '') return { refused: 'reason-needed', why: 'correct' };
  const stale = wanted
    .map(({ field }) => field)
    .filter((field) => (state.revised[field] ?? 0) > (seen ?? Infinity));
  if (stale.length > 0) return { refused: 'changed-meanwhile', fields: stale };
  for (const { field, to } of wanted) {
    const why = whyNot(field, to, state, now, settings);
    if (why) return { refused: 'cannot-correct', field, why } satisfies Refusal;
  }
  const { changes, assessment, override } = withSeverity(wanted, state, settings, { reason, by, at: now });
  const fields = changes.map(({ field }) => field);
  const audit = auditDocument({
    at: now,
    by: by.user,
    name: by.name,
    ...(by.via && { via: by.via }),
    action: 'incident.correct',
    record: incidentPath(state.id),
    target: fields.join(','),
  });
  return {
    events: [{ type: 'corrected', at: now, by, reason, changes, assessment, override }],
    tasks: [...redrawn(state, fields.includes('severities'), now), ...redraftTasks(state, now)],
    pointers: [audit],
  };
}

/** Only what differs from the record; blanks around words are nobody's intention. */
function changesOf(state: Incident, set: Partial<Correctable>): Change[] {
  return CORRECTABLE.flatMap((field): Change[] => {
    const said = set[field];
    if (said === undefined) return [];
    const to = field === 'title' || field === 'description' ? String(said).trim() : said;
    const from = readField(state, field);
    return same(from, to) ? [] : [{ field, from, to } as Change];
  });
}

function whyNot(
  field: Field,
  to: Change['to'],
  state: Incident,
  now: number,
  settings: Settings,
): WhyNot | null {
  if (isMilestone(field)) {
    if (typeof to === 'number' && to > now) return 'in-the-future';
    return field === 'resolved' && state.open && to !== null ? 'not-resolved' : null;
  }
  switch (field) {
    case 'title':
      return to === '' ? 'empty' : null;
    case 'service':
      return to === null || settings.incident.services.some(({ id }) => id === to) ? null : 'unknown';
    case 'inquiries':
      return Number.isInteger(to) && Number(to) >= 0 ? null : 'not-a-count';
    case 'severities':
      return stepsWrong(to as readonly SeverityStep[], now);
    default:
      return null;
  }
}

function stepsWrong(steps: readonly SeverityStep[], now: number): WhyNot | null {
  if (steps.length === 0) return 'empty';
  if (steps.some(({ at }) => at > now)) return 'in-the-future';
  return steps.some(({ at }, i) => at <= (steps[i - 1]?.at ?? -Infinity)) ? 'order' : null;
}

/**
 * The rules are asked again only where a fact changed, so that new rules never judge an old incident by the way. What
 * they say then was so all along: the last step of the history is replaced, none is added. A history given by a person
 * stands above the rules, as an override does.
 */
function withSeverity(
  wanted: readonly Change[],
  state: Incident,
  settings: Settings,
  { reason, by, at }: Omit<Override, 'severity'>,
) {
  const facts = wanted.reduce((one, { field, to }) => writeField(one, field, to), state).facts;
  const assessment = same(facts, state.facts) ? state.assessment : assess(facts, settings.severity);
  const given = wanted.find(({ field }) => field === 'severities')?.to as readonly SeverityStep[] | undefined;
  const last = given?.at(-1)?.severity;
  const override =
    last === undefined
      ? state.override
      : last === assessment.severity
        ? null
        : { severity: last, reason, by, at };
  const severity = override?.severity ?? assessment.severity;
  const steps = merged(
    given ?? [...state.severities.slice(0, -1), { ...lastOf(state.severities), severity }],
  );
  const others = wanted.filter(({ field }) => field !== 'severities');
  const changes: readonly Change[] = same(steps, state.severities)
    ? others
    : [...others, { field: 'severities', from: state.severities, to: steps }];
  return { changes, assessment, override };
}

const lastOf = (steps: readonly SeverityStep[]): SeverityStep => steps[steps.length - 1] as SeverityStep;

/** A step to the same severity is none. */
const merged = (steps: readonly SeverityStep[]): readonly SeverityStep[] =>
  steps.filter(({ severity }, i) => severity !== steps[i - 1]?.severity);
