import { answerPerson, personOf } from '../incident/index.ts';
import type { Locale } from '../language/index.ts';
import { escapeMrkdwn } from '../slack/index.ts';
import { understand, type Wrong } from './answer.ts';
import { calledOf } from './called.ts';
import type { RunbookContext } from './context.ts';
import { askOf, stepById } from './flow.ts';
import { runbookAt } from './library.ts';
import type { Person, RunCommand, Seen } from './run-model.ts';
import { runText } from './run-text.ts';
import { refusalWords } from './said.ts';
import { changeRun, type RunAt, type RunChange } from './verbs.ts';
import type { RunViewer } from './viewer.ts';

/** Who does something, and where they hear of it. */
export interface Asking {
  readonly user: string;
  readonly cause: string;
  readonly channel?: string | null | undefined;
  readonly responseUrl?: string | null | undefined;
}

/** Cards are in the language of the workspace, forms in their person's. */
export const viewerOf = ({ incidents }: RunbookContext, locale: Locale): RunViewer => ({
  locale,
  zone: incidents.calls.zone,
  clock: incidents.calls.clock,
  baseUrl: incidents.baseUrl,
  called: calledOf({ ...incidents.settings, rotas: incidents.calls.rotaConfigs }, locale),
});

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
  { refusal, state }: Pick<RunChange, 'refusal' | 'state'>,
  signal: AbortSignal,
): Promise<void> {
  if (!refusal) return;
  const runbook = await runbookAt(ctx.incidents.calls.store, state.runbook.id, state.runbook.version);
  const first = refusal.refused === 'passed-already' ? refusal : null;
  const asked = first && askOf(runbook, first.step);
  const person =
    asked?.type === 'person' ? await personOf(ctx.incidents, String(first?.value), signal) : null;
  const words = (locale: Locale) =>
    refusalWords(refusal, runbook, { ...ctx.incidents.calls, locale }, (user) => person?.name ?? user);
  await answerPerson(ctx.incidents, asking, (locale) => escapeMrkdwn(words(locale)), signal);
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
  { step, visit }: Seen,
  said: string | readonly string[],
  signal: AbortSignal,
): Promise<string | null> {
  const { store, clock, people, zone } = ctx.incidents.calls;
  const runbook = await runbookAt(store, at.state.runbook.id, at.state.runbook.version);
  const act = stepById(runbook, step)?.step.act;
  if (act?.kind !== 'ask') return null;
  const understood = understand(act, said, { now: clock.now(), zone });
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
  return give(ctx, asking, at, (by) => ({ type: 'answer', step, visit, value, by, cause }), signal);
}
