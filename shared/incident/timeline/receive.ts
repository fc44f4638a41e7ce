import { callAt, callInThread } from '../../escalation/index.ts';
import { clockTime, type Locale, moment } from '../../language/index.ts';
import {
  actions,
  clip,
  escapeMrkdwn,
  type InboundAction,
  type InboundCommand,
  type InboundDeletion,
  type InboundMessage,
  type InboundReaction,
  type InboundShortcut,
  link,
  plainText,
  type Touched,
} from '../../slack/index.ts';
import { answerPerson } from '../answer-person.ts';
import type { IncidentContext } from '../context.ts';
import { type Found, incidentInRoom } from '../find.ts';
import { personOf } from '../kinds/help.ts';
import { readPast } from '../past.ts';
import { mayTell } from '../policy.ts';
import { labelOf } from '../text.ts';
import { addNote, entryOf, lookAt, withdraw } from './look.ts';
import { timelinePage } from './read.ts';
import { entryRecordPath } from './record.ts';
import { timelineText } from './text.ts';

/** 📌 in a room puts a message on the timeline, taking it away takes it off: either way the message is looked at. */
export async function receivePin(ctx: IncidentContext, reaction: InboundReaction): Promise<Touched> {
  const { team, channel, user, name } = reaction;
  if (name.split('::')[0] !== 'pushpin') return null;
  const known = await entryOf(ctx, reaction);
  const path = known?.state.incident ?? (await incidentInRoom(ctx, team, channel))?.path;
  return path ? lookAt(ctx, path, reaction, user) : null;
}

/** What stands on a timeline follows its message. */
export async function receiveEdit(ctx: IncidentContext, message: InboundMessage): Promise<Touched> {
  if (message.editedFrom === null) return null;
  const known = await entryOf(ctx, message);
  return known ? lookAt(ctx, known.state.incident, message, message.user ?? '') : null;
}

export async function receiveDeletion(ctx: IncidentContext, deletion: InboundDeletion): Promise<Touched> {
  const known = await entryOf(ctx, deletion);
  return known ? lookAt(ctx, known.state.incident, deletion, '') : null;
}

/** The message shortcut: in a room, or in the thread of a call that has become an incident. */
export async function receiveAdd(
  ctx: IncidentContext,
  shortcut: InboundShortcut,
  signal: AbortSignal,
): Promise<Touched> {
  const { team, user, channel, messageTs: ts, threadTs } = shortcut;
  const found = channel && ts ? await incidentHere(ctx, { team, channel, ts, threadTs }) : null;
  if (!found || !channel || !ts || mayTell(found.state, 'page', user) !== 'all') {
    await answerPerson(ctx, shortcut, (locale) => timelineText(locale).nowhere, signal);
    return null;
  }
  const by = await personOf(ctx, user, signal);
  const path = await lookAt(ctx, found.path, { team, channel, ts }, user, by);
  await answerPerson(
    ctx,
    shortcut,
    (locale) => timelineText(locale).added(labelOf(found.state.number)),
    signal,
    (locale) => [withdrawButton(found, path, locale)],
  );
  return path;
}

async function incidentHere(
  ctx: IncidentContext,
  where: {
    readonly team: string;
    readonly channel: string;
    readonly ts: string;
    readonly threadTs: string | null;
  },
): Promise<Found | null> {
  const room = await incidentInRoom(ctx, where.team, where.channel);
  if (room) return room;
  const call = await callInThread(ctx.calls, where);
  const went = call ? (await callAt(ctx.calls, call))?.incident?.room : null;
  return went ? incidentInRoom(ctx, where.team, went) : null;
}

const withdrawButton = ({ state }: Found, path: string, locale: Locale) =>
  actions('incident', [
    {
      action: 'incident_withdraw',
      label: timelineText(locale).withdraw,
      value: `${state.id}:${path.slice(path.indexOf('/') + 1)}`,
    },
  ]);

/** The button below the answer. */
export async function receiveWithdraw(
  ctx: IncidentContext,
  action: InboundAction,
  found: Found,
  entry: string,
  signal: AbortSignal,
): Promise<Touched> {
  const path = entryRecordPath(entry);
  const by = await personOf(ctx, action.user, signal);
  await withdraw(ctx, path, found.path, by);
  await answerPerson(ctx, action, (locale) => timelineText(locale).withdrawn, signal);
  return path;
}

/** `note [time] words`: what was seen or done elsewhere. A time without a day that lies ahead was yesterday's. */
export async function receiveNote(
  ctx: IncidentContext,
  command: InboundCommand,
  found: Found,
  words: readonly string[],
  signal: AbortSignal,
): Promise<Touched> {
  const { zone, clock } = ctx.calls;
  const now = clock.now();
  const timed = /^(?:\d{1,2}[:：]\d{2}|\d{1,2}時(?:\d{1,2}分|半)?)$/.test(words[0] ?? '');
  const said = timed ? readPast(words[0] ?? '', { now, zone }) : null;
  const at = said ?? now;
  const text = clip(plainText(words.slice(said === null ? 0 : 1).join(' ')).trim(), 3_000).text;
  if (text === '') {
    await answerPerson(ctx, command, (locale) => timelineText(locale).emptyNote, signal);
    return null;
  }
  const by = await personOf(ctx, command.user, signal);
  const id = await addNote(ctx, found.path, { team: command.team, cause: command.cause, by, text, at });
  await answerPerson(
    ctx,
    command,
    (locale) => timelineText(locale).noted(labelOf(found.state.number), moment(at, now, zone, locale)),
    signal,
    (locale) => [withdrawButton(found, entryRecordPath(id), locale)],
  );
  return null;
}

const SHOWN = 15;

/** `timeline`: its latest lines, for whoever asks; the page has all. */
export async function receiveTimeline(
  ctx: IncidentContext,
  command: InboundCommand,
  found: Found,
  signal: AbortSignal,
): Promise<void> {
  const { store, zone, clock } = ctx.calls;
  const now = clock.now();
  const page = (locale: Locale) =>
    timelinePage(store, found, {
      user: command.user,
      order: 'newest',
      limit: SHOWN,
      cursor: null,
      locale,
      zone,
      now,
      settings: ctx.settings,
    });
  await answerPerson(
    ctx,
    command,
    async (locale) => {
      const { lines, cursor } = await page(locale);
      const words = timelineText(locale);
      const told = lines.map(({ at, text, facts, link: url }) => {
        const said = clip([text, ...facts].join(' · ').replace(/\s*\n\s*/g, ' / '), 150).text;
        return `\`${clockTime(at, zone)}\` ${url ? link(url, said) : escapeMrkdwn(said)}`;
      });
      const label = labelOf(found.state.number);
      const more = ctx.baseUrl && cursor ? [link(`${ctx.baseUrl}/incidents/${label}`, words.all)] : [];
      const body = told.length > 0 ? told : [words.nothing];
      return [`*${words.head(label)}*`, ...body, ...more].join('\n');
    },
    signal,
  );
}
