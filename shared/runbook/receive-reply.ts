import { type InboundMessage, plainText, type Touched } from '../slack/index.ts';
import type { RunbookContext } from './context.ts';
import { askOf } from './flow.ts';
import { giveAnswer } from './give.ts';
import { runbookAt } from './library.ts';
import type { Runbook } from './model.ts';
import { cardPath } from './records.ts';
import type { Run } from './run-model.ts';
import { runById } from './verbs.ts';

/**
 * A reply beneath a run's card answers its open question, where exactly one is open. Edits, bots and talk beneath a card
 * on which nothing is asked are no answers.
 */
export async function receiveReply(
  ctx: RunbookContext,
  message: InboundMessage,
  signal: AbortSignal,
): Promise<Touched> {
  const { team, channel, threadTs, ts, user, bot, editedFrom, direct } = message;
  if (
    direct ||
    threadTs === null ||
    threadTs === ts ||
    user === null ||
    bot.length > 0 ||
    editedFrom !== null
  )
    return null;
  const { store } = ctx.incidents.calls;
  const pointer = await store.get<{ readonly record: string }>(cardPath(team, channel, threadTs));
  if (!pointer) return null;
  const id = pointer.data.record.slice('runs/'.length);
  const at = await runById(ctx.incidents, id, user);
  if (!at) return null;
  const { id: name, version } = at.state.runbook;
  const question = questionFor(at.state, await runbookAt(store, name, version), Number(ts) * 1_000);
  if (!question) return null;
  const person = /^\s*<@[UW][A-Z0-9]+(?:\|[^>]*)?>\s*$/.test(message.text);
  const said = person ? message.text : plainText(message.text);
  return giveAnswer(
    ctx,
    { user, channel, cause: `reply ${channel} ${ts}` },
    at,
    { step: question },
    said,
    signal,
  );
}

/**
 * The question that words written at an instant answer: the one that is open, where it is one; where that was opened
 * later, the one before it, so that the second of two people hears who was first and does not answer what comes next.
 */
export function questionFor(run: Run, runbook: Runbook, at: number): string | null {
  const [only, ...others] = run.open.filter(({ step }) => askOf(runbook, step) !== null);
  if (!only || others.length > 0) return null;
  const before = run.log.findLast(({ step, by }) => by !== null && askOf(runbook, step) !== null);
  return at < only.since && before ? before.step : only.step;
}
