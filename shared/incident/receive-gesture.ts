import { callAt, callInThread, callPath } from '../escalation/index.ts';
import {
  clip,
  escapeMrkdwn,
  type InboundAction,
  type InboundShortcut,
  plainText,
  type Touched,
} from '../slack/index.ts';
import { answerPerson, fillForm } from './answer-person.ts';
import { apply } from './apply.ts';
import type { IncidentContext } from './context.ts';
import { type Found, incidentAt, incidentById, openFor } from './find.ts';
import { forms } from './form-table.ts';
import { alreadyWords, type Carried, declareForm, noteForm } from './forms.ts';
import { localeFor, personOf } from './kinds/help.ts';
import type { Command } from './model.ts';
import { mayTell } from './policy.ts';
import { incidentId, incidentPath } from './records.ts';
import { refusalText } from './refusal-text.ts';
import { retryFailed } from './retry.ts';
import { incidentText } from './text.ts';
import { receiveWithdraw } from './timeline/receive.ts';

interface Gesture {
  readonly team: string;
  readonly user: string;
  readonly modal: string | null;
  readonly channel: string | null;
}

/** Opens the declare form, filled from a call or a message; one that is declared already is said instead. */
export async function openDeclare(
  ctx: IncidentContext,
  gesture: Gesture,
  from: {
    readonly call?: string;
    readonly message?: { channel: string; ts: string };
    readonly words: string;
  },
  signal: AbortSignal,
): Promise<Touched> {
  const { team, user, channel } = gesture;
  const locale = await localeFor(ctx, user, signal);
  const { call, message, words } = from;
  const cause = call ? ['call', call] : message ? ['message', message.channel, message.ts] : null;
  const there = cause && (await incidentAt(ctx, incidentPath(incidentId(team, ...cause))));
  if (there) {
    const seen = mayTell(there.state, 'page', user) === 'all';
    const note = seen
      ? alreadyWords(there.state, locale)
      : incidentText(locale).command.already(incidentText(locale).secret);
    await fillForm(ctx, gesture.modal, noteForm(note, locale), signal);
    return null;
  }
  const said = plainText(words).trim();
  const title = clip(said.split(/\r?\n/)[0] ?? '', 150).text;
  const carried: Carried = { channel, ...(call && { call }), ...(message && { message }) };
  const initial = { title, description: said === title ? '' : said };
  // A call may belong to what is under way already: one incident, one more inquiry.
  const open = call ? (await openFor(ctx, team, user)).slice(0, MOST_OPEN) : [];
  await fillForm(ctx, gesture.modal, declareForm(initial, carried, ctx.settings, locale, open), signal);
  return null;
}

const MOST_OPEN = 20;

/** The message shortcut: a call in this thread comes along, else the message is the cause. */
export async function receiveShortcut(
  ctx: IncidentContext,
  shortcut: InboundShortcut,
  signal: AbortSignal,
): Promise<Touched> {
  const { team, channel, messageTs: ts, threadTs, messageText } = shortcut;
  if (!channel || !ts) return openDeclare(ctx, shortcut, { words: '' }, signal);
  const call = await callInThread(ctx.calls, { team, channel, ts, threadTs });
  const known = call ? await callAt(ctx.calls, call) : null;
  const from = call && known ? { call } : { message: { channel, ts } };
  return openDeclare(ctx, shortcut, { ...from, words: messageText ?? known?.words ?? '' }, signal);
}

/** A button or an entry of the menu: `incident_status`, or `status:inc_…` chosen in `incident_menu`. */
export async function receiveAction(
  ctx: IncidentContext,
  action: InboundAction,
  signal: AbortSignal,
): Promise<Touched> {
  // Buttons side by side need ids of their own: `incident_take_scribe` is `take`.
  const pressed = action.actionId.slice('incident_'.length).split('_', 1)[0] ?? '';
  const [verb = '', value = ''] = pressed === 'menu' ? splitOnce(action.value) : [pressed, action.value];
  if (verb === 'call') {
    const call = callPath(value);
    const known = await callAt(ctx.calls, call);
    return known ? openDeclare(ctx, action, { call, words: known.words }, signal) : null;
  }
  const [id = '', rest = ''] = value.split(':', 2);
  const found = await incidentById(ctx, id);
  const mine =
    found && found.state.team === action.team && mayTell(found.state, 'page', action.user) === 'all';
  if (!found || !mine) {
    await answerPerson(ctx, action, (locale) => incidentText(locale).refusals.gone, signal);
    return null;
  }
  if (forms[verb]) return openForm(ctx, action, verb, found, signal, verb === 'edit' ? { update: rest } : {});
  if (verb === 'retry') {
    await retryFailed(ctx, found.path);
    return found.path;
  }
  if (verb === 'withdraw') return receiveWithdraw(ctx, action, found, rest, signal);
  const by = await personOf(ctx, action.user, signal);
  const { cause } = action;
  if (verb === 'take')
    return change(ctx, action, found, { type: 'give-role', role: rest, to: by, by, cause }, signal);
  if (verb === 'plus')
    return change(ctx, action, found, { type: 'add-inquiries', count: 1, ticket: null, by, cause }, signal);
  return null;
}

const splitOnce = (value: string): [string, string] => {
  const at = value.indexOf(':');
  return [value.slice(0, at), value.slice(at + 1)];
};

export async function openForm(
  ctx: IncidentContext,
  gesture: Gesture,
  verb: string,
  { state }: Found,
  signal: AbortSignal,
  more: Pick<Carried, 'update'> = {},
): Promise<Touched> {
  const locale = await localeFor(ctx, gesture.user, signal);
  const carried: Carried = { incident: state.id, channel: gesture.channel, status: state.status, ...more };
  const form = forms[verb]?.(state, carried, ctx.settings, locale);
  if (form) await fillForm(ctx, gesture.modal, form, signal);
  return null;
}

async function change(
  ctx: IncidentContext,
  action: InboundAction,
  { path }: Found,
  command: Exclude<Command, { type: 'declare' }>,
  signal: AbortSignal,
): Promise<Touched> {
  const { refusal } = await apply(ctx, path, () => command);
  if (refusal)
    await answerPerson(ctx, action, (locale) => escapeMrkdwn(refusalText(refusal, locale)), signal);
  return path;
}
