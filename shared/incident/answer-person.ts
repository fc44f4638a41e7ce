import type { Locale } from '../language/index.ts';
import { isTobanError } from '../platform/errors.ts';
import { section } from '../slack/index.ts';
import type { IncidentContext } from './context.ts';
import type { Form } from './forms.ts';
import { localeFor } from './kinds/help.ts';

interface Asking {
  readonly user: string;
  readonly cause: string;
  readonly channel?: string | null | undefined;
  readonly responseUrl?: string | null | undefined;
}

/** A sentence for whoever did something: where they did it, else by direct message. `words` is mrkdwn. */
export async function answerPerson(
  ctx: IncidentContext,
  { user, channel, responseUrl, cause }: Asking,
  words: (locale: Locale) => string,
  signal: AbortSignal,
): Promise<void> {
  const { slack, log } = ctx.calls;
  const text = words(await localeFor(ctx, user, signal));
  try {
    if (responseUrl) return await slack.respond(responseUrl, { text }, signal);
    if (channel) return await slack.whisper({ channel, user, text }, signal);
  } catch (error) {
    // Used up, or they are not in that channel: their direct messages are left.
    if (!isTobanError(error, 'refused')) throw error;
    log.info('answered-elsewhere', { reason: error.reason ?? null });
  }
  const direct = await slack.openDm(user, signal);
  await slack.post({ channel: direct, text, blocks: [section(text)], key: `answer-${cause}` }, signal);
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
