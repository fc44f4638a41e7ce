import { type InboundMessage, plainText, type Touched } from '../slack/index.ts';
import type { RunbookContext } from './context.ts';
import { askOf } from './flow.ts';
import { giveAnswer } from './give.ts';
import { runbookAt } from './library.ts';
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
  const question = await openQuestion(ctx, at.state);
  if (!question) return null;
  const person = /^\s*<@[UW][A-Z0-9]+(?:\|[^>]*)?>\s*$/.test(message.text);
  const said = person ? message.text : plainText(message.text);
  return giveAnswer(ctx, { user, channel, cause: `reply ${channel} ${ts}` }, at, question, said, signal);
}

async function openQuestion(ctx: RunbookContext, run: Run): Promise<string | null> {
  const runbook = await runbookAt(ctx.incidents.calls.store, run.runbook.id, run.runbook.version);
  const asked = run.open.filter(({ step }) => askOf(runbook, step) !== null);
  return asked.length === 1 ? (asked[0]?.step ?? null) : null;
}
