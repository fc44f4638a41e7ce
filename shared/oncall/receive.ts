import * as z from 'zod';
import { isTobanError } from '../platform/errors.ts';
import {
  escapeMrkdwn,
  type InboundAction,
  type InboundCommand,
  type InboundSubmission,
  type Touched,
} from '../slack/index.ts';
import { askCover, askFor, askSwap, swapBetween } from './ask.ts';
import { columnsOffered } from './columns.ts';
import type { OncallContext } from './context.ts';
import { type FormName, formOf } from './forms.ts';
import { sayCheck, sayNow, sayPreview, sayWho, setMuted } from './look.ts';
import { listCovers, revokeCover } from './manage.ts';
import { type Asking, askingOf, type Reply, reply } from './reply.ts';
import { verbOf } from './words.ts';

/** `/oncall …`, from any channel: the edge has answered already, this is said by the command's own address. */
export async function receiveCommand(
  ctx: OncallContext,
  command: InboundCommand,
  signal: AbortSignal,
): Promise<Touched> {
  const asking = await askingOf(ctx, command, signal);
  const { touched, ...response } = await answerTo(ctx, asking, command.text, signal);
  try {
    await ctx.slack.respond(command.responseUrl, response, signal);
  } catch (error) {
    // What was asked for is kept and told by its card: an answer that cannot be given must not hold it up.
    if (touched === null || !isTobanError(error)) throw error;
    ctx.log.warn('command-unanswered', { record: touched, code: error.code, reason: error.reason ?? '' });
  }
  return touched;
}

function answerTo(
  ctx: OncallContext,
  asking: Asking,
  text: string,
  signal: AbortSignal,
): Promise<Reply> | Reply {
  const { verb, word, rest } = verbOf(text);
  const { words } = asking;
  switch (verb) {
    case 'now':
      return sayNow(ctx, asking, rest, signal);
    case 'who':
      return sayWho(ctx, asking, rest, signal);
    case 'preview':
      return sayPreview(ctx, asking, rest, signal);
    case 'check':
      return sayCheck(ctx, asking, rest, signal);
    case 'cover':
      return askCover(ctx, asking, rest, signal);
    case 'swap':
      return askSwap(ctx, asking, rest, signal);
    case 'list':
      return listCovers(ctx, asking, rest, signal);
    case 'revoke':
      return revokeCover(ctx, asking, rest, signal);
    case 'mute':
    case 'unmute':
      return setMuted(ctx, asking, verb === 'mute');
    case 'help':
      return reply([words.help]);
    case null: {
      // A rota's name alone asks for that rota.
      const named = ctx.rotaConfigs.some(({ id, name }) => [id, name].includes(text.trim()));
      if (named) return sayNow(ctx, asking, text, signal);
      return reply([words.refusals.verb(escapeMrkdwn(word)), words.help]);
    }
  }
}

const Confirmed = z.object({
  cause: z.string(),
  rota: z.string(),
  wanted: z.tuple([z.object({ column: z.string(), taker: z.string(), start: z.number(), end: z.number() })]),
});

/** A button of an answer. */
export async function receiveAction(
  ctx: OncallContext,
  action: InboundAction,
  signal: AbortSignal,
): Promise<Touched> {
  const asking = await askingOf(ctx, action, signal);
  const { actionId, responseUrl } = action;
  if (actionId === 'oncall_cover' || actionId === 'oncall_swap') {
    await fill(ctx, action.modal, actionId === 'oncall_cover' ? 'cover' : 'swap', asking, signal);
    return null;
  }
  const { touched, ...response } =
    actionId === 'oncall_confirm'
      ? await confirmed(ctx, asking, action.value, signal)
      : await sayPreview(ctx, asking, '', signal);
  const replace = actionId === 'oncall_confirm';
  if (responseUrl) await ctx.slack.respond(responseUrl, { ...response, replace }, signal);
  return touched;
}

async function confirmed(
  ctx: OncallContext,
  asking: Asking,
  value: string,
  signal: AbortSignal,
): Promise<Reply> {
  const parsed = Confirmed.safeParse(jsonOf(value));
  const config = ctx.rotaConfigs.find(({ id }) => id === parsed.data?.rota);
  if (!parsed.success || !config) return reply([asking.words.refusals.stale]);
  const { cause, wanted } = parsed.data;
  return askFor(ctx, { ...asking, cause: `confirmed ${cause}` }, config, wanted, signal);
}

/** Somebody who has closed the form wants it no more. */
async function fill(
  ctx: OncallContext,
  externalId: string | null,
  name: FormName,
  asking: Asking,
  signal: AbortSignal,
): Promise<void> {
  if (externalId === null) return;
  const columns = await columnsOffered(ctx);
  const view = { ...formOf(name, ctx.rotaConfigs, columns, asking), external_id: externalId };
  try {
    await ctx.slack.updateView({ externalId }, view, signal);
  } catch (error) {
    if (!isTobanError(error, 'refused') || error.reason !== 'not_found') throw error;
  }
}

/** A form was sent. */
export function receiveForm(name: FormName) {
  return async (ctx: OncallContext, sent: InboundSubmission, signal: AbortSignal): Promise<Touched> => {
    const asking = await askingOf(ctx, { ...sent, channel: channelIn(sent.privateMetadata) }, signal);
    const { touched, text, blocks } = await submitted(ctx, asking, name, sent, signal);
    await say(ctx, asking, { text, ...(blocks && { blocks }) }, touched !== null, signal);
    return touched;
  };
}

async function submitted(
  ctx: OncallContext,
  asking: Asking,
  name: FormName,
  { values }: InboundSubmission,
  signal: AbortSignal,
): Promise<Reply> {
  const text = (field: string): string => (typeof values[field] === 'string' ? values[field].trim() : '');
  const config = ctx.rotaConfigs.find(({ id }) => id === text('rota'));
  if (!config) return reply([asking.words.refusals.stale]);
  if (name === 'swap') {
    const other = text('other');
    if (other === asking.user) return reply([asking.words.refusals.swapSelf]);
    const first = { user: asking.user, when: text('mine') };
    return swapBetween(ctx, asking, config, { first, second: { user: other, when: text('theirs') } }, signal);
  }
  const [start, end] = [Number(text('start')) * 1_000, Number(text('end')) * 1_000];
  return askFor(
    ctx,
    asking,
    config,
    [{ column: text('column') || 'primary', start, end, taker: text('taker') }],
    signal,
  );
}

/** A modal has no address to answer to: where it was opened, else by direct message. What stands has its card. */
async function say(
  { slack, log }: OncallContext,
  { user, channel, cause }: Asking,
  { text, blocks = [] }: Pick<Reply, 'text' | 'blocks'>,
  hasCard: boolean,
  signal: AbortSignal,
): Promise<void> {
  try {
    if (channel) return await slack.whisper({ channel, user, text }, signal);
  } catch (error) {
    if (!isTobanError(error, 'refused')) throw error;
    log.info('answered-elsewhere', { reason: error.reason ?? null });
  }
  if (hasCard) return;
  const direct = await slack.openDm(user, signal);
  await slack.post({ channel: direct, text, blocks, key: `answer-${cause}` }, signal);
}

function channelIn(metadata: string): string | null {
  const channel = z.object({ channel: z.string().nullable() }).safeParse(jsonOf(metadata));
  return channel.data?.channel ?? null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
