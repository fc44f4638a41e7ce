import type { Locale } from '../language/index.ts';
import { escapeMrkdwn, type InboundCommand, type Touched } from '../slack/index.ts';
import { answerPerson, fillForm } from './answer-person.ts';
import { apply } from './apply.ts';
import type { IncidentContext } from './context.ts';
import { type Found, incidentByNumber, incidentInRoom, openFor } from './find.ts';
import { forms } from './form-table.ts';
import { noteForm } from './forms.ts';
import { localeFor, personOf } from './kinds/help.ts';
import type { Incident } from './model.ts';
import { incidentNumber } from './number.ts';
import { openDeclare, openForm } from './receive-gesture.ts';
import { refusalText } from './refusal-text.ts';
import { incidentText } from './text.ts';
import { receiveNote, receiveTimeline } from './timeline/receive.ts';
import { headline } from './view-parts.ts';

/** `/incident …`, from any channel: where it must be in a room, or name one, the answer says so. */
export async function receiveCommand(
  ctx: IncidentContext,
  command: InboundCommand,
  signal: AbortSignal,
): Promise<Touched> {
  const [word = '', ...rest] = command.text.split(/\s+/);
  const verb = word.toLowerCase();
  if (verb === '' || verb === 'declare') return openDeclare(ctx, command, { words: rest.join(' ') }, signal);
  if (forms[verb] && verb !== 'edit') return form(ctx, command, verb, rest, signal);
  if (verb === 'cs') return inquiries(ctx, command, rest, signal);
  if (verb === 'note' || verb === 'timeline') return timeline(ctx, command, verb, rest, signal);
  const say = (words: (locale: Locale) => string) => answerPerson(ctx, command, words, signal);
  if (verb === 'list') {
    const open = await openFor(ctx, command.team, command.user);
    await say((locale) => listText(open, locale));
  } else await say((locale) => incidentText(locale).command.help);
  return null;
}

async function incidentFor(ctx: IncidentContext, command: InboundCommand, rest: readonly string[]) {
  const { team, user, channel } = command;
  const named = rest.find((one) => incidentNumber(one) !== null);
  return named ? incidentByNumber(ctx, team, named, user) : incidentInRoom(ctx, team, channel);
}

async function form(
  ctx: IncidentContext,
  command: InboundCommand,
  verb: string,
  rest: readonly string[],
  signal: AbortSignal,
): Promise<Touched> {
  const found = await incidentFor(ctx, command, rest);
  if (found) return openForm(ctx, command, verb, found, signal);
  const locale = await localeFor(ctx, command.user, signal);
  await fillForm(ctx, command.modal, noteForm(incidentText(locale).refusals.noRoom, locale), signal);
  return null;
}

/** `note [INC-7] [time] words`, `timeline [INC-7]`: in the words of a note no number of another incident is looked for. */
async function timeline(
  ctx: IncidentContext,
  command: InboundCommand,
  verb: 'note' | 'timeline',
  rest: readonly string[],
  signal: AbortSignal,
): Promise<Touched> {
  const named = incidentNumber(rest[0] ?? '') !== null;
  const found = await incidentFor(ctx, command, rest.slice(0, 1));
  if (!found) await answerPerson(ctx, command, (locale) => incidentText(locale).refusals.noRoom, signal);
  else if (verb === 'note') return receiveNote(ctx, command, found, rest.slice(named ? 1 : 0), signal);
  else await receiveTimeline(ctx, command, found, signal);
  return null;
}

/** `cs +3 <ticket>`, `cs INC-7 -1`: the counter of CS inquiries. */
async function inquiries(
  ctx: IncidentContext,
  command: InboundCommand,
  rest: readonly string[],
  signal: AbortSignal,
): Promise<Touched> {
  const say = (words: (locale: Locale) => string) => answerPerson(ctx, command, words, signal);
  const found: Found | null = await incidentFor(ctx, command, rest);
  if (!found) {
    await say((locale) => incidentText(locale).refusals.noRoom);
    return null;
  }
  const number = rest.map((one) => one.normalize('NFKC')).find((one) => /^[+-]?\d{1,4}$/.test(one));
  const ticket = ticketIn(rest);
  const count = number === undefined ? (ticket ? 1 : null) : Number(number);
  if (count === null || count === 0) {
    await say((locale) => incidentText(locale).command.noCount);
    return null;
  }
  const by = await personOf(ctx, command.user, signal);
  const { cause } = command;
  const { refusal, state } = await apply(ctx, found.path, () => ({
    type: 'add-inquiries',
    count,
    ticket,
    by,
    cause,
  }));
  await say((locale) => {
    if (refusal) return escapeMrkdwn(refusalText(refusal, locale));
    const now = state ?? found.state;
    return incidentText(locale).command.added(now.facts.inquiries, now.severity);
  });
  return found.path;
}

/** Slack sends a link as `<https://…|label>` or as it was typed. */
function ticketIn(words: readonly string[]): string | null {
  const link = words
    .map((one) => one.replace(/^<|>$/g, '').split('|', 1)[0] ?? '')
    .find((one) => /^https?:\/\//.test(one));
  return link && URL.canParse(link) ? link.slice(0, 500) : null;
}

function listText(open: readonly Incident[], locale: Locale): string {
  const text = incidentText(locale);
  if (open.length === 0) return text.command.none;
  const lines = open.map((one) => `${headline(one, text)}${one.room ? ` <#${one.room.channel}>` : ''}`);
  return `*${text.command.listHead}*\n${lines.join('\n')}`;
}
