import { answerPerson, personOf } from '../incident/index.ts';
import { clockTime, type Locale } from '../language/index.ts';
import { escapeMrkdwn } from '../slack/index.ts';
import { understand, type Wrong } from './answer.ts';
import type { RunbookContext } from './context.ts';
import { stepById } from './flow.ts';
import { runbookAt } from './library.ts';
import type { Person, RunCommand } from './run-model.ts';
import { runText } from './run-text.ts';
import { saidValue } from './said.ts';
import { changeRun, type RunAt, type RunChange } from './verbs.ts';

/** Who does something, and where they hear of it. */
export interface Asking {
  readonly user: string;
  readonly cause: string;
  readonly channel?: string | null | undefined;
  readonly responseUrl?: string | null | undefined;
}

/** Carries out somebody's command; what is refused is said to that person alone. */
export async function give(
  ctx: RunbookContext,
  asking: Asking,
  at: RunAt,
  command: (by: Person) => Exclude<RunCommand, { type: 'start' | 'finish' }>,
  signal: AbortSignal,
): Promise<string> {
  const { user, name } = await personOf(ctx.incidents, asking.user, signal);
  const changed = await changeRun(ctx.incidents, at, command({ user, name }));
  await sayRefusal(ctx, asking, changed, signal);
  return at.path;
}

export async function sayRefusal(
  ctx: RunbookContext,
  asking: Asking,
  { refusal }: Pick<RunChange, 'refusal'>,
  signal: AbortSignal,
): Promise<void> {
  if (!refusal) return;
  const { zone } = ctx.incidents.calls;
  const first = refusal.refused === 'passed-already' ? refusal : null;
  await answerPerson(
    ctx.incidents,
    asking,
    (locale) => {
      const value = first?.value == null ? null : saidValue(first.value, { ...ctx.incidents.calls, locale });
      const words = runText(locale).refused(refusal, value, first ? clockTime(first.at, zone) : '');
      return escapeMrkdwn(words);
    },
    signal,
  );
}

export const sayWrong = (
  ctx: RunbookContext,
  asking: Asking,
  wrong: Wrong | 'person-gone',
  signal: AbortSignal,
) => answerPerson(ctx.incidents, asking, (locale: Locale) => runText(locale).wrong[wrong], signal);

/** Gives an answer as it was said; one that cannot be understood is told to its person, and nothing changes. */
export async function giveAnswer(
  ctx: RunbookContext,
  asking: Asking,
  at: RunAt,
  stepId: string,
  said: string | readonly string[],
  signal: AbortSignal,
): Promise<string | null> {
  const { store, clock, people } = ctx.incidents.calls;
  const runbook = await runbookAt(store, at.state.runbook.id, at.state.runbook.version);
  const act = stepById(runbook, stepId)?.step.act;
  if (act?.kind !== 'ask') return null;
  const understood = understand(act, said, clock.now());
  if ('wrong' in understood) {
    await sayWrong(ctx, asking, understood.wrong, signal);
    return null;
  }
  if (act.type === 'person' && (await people.find(String(understood.value), signal))?.deactivated !== false) {
    await sayWrong(ctx, asking, 'person-gone', signal);
    return null;
  }
  const { value } = understood;
  const { cause } = asking;
  return give(ctx, asking, at, (by) => ({ type: 'answer', step: stepId, value, by, cause }), signal);
}
