import { type Command, changeIncident, type Incident, personOf, STATUSES } from '../incident/index.ts';
import { TobanError } from '../platform/errors.ts';
import { onDutyAt } from '../rota/index.ts';
import { escapeMrkdwn, mention, section } from '../slack/index.ts';
import { type Attempt, postOnce } from '../tasks/index.ts';
import type { RunbookContext } from './context.ts';
import { fill } from './fill.ts';
import { askOf } from './flow.ts';
import type { Act, Deed, Runbook, Step } from './model.ts';
import type { Person, Run, Value } from './run-model.ts';
import { runText } from './run-text.ts';
import { saidValue } from './said.ts';

/** Who stands behind what a run does by itself: whoever last passed a step, else who started it. */
export const behind = (run: Run): Person =>
  run.log.findLast(({ by }) => by !== null)?.by ?? run.startedBy ?? { user: 'U0', name: 'Toban' };

/** Does what a `do` step says, safe to repeat by its cause. Returns what came of it; throws `refused` with the reason. */
export async function perform(
  ctx: RunbookContext,
  run: Run,
  incident: Incident,
  runbook: Runbook,
  step: Step,
  deed: Deed,
  visit: number,
  attempt: Attempt,
): Promise<string | null> {
  const by = behind(run);
  const cause = `${run.id} ${step.id} ${visit}`;
  const words = await spokenWords(ctx, run, runbook, step, attempt.signal);
  switch (deed.do) {
    case 'status':
      // People may be further already: a runbook never takes them back.
      if (STATUSES.indexOf(incident.status) >= STATUSES.indexOf(deed.to)) return null;
      return change(ctx, run, {
        type: 'set-status',
        to: deed.to,
        reason: words || runbook.title,
        by,
        cause,
      });
    case 'severity':
      return change(ctx, run, {
        type: 'override-severity',
        severity: deed.to,
        reason: words || runbook.title,
        by,
        cause,
      });
    case 'milestone':
      return change(ctx, run, {
        type: 'correct',
        set: { [deed.milestone]: attempt.now },
        seen: null,
        reason: words || runbook.title,
        by,
        cause,
      });
    case 'update': {
      const nextAt = promise(ctx, incident, deed.audience, attempt.now);
      const update = { audiences: [deed.audience], known: words, doing: '', nextAt };
      return change(ctx, run, { type: 'post-update', update, by, cause });
    }
    case 'duty': {
      const key = `${deed.duty}:${deed.step - 1}`;
      const { refusal } = await changeIncident(ctx.incidents, run.incident, (state) => ({
        type: 'tick-duties',
        done: [...Object.keys(state.dutyDone), key],
        by,
        cause,
      }));
      return refused(refusal);
    }
    case 'call-role': {
      const holder = incident.roles[deed.role];
      if (!holder)
        throw new TobanError('refused', 'nobody holds the role', { reason: `no-one: ${deed.role}` });
      return call(ctx, run, incident, [holder.user], words, cause, attempt);
    }
    case 'call-person': {
      const user = run.answers[deed.name];
      if (typeof user !== 'string')
        throw new TobanError('refused', 'nobody was named', { reason: `no-one: ${deed.name}` });
      return call(ctx, run, incident, [user], words, cause, attempt);
    }
    case 'call-rota': {
      const { rotas } = ctx.incidents.calls;
      const { rota } = await rotas.current(deed.rota, attempt.signal);
      const users = rota ? onDutyAt(rota, attempt.now).people : [];
      if (users.length === 0)
        throw new TobanError('refused', 'nobody is on duty', { reason: `no-one: ${deed.rota}` });
      return call(ctx, run, incident, users, words, cause, attempt);
    }
  }
}

/** A step's words as they leave the run: answers in plain words, people by their names. */
export async function spokenWords(
  ctx: RunbookContext,
  run: Run,
  runbook: Runbook,
  step: Step,
  signal: AbortSignal,
): Promise<string> {
  const said = await Promise.all(
    Object.entries(run.answers).map(async ([name, value]) => {
      const act = askOf(runbook, name);
      return [name, act ? await spokenAnswer(ctx, value, act, signal) : String(value)] as const;
    }),
  );
  const words = new Map(said);
  return fill(step.text, run.answers, (value, name) => words.get(name) ?? String(value));
}

/** An answer in plain words; a person by the name that their account has. */
export async function spokenAnswer(
  ctx: RunbookContext,
  value: Value,
  act: Extract<Act, { kind: 'ask' }>,
  signal: AbortSignal,
): Promise<string> {
  const person = act.type === 'person' ? await personOf(ctx.incidents, String(value), signal) : null;
  return person?.name ?? saidValue(value, ctx.incidents.calls, act);
}

/** When the next update comes: as promised; where that is over, by how often these people hear. */
function promise({ incidents }: RunbookContext, { nextUpdateAt }: Incident, audience: string, now: number) {
  if (nextUpdateAt !== null && nextUpdateAt > now) return nextUpdateAt;
  const every = incidents.settings.incident.audiences.find(({ id }) => id === audience)?.every;
  return every ? now + every : null;
}

async function change(
  ctx: RunbookContext,
  run: Run,
  command: Exclude<Command, { type: 'declare' }>,
): Promise<string | null> {
  const { refusal } = await changeIncident(ctx.incidents, run.incident, () => command);
  return refused(refusal);
}

function refused(refusal: { readonly refused: string } | null): null {
  if (refusal) throw new TobanError('refused', 'the incident refused it', { reason: refusal.refused });
  return null;
}

/** A direct message to each, and a line in the room; both once. Returns who was called. */
async function call(
  ctx: RunbookContext,
  run: Run,
  incident: Incident,
  users: readonly string[],
  words: string,
  cause: string,
  attempt: Attempt,
): Promise<string> {
  const { slack, locale } = ctx.incidents.calls;
  const people = await Promise.all(
    users.map((user) => personOf(ctx.incidents, user, attempt.signal, 'added')),
  );
  await changeIncident(ctx.incidents, run.incident, () => ({
    type: 'want-people',
    people,
    by: behind(run),
    cause: `${cause} people`,
  }));
  const text = runText(locale).called(
    users.map(mention).join(' '),
    incident.room?.channel ?? null,
    escapeMrkdwn(words),
  );
  const message = { text, blocks: [section(text)] };
  for (const user of users) {
    const channel = await slack.openDm(user, attempt.signal);
    await postOnce(slack, { ...message, channel, key: `${cause}/${user}` }, attempt);
  }
  if (incident.room)
    await postOnce(slack, { ...message, channel: incident.room.channel, key: `${cause}/room` }, attempt);
  return people.map(({ name }) => name).join(locale === 'ja' ? '、' : ', ');
}
