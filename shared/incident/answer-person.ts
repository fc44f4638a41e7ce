import type { Locale } from '../language/index.ts';
import { isTobanError } from '../platform/errors.ts';
import { type actions, section } from '../slack/index.ts';
import type { IncidentContext } from './context.ts';
import type { Form } from './forms.ts';
import { localeFor } from './kinds/help.ts';

interface Asking {
  readonly user: string;
  readonly cause: string;
  readonly channel?: string | null | undefined;
  readonly responseUrl?: string | null | undefined;
}

type Block = ReturnType<typeof actions>;

/** A sentence for whoever did something: where they did it, else by direct message. `words` is mrkdwn. */
export async function answerPerson(
  ctx: IncidentContext,
  { user, channel, responseUrl, cause }: Asking,
  words: (locale: Locale) => string | Promise<string>,
  signal: AbortSignal,
  more: (locale: Locale) => readonly Block[] = () => [],
): Promise<void> {
  const { slack, log } = ctx.calls;
  const locale = await localeFor(ctx, user, signal);
  const text = await words(locale);
  const below = more(locale);
  const blocks = [section(text), ...below];
  try {
    if (responseUrl)
      return await slack.respond(responseUrl, { text, ...(below.length > 0 && { blocks }) }, signal);
    if (channel) return await slack.whisper({ channel, user, text }, signal);
  } catch (error) {
    // Used up, or they are not in that channel: their direct messages are left.
    if (!isTobanError(error, 'refused')) throw error;
    log.info('answered-elsewhere', { reason: error.reason ?? null });
  }
  const direct = await slack.openDm(user, signal);
  await slack.post({ channel: direct, text, blocks, key: `answer-${cause}` }, signal);
}

/** Fills the form that the edge opened. Somebody who has closed it wants it no more. */
export async function fillForm(
  ctx: IncidentContext,
  externalId: string | null,
  form: Form,
  signal: AbortSignal,
): Promise<void> {
  if (externalId === null) return;
  try {
    await ctx.calls.slack.updateView({ externalId }, { ...form, external_id: externalId }, signal);
  } catch (error) {
    if (!isTobanError(error, 'refused') || error.reason !== 'not_found') throw error;
  }
}
