import { moment } from '../language/index.ts';
import { isTobanError } from '../platform/errors.ts';
import { escapeMrkdwn, type InboundCommand, type InboundShortcut, type Touched } from '../slack/index.ts';
import type { EscalationContext } from './context.ts';
import { dryRun } from './dry-run.ts';
import { localeFor } from './kinds/post.ts';
import { openCall } from './open-call.ts';
import { ask } from './request.ts';
import { routeFor } from './route.ts';
import { callText } from './text.ts';

/** "Call the person on duty" on a message: the same as a mention in it. Safe to repeat: the message makes one call. */
export async function callByShortcut(
  ctx: EscalationContext,
  { team, user, channel, messageTs: ts, threadTs, messageText: text, responseUrl }: InboundShortcut,
  signal: AbortSignal,
): Promise<Touched> {
  const route = routeFor(channel, text ?? '', ctx.routes);
  if (channel && ts && route) {
    const request = {
      team,
      channel,
      ts,
      threadTs: threadTs ?? ts,
      asker: user,
      text: text ?? '',
      clientMsgId: null,
    };
    return openCall(ctx, route, request, signal);
  }
  const words = callText(await localeFor(ctx, user, signal)).ways;
  if (responseUrl) await ctx.slack.respond(responseUrl, { text: words.where(channels(ctx)) }, signal);
  return null;
}

/** `/toban call …`: the request is posted for its asker where a route listens, and called from there. */
export async function callByCommand(
  ctx: EscalationContext,
  command: InboundCommand,
  signal: AbortSignal,
): Promise<Touched> {
  const { user, channel, responseUrl } = command;
  const words = callText(await localeFor(ctx, user, signal)).ways;
  const text = command.text.replace(/^call\s*/i, '');
  const route = routeFor(channel, text, ctx.routes);
  const unclear = text === '' ? words.empty : words.where(channels(ctx));
  const asked = text === '' || route === null ? null : await ask(ctx, command, route, route.channel, text);
  const answer = asked && route ? words.calling(`<#${route.channel}>`) : unclear;
  try {
    await ctx.slack.respond(responseUrl, { text: answer }, signal);
  } catch (error) {
    // The call is kept and its thread shows it: an answer that cannot be given must not hold it up.
    if (asked === null || !isTobanError(error)) throw error;
    ctx.log.warn('command-unanswered', { record: asked, code: error.code, reason: error.reason ?? '' });
  }
  return asked;
}

/** `/toban who`: whom each route would call now, and when the next. Calls nobody. */
export async function sayWho(
  ctx: EscalationContext,
  { user, responseUrl }: InboundCommand,
  signal: AbortSignal,
): Promise<Touched> {
  const locale = await localeFor(ctx, user, signal);
  const text = callText(locale);
  const now = ctx.clock.now();
  const parts = await Promise.all(
    ctx.routes.map(async (route) => {
      const { called, told } = await dryRun(ctx, route, now, signal);
      const opens = told?.opens ? moment(told.opens, now, ctx.zone, locale) : null;
      const steps = called.map(
        ({ at, name, reason }) =>
          `• ${moment(at, now, ctx.zone, locale)} ${escapeMrkdwn(text.san(name))}${reason.cell ? `（${escapeMrkdwn(reason.cell)}）` : ''}`,
      );
      const lines = told ? [told.why === 'outside' ? text.toldOutside(opens) : text.told] : steps;
      return [`*<#${route.channel}>*${route.name ? ` ${escapeMrkdwn(route.name)}` : ''}`, ...lines].join(
        '\n',
      );
    }),
  );
  await ctx.slack.respond(responseUrl, { text: `${text.ways.who}\n${parts.join('\n\n')}` }, signal);
  return null;
}

/** `/toban` with anything else. */
export async function help(
  ctx: EscalationContext,
  { user, responseUrl }: InboundCommand,
  signal: AbortSignal,
): Promise<Touched> {
  const { ways } = callText(await localeFor(ctx, user, signal));
  await ctx.slack.respond(responseUrl, { text: ways.help(channels(ctx)) }, signal);
  return null;
}

const channels = ({ routes }: EscalationContext): string =>
  [...new Set(routes.map((route) => `<#${route.channel}>`))].join(' ');
