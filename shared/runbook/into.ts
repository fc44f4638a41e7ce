import { addNote, type Command, changeIncident, type Milestone, personOf } from '../incident/index.ts';
import { TobanError } from '../platform/errors.ts';
import type { RunbookContext } from './context.ts';
import { behind, spokenAnswer } from './deeds.ts';
import type { Act } from './model.ts';
import type { Run, Value } from './run-model.ts';
import { firstSentence } from './sentence.ts';

type Change = Exclude<Command, { type: 'declare' }>;

/** Writes an answer where its question says. Postmortem targets stay in the run, where the draft looks for them. */
export async function writeInto(
  ctx: RunbookContext,
  run: Run,
  act: Extract<Act, { kind: 'ask' }>,
  title: string,
  cause: string,
  signal: AbortSignal,
): Promise<void> {
  const value = run.answers[act.name];
  const [group = '', name = ''] = (act.into ?? '').split('.', 2);
  if (value === undefined || group === 'postmortem') return;
  const by = behind(run);
  if (group === 'timeline') {
    const text = `${headOf(title)}${await spokenAnswer(ctx, value, act, signal)}`;
    await addNote(ctx.incidents, run.incident, {
      team: run.team,
      cause,
      by,
      text,
      at: ctx.incidents.calls.clock.now(),
    });
    return;
  }
  const person = group === 'role' ? await personOf(ctx.incidents, String(value), signal) : null;
  const { refusal } = await changeIncident(ctx.incidents, run.incident, (state): Change => {
    switch (group) {
      case 'title':
      case 'description':
        return {
          type: 'describe',
          title: group === 'title' ? String(value).slice(0, 150) : state.title,
          description: group === 'description' ? String(value) : state.description,
          service: state.service,
          by,
          cause,
        };
      case 'impact':
        return impact(name, Number(value), state.facts, by, cause);
      case 'duty': {
        // Answered with the first option: yes, this duty is touched.
        const yes = value === act.options[0]?.label;
        const { vehicles, users } = state.facts;
        const others = state.facts.duties.filter((id) => id !== name);
        return {
          type: 'set-impact',
          facts: { vehicles, users, duties: yes ? [...others, name] : others },
          by,
          cause,
        };
      }
      case 'milestone': {
        const set = { [name as Milestone]: Number(value) };
        return { type: 'correct', set, seen: null, reason: firstSentence(title), by, cause };
      }
      case 'role':
        if (person) return { type: 'give-role', role: name, to: person, by, cause };
        break;
    }
    throw new TobanError('bug', `there is no target ${act.into}`);
  });
  if (refusal) throw new TobanError('refused', 'the incident refused it', { reason: refusal.refused });
}

/** A question as the head of its answer: `何が起きましたか: `, `Where is it? `. */
export function headOf(question: string): string {
  const first = firstSentence(question);
  return first.endsWith('?') ? `${first} ` : `${first}: `;
}

type Facts = { readonly inquiries: number } & Pick<Extract<Command, { type: 'set-impact' }>['facts'], never> &
  Extract<Command, { type: 'set-impact' }>['facts'];

function impact(
  name: string,
  value: number,
  facts: Facts,
  by: Run['startedBy'] & object,
  cause: string,
): Change {
  const { vehicles, users, duties } = facts;
  if (name === 'inquiries')
    return { type: 'add-inquiries', count: Math.round(value) - facts.inquiries, ticket: null, by, cause };
  const amount = { count: Math.max(0, Math.round(value)), share: null };
  return {
    type: 'set-impact',
    facts: {
      vehicles: name === 'vehicles' ? amount : vehicles,
      users: name === 'users' ? amount : users,
      duties,
    },
    by,
    cause,
  };
}

export type { Value };
