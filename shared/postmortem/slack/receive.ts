import {
  answerPerson,
  fillForm,
  incidentById,
  incidentByNumber,
  incidentInRoom,
  labelOf,
  localeFor,
  mayTell,
  noteForm,
  personOf,
} from '../../incident/index.ts';
import type { Locale } from '../../language/index.ts';
import {
  actions,
  escapeMrkdwn,
  type Handlers,
  type InboundAction,
  type InboundCommand,
  type InboundSubmission,
  type Touched,
} from '../../slack/index.ts';
import { type AppliedPostmortem, applyPostmortem } from '../apply.ts';
import { beginPostmortem } from '../begin.ts';
import { checklistFor } from '../facts.ts';
import { type FoundPostmortem, postmortemById, postmortemOf } from '../find.ts';
import { listPostmortems } from '../list.ts';
import { movePostmortem } from '../move.ts';
import { askProse } from '../prose/ask.ts';
import { refusalWords } from '../text.ts';
import { labelsOf, leftWords, openButton, type PostmortemViewer, roomCard } from './cards.ts';
import type { PostmortemContext } from './context.ts';
import { meetingForm } from './forms.ts';
import { slackText } from './text.ts';

type Asking = Parameters<typeof answerPerson>[1];

/** What a postmortem listens to in Slack. */
export function postmortemHandlers(ctx: PostmortemContext): Handlers {
  return {
    commands: { '/postmortem': (command, signal) => receiveCommand(ctx, command, signal) },
    actions: { postmortem: (action, signal) => receiveAction(ctx, action, signal) },
    submissions: { postmortem_meeting: (sent, signal) => receiveMeeting(ctx, sent, signal) },
  };
}

const viewerFor = (ctx: PostmortemContext, locale: Locale): PostmortemViewer => ({
  locale,
  zone: ctx.zone,
  now: ctx.incidents.calls.clock.now(),
  baseUrl: ctx.baseUrl,
  ai: ctx.ai,
});

/** `/postmortem` in a war room, `/postmortem INC-7` anywhere: how it stands. Elsewhere: those that are being written. */
async function receiveCommand(
  ctx: PostmortemContext,
  command: InboundCommand,
  signal: AbortSignal,
): Promise<Touched> {
  const { team, user, channel } = command;
  const say = (words: (locale: Locale) => string) => answerPerson(ctx.incidents, command, words, signal);
  const named = command.text.trim();
  const incident = named
    ? await incidentByNumber(ctx.incidents, team, named, user)
    : await incidentInRoom(ctx.incidents, team, channel);
  if (!incident || mayTell(incident.state, 'page', user) !== 'all') {
    if (named) await say((locale) => slackText(locale).command.none);
    else await sayOpen(ctx, command, signal);
    return null;
  }
  const found = await postmortemOf(ctx, incident.state.id, user);
  if (found) {
    const checks = await checklistFor(ctx, found);
    const card = (locale: Locale) => roomCard(found, checks, viewerFor(ctx, locale));
    const first = (locale: Locale) => {
      const [block] = card(locale).blocks;
      return block?.type === 'section' ? (block.text?.text ?? '') : '';
    };
    await answerPerson(ctx.incidents, command, first, signal, (locale) => card(locale).blocks.slice(1));
    return null;
  }
  const value = incident.state.id;
  await answerPerson(
    ctx.incidents,
    command,
    (locale) => slackText(locale).command.noneHere(labelOf(incident.state.number)),
    signal,
    (locale) => [
      actions('postmortem', [
        { action: 'postmortem_begin', label: slackText(locale).command.begin, value, primary: true },
      ]),
    ],
  );
  return null;
}

const MOST_LISTED = 20;

async function sayOpen(ctx: PostmortemContext, command: InboundCommand, signal: AbortSignal): Promise<void> {
  const { team, user } = command;
  const query = { team, reader: user, stand: 'open', cursor: null } as const;
  const { postmortems } = await listPostmortems(ctx, query);
  const found = await Promise.all(
    postmortems.slice(0, MOST_LISTED).map(({ id }) => postmortemById(ctx, id, user)),
  );
  await answerPerson(
    ctx.incidents,
    command,
    (locale) => {
      const text = slackText(locale).command;
      const viewer = viewerFor(ctx, locale);
      const lines = found
        .filter((one) => one !== null)
        .map((one) => {
          const block = roomCard(one, [], viewer).blocks[0];
          const words = block?.type === 'section' ? (block.text?.text ?? '').split('\n', 1)[0] : '';
          const [open] = openButton(one.state, viewer);
          return open?.url ? `${words} <${open.url}|${open.label}>` : words;
        });
      const listed = lines.length > 0 ? [`*${text.open}*`, ...lines] : [text.nothingOpen];
      return [...listed, text.notInRoom].join('\n');
    },
    signal,
  );
}

async function receiveAction(
  ctx: PostmortemContext,
  action: InboundAction,
  signal: AbortSignal,
): Promise<Touched> {
  const verb = action.actionId.slice('postmortem_'.length);
  if (verb === 'open' || verb === 'calendar') return null;
  if (verb === 'begin') return begin(ctx, action, signal);
  const found = await postmortemById(ctx, action.value, action.user);
  if (!found || found.state.team !== action.team) return gone(ctx, action, signal);
  const locale = await localeFor(ctx.incidents, action.user, signal);
  switch (verb) {
    case 'check': {
      const checks = await checklistFor(ctx, found);
      await answerPerson(ctx.incidents, action, () => leftWords(checks, locale), signal);
      return null;
    }
    case 'meeting': {
      const form =
        found.state.state === 'draft'
          ? noteForm(refusalWords({ refused: 'not-ready' }, locale), locale)
          : meetingForm(found.state, action.channel, ctx.config.meeting, locale);
      await fillForm(ctx.incidents, action.modal, form, signal);
      return null;
    }
    case 'prose': {
      const { user, name } = await personOf(ctx.incidents, action.user, signal);
      return told(ctx, action, found, await askProse(ctx, found, { user, name }), signal);
    }
    case 'ready':
    case 'published': {
      const by = await personOf(ctx.incidents, action.user, signal);
      const { user, name } = by;
      return told(ctx, action, found, await movePostmortem(ctx, found, verb, null, { user, name }), signal);
    }
    default:
      return gone(ctx, action, signal);
  }
}

async function begin(ctx: PostmortemContext, action: InboundAction, signal: AbortSignal): Promise<Touched> {
  const incident = await incidentById(ctx.incidents, action.value);
  if (incident?.state.team !== action.team || mayTell(incident.state, 'page', action.user) !== 'all')
    return gone(ctx, action, signal);
  const { user, name } = await personOf(ctx.incidents, action.user, signal);
  const { path, state } = await beginPostmortem(ctx, incident.state, { user, name });
  await answerPerson(
    ctx.incidents,
    action,
    (locale) => slackText(locale).begun(labelOf(incident.state.number), escapeMrkdwn(state.title), null),
    signal,
    (locale) => openButton(state, viewerFor(ctx, locale)).map((button) => actions('postmortem', [button])),
  );
  return path;
}

async function receiveMeeting(
  ctx: PostmortemContext,
  sent: InboundSubmission,
  signal: AbortSignal,
): Promise<Touched> {
  const carried = carriedIn(sent.privateMetadata);
  const asking = { user: sent.user, cause: sent.cause, channel: carried.channel };
  const found = await postmortemById(ctx, carried.id, sent.user);
  if (!found || found.state.team !== sent.team) return gone(ctx, asking, signal);
  const text = (field: string) => {
    const value = sent.values[field];
    return typeof value === 'string' ? value.trim() : '';
  };
  const { user, name } = await personOf(ctx.incidents, sent.user, signal);
  const meeting = {
    at: Number(text('at')) * 1_000,
    minutes: Number(text('minutes').normalize('NFKC')),
    link: text('link') || null,
  };
  const command = { type: 'set-meeting', meeting, by: { user, name } } as const;
  return told(ctx, asking, found, await applyPostmortem(ctx, found.path, command), signal);
}

function carriedIn(metadata: string): { readonly id: string; readonly channel: string | null } {
  try {
    const { id, channel } = JSON.parse(metadata) as Record<string, unknown>;
    return { id: String(id), channel: typeof channel === 'string' ? channel : null };
  } catch {
    return { id: '', channel: null };
  }
}

/** What was refused is said to whoever tried, with what is left to do. */
async function told(
  ctx: PostmortemContext,
  asking: Asking,
  found: FoundPostmortem,
  { refusal }: AppliedPostmortem,
  signal: AbortSignal,
): Promise<Touched> {
  if (!refusal) return found.path;
  const words = (locale: Locale) =>
    refusal.refused === 'not-complete'
      ? `${labelsOf(found)} ${leftWords(refusal.checks, locale)}`
      : escapeMrkdwn(refusalWords(refusal, locale));
  await answerPerson(ctx.incidents, asking, words, signal);
  return null;
}

async function gone(ctx: PostmortemContext, asking: Asking, signal: AbortSignal): Promise<null> {
  await answerPerson(ctx.incidents, asking, (locale) => slackText(locale).command.gone, signal);
  return null;
}
