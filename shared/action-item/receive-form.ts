import { answerPerson, personOf } from '../incident/index.ts';
import type { Locale } from '../language/index.ts';
import { actions, escapeMrkdwn, type InboundSubmission, type Touched } from '../slack/index.ts';
import { type Applied, addActionItem, editActionItem, type Say, todayIn } from './apply.ts';
import type { ActionItemContext } from './context.ts';
import type { Carried } from './forms.ts';
import { type ActionItem, KINDS, type Person, PRIORITIES, type Refusal } from './model.ts';
import type { NamedOwner } from './owner.ts';
import { actionItemPath } from './records.ts';
import { actionItemRefusal, fieldOfRefusal } from './refusal-text.ts';
import { showAgain } from './reminder-task.ts';
import { reminderText } from './reminder-text.ts';
import { factsOf } from './reminder-view.ts';
import { actionItemText } from './text.ts';

const text = ({ values }: InboundSubmission, field: string): string => {
  const value = values[field];
  return typeof value === 'string' ? value.trim() : '';
};

/** What a form carried along; nothing of it where it was not ours. */
function carriedIn(metadata: string): Partial<Carried> {
  try {
    return (JSON.parse(metadata) as Partial<Carried> | null) ?? {};
  } catch {
    return {};
  }
}

function ownerIn(sent: InboundSubmission): NamedOwner {
  const [user, name] = [text(sent, 'owner'), text(sent, 'ownerName')];
  return user ? { user } : name ? { name } : null;
}

const fieldsIn = (sent: InboundSubmission) => ({
  title: text(sent, 'title'),
  note: text(sent, 'note'),
  owner: ownerIn(sent),
  due: text(sent, 'due') || null,
  priority: PRIORITIES.find((one) => one === text(sent, 'priority')) ?? 'medium',
  kind: KINDS.find((one) => one === text(sent, 'kind')) ?? 'prevent',
  link: text(sent, 'link') || null,
});

async function personIn(ctx: ActionItemContext, user: string, signal: AbortSignal): Promise<Person> {
  const { name } = await personOf(ctx.incidents, user, signal);
  return { user, name };
}

/** The form to add one was sent. A message makes one item for each form opened on it. */
export async function receiveAdd(
  ctx: ActionItemContext,
  sent: InboundSubmission,
  signal: AbortSignal,
): Promise<Touched> {
  const carried = carriedIn(sent.privateMetadata);
  const by = await personIn(ctx, sent.user, signal);
  const said: Say = {
    ...fieldsIn(sent),
    team: sent.team,
    cause: ['form', sent.viewId],
    incidents: carried.incident ? [carried.incident] : [],
    postmortem: null,
    message: carried.message ?? null,
    source: 'slack',
    by,
  };
  const { applied, lacking } = await addAllTheSame(ctx, said, signal);
  const to = { user: sent.user, cause: sent.cause, channel: carried.channel };
  if (applied.refusal) {
    await answerPerson(
      ctx.incidents,
      to,
      (locale) => escapeMrkdwn(actionItemRefusal(applied.refusal, locale)),
      signal,
    );
    return null;
  }
  const { item } = applied;
  const words = (locale: Locale): string => {
    const facts = factsOf(item, today(ctx), actionItemText(locale), ctx.incidents);
    const owner = item.owner
      ? escapeMrkdwn(actionItemText(locale).san(item.owner.name))
      : actionItemText(locale).nobody;
    const added = reminderText(locale).added(escapeMrkdwn(item.title), `${owner} · ${facts}`);
    return lacking
      ? `${added}\n⚠️ ${reminderText(locale).addedWithout(escapeMrkdwn(actionItemRefusal(lacking, locale)))}`
      : added;
  };
  await answerPerson(ctx.incidents, to, words, signal, (locale) => [
    actions(`action-${item.id}`, [
      { action: 'action_edit', label: actionItemText(locale).buttons.edit, value: item.id },
    ]),
  ]);
  return actionItemPath(item.id);
}

/** A modal that is closed cannot be shown again: where only the owner is wrong, the item is kept without, and that is said. */
async function addAllTheSame(
  ctx: ActionItemContext,
  said: Say,
  signal: AbortSignal,
): Promise<{ readonly applied: Applied; readonly lacking: Refusal | null }> {
  const applied = await addActionItem(ctx, said, signal);
  if (!applied.refusal || fieldOfRefusal(applied.refusal) !== 'owner') return { applied, lacking: null };
  return { applied: await addActionItem(ctx, { ...said, owner: null }, signal), lacking: applied.refusal };
}

const today = (ctx: ActionItemContext): string => todayIn(ctx.zone, ctx.incidents.calls.clock.now());

/** A form of one item was sent: all its fields, or its due date alone. */
export const receiveEdit =
  (ctx: ActionItemContext, only: 'due' | 'all') =>
  async (sent: InboundSubmission, signal: AbortSignal): Promise<Touched> => {
    const { item: id = '', seen = null, reminder, channel } = carriedIn(sent.privateMetadata);
    const by = await personIn(ctx, sent.user, signal);
    const fields = fieldsIn(sent);
    const edit = {
      changes: only === 'due' ? { due: fields.due } : fields,
      seen: only === 'due' ? null : seen,
      by,
      cause: sent.cause,
    };
    const { item, refusal } = await editActionItem(ctx, sent.team, id, edit, signal);
    const to = { user: sent.user, cause: sent.cause, channel };
    await answerPerson(ctx.incidents, to, (locale) => outcome(ctx, item, refusal, only, locale), signal);
    return follow(ctx, sent.team, id, reminder ?? '');
  };

function outcome(
  ctx: ActionItemContext,
  item: ActionItem | null,
  refusal: Refusal | null,
  only: 'due' | 'all',
  locale: Locale,
): string {
  if (refusal) return escapeMrkdwn(actionItemRefusal(refusal, locale));
  const facts = item ? factsOf(item, today(ctx), actionItemText(locale), ctx.incidents) : '';
  return only === 'due'
    ? `${reminderText(locale).dueChanged} ${facts}`
    : `${reminderText(locale).saved} ${facts}`;
}

/** The reminder it was pressed in shows what has become of it; that may be an older one than the item's own. */
export async function follow(
  ctx: ActionItemContext,
  team: string,
  id: string,
  reminder: string,
): Promise<Touched> {
  const path = /^rem_[0-9a-f]{32}$/.test(reminder) ? await showAgain(ctx, team, reminder) : null;
  return path ?? actionItemPath(id);
}
