import {
  answerPerson,
  fillForm,
  incidentByNumber,
  incidentInRoom,
  incidentNumber,
  labelOf,
  localeFor,
  mayTell,
} from '../incident/index.ts';
import type { Locale } from '../language/index.ts';
import { setWanted } from '../notification/index.ts';
import {
  clip,
  escapeMrkdwn,
  type InboundAction,
  type InboundCommand,
  type InboundShortcut,
  plainText,
  type Touched,
} from '../slack/index.ts';
import { seen, todayIn } from './apply.ts';
import type { ActionItemContext } from './context.ts';
import { addForm, type Carried, dueForm, editForm, type Form, noteForm } from './forms.ts';
import { actionItemsOf } from './list.ts';
import { reminderText } from './reminder-text.ts';
import { factsOf } from './reminder-view.ts';
import { LONGEST } from './rules.ts';
import { actionItemText } from './text.ts';

const today = (ctx: ActionItemContext): string => todayIn(ctx.zone, ctx.incidents.calls.clock.now());

/** An incident as the reader knows it: by the room they are in, or by its number; null where there is none for them. */
async function incidentFor(
  ctx: ActionItemContext,
  team: string,
  user: string,
  channel: string | null,
  named: string | null,
) {
  const { incidents } = ctx;
  const found = named
    ? await incidentByNumber(incidents, team, named, user)
    : channel
      ? await incidentInRoom(incidents, team, channel)
      : null;
  return found && mayTell(found.state, 'page', user) === 'all' ? found.state : null;
}
type Incident = NonNullable<Awaited<ReturnType<typeof incidentFor>>>;

const whereText = ({ number, title }: Incident): string => `${labelOf(number)} ${escapeMrkdwn(title)}`;

/** `/incident action [INC-7] [words]` opens the form; `list`, `mute` and `unmute` are answered in words. */
export async function receiveActionCommand(
  ctx: ActionItemContext,
  command: InboundCommand,
  signal: AbortSignal,
): Promise<Touched> {
  const words = command.text.trim().split(/\s+/).slice(1);
  const verb = words[0]?.toLowerCase() ?? '';
  const say = (said: (locale: Locale) => string) => answerPerson(ctx.incidents, command, said, signal);
  if (verb === 'mute' || verb === 'unmute') {
    await setWanted(ctx.incidents.calls.store, command.user, ['action-reminder'], verb === 'unmute');
    await say((locale) => reminderText(locale)[verb === 'mute' ? 'muted' : 'unmuted']);
    return null;
  }
  const rest = verb === 'list' ? words.slice(1) : words;
  const [first = ''] = rest;
  const named = incidentNumber(first) === null ? null : first;
  const { team, user, channel } = command;
  const incident = await incidentFor(ctx, team, user, channel, named);
  if (verb === 'list') {
    await list(ctx, command, incident, signal);
    return null;
  }
  const locale = await localeFor(ctx.incidents, user, signal);
  if (named && !incident) {
    await fillForm(
      ctx.incidents,
      command.modal,
      noteForm(actionItemText(locale).refusals.incident, locale),
      signal,
    );
    return null;
  }
  const said = plainText(rest.slice(named ? 1 : 0).join(' '));
  return openAdd(ctx, command, said, incident, {}, locale, signal);
}

async function list(
  ctx: ActionItemContext,
  command: InboundCommand,
  incident: Incident | null,
  signal: AbortSignal,
): Promise<void> {
  const items = incident
    ? await actionItemsOf(ctx, command.team, { incident: incident.id }, command.user)
    : [];
  await answerPerson(
    ctx.incidents,
    command,
    (locale) => {
      const text = actionItemText(locale);
      const words = reminderText(locale);
      if (!incident) return words.noIncident;
      const lines = items.map((item) => {
        const owner = item.owner ? escapeMrkdwn(text.san(item.owner.name)) : text.nobody;
        const facts = factsOf(item, today(ctx), text, ctx.incidents);
        return `• ${text.states[item.state]} · ${escapeMrkdwn(item.title)} · ${owner} · ${facts}`;
      });
      return [
        `*${words.listHead(whereText(incident))}*`,
        ...(lines.length > 0 ? lines : [words.listNone]),
      ].join('\n');
    },
    signal,
  );
}

/** The message shortcut: what was written there is what is to be done, or its details where it is long. */
export async function receiveActionShortcut(
  ctx: ActionItemContext,
  shortcut: InboundShortcut,
  signal: AbortSignal,
): Promise<Touched> {
  const { team, user, channel, messageTs: ts, messageText } = shortcut;
  const incident = await incidentFor(ctx, team, user, channel, null);
  const locale = await localeFor(ctx.incidents, user, signal);
  const message = channel && ts ? { message: { channel, ts } } : {};
  return openAdd(ctx, shortcut, plainText(messageText ?? ''), incident, message, locale, signal);
}

async function openAdd(
  ctx: ActionItemContext,
  gesture: Pick<InboundCommand, 'modal'> & { readonly channel: string | null },
  said: string,
  incident: Incident | null,
  more: Pick<Carried, 'message'>,
  locale: Locale,
  signal: AbortSignal,
): Promise<Touched> {
  const words = said.trim();
  const title = clip(words.split(/\r?\n/)[0] ?? '', LONGEST.title).text;
  const carried: Carried = {
    today: today(ctx),
    channel: gesture.channel,
    ...(incident && { incident: incident.id }),
    ...more,
  };
  const initial = { title, note: words === title ? '' : clip(words, LONGEST.note).text };
  const form = addForm(initial, incident && whereText(incident), carried, locale);
  await fillForm(ctx.incidents, gesture.modal, form, signal);
  return null;
}

/** A button that opens a form of one item: its due date, or all of it. */
export async function openItemForm(
  ctx: ActionItemContext,
  action: InboundAction,
  verb: 'due' | 'edit',
  id: string,
  reminder: string,
  signal: AbortSignal,
): Promise<Touched> {
  const locale = await localeFor(ctx.incidents, action.user, signal);
  const item = await seen(ctx, action.team, id, action.user);
  const form: Form = item
    ? (verb === 'due' ? dueForm : editForm)(
        item,
        {
          today: today(ctx),
          due: item.due,
          item: id,
          seen: item.revision,
          reminder,
          channel: action.channel,
        },
        locale,
      )
    : noteForm(actionItemText(locale).refusals.gone, locale);
  await fillForm(ctx.incidents, action.modal, form, signal);
  return null;
}
