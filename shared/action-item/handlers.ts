import { answerPerson, personOf } from '../incident/index.ts';
import { setWanted } from '../notification/index.ts';
import { escapeMrkdwn, type Handlers, type InboundAction, type Touched } from '../slack/index.ts';
import { changeActionItem } from './apply.ts';
import type { ActionItemContext } from './context.ts';
import { follow, receiveAdd, receiveEdit } from './receive-form.ts';
import { openItemForm, receiveActionCommand, receiveActionShortcut } from './receive-open.ts';
import { isActionItemId } from './records.ts';
import { actionItemRefusal } from './refusal-text.ts';
import { reminderText } from './reminder-text.ts';

/** What action items listen to in Slack. */
export const actionItemHandlers = (ctx: ActionItemContext): Handlers => ({
  commands: { '/incident action': (command, signal) => receiveActionCommand(ctx, command, signal) },
  shortcuts: { add_action_item: (shortcut, signal) => receiveActionShortcut(ctx, shortcut, signal) },
  submissions: {
    action_add: (sent, signal) => receiveAdd(ctx, sent, signal),
    action_edit: receiveEdit(ctx, 'all'),
    action_due: receiveEdit(ctx, 'due'),
  },
  actions: { action: (action, signal) => receiveAction(ctx, action, signal) },
});

/** A button of a reminder or of an answer: `action_done` with `act_…:rem_…`. */
async function receiveAction(
  ctx: ActionItemContext,
  action: InboundAction,
  signal: AbortSignal,
): Promise<Touched> {
  const verb = action.actionId.slice('action_'.length);
  if (verb === 'mute') {
    await setWanted(ctx.incidents.calls.store, action.user, ['action-reminder'], false);
    await answerPerson(ctx.incidents, action, (locale) => reminderText(locale).muted, signal);
    return null;
  }
  const [id = '', reminder = ''] = action.value.split(':', 2);
  // Slack tells of a pressed link, too: the browser has already followed it.
  if (!isActionItemId(id)) return null;
  if (verb === 'due' || verb === 'edit') return openItemForm(ctx, action, verb, id, reminder, signal);
  if (verb !== 'done') return null;
  const { name } = await personOf(ctx.incidents, action.user, signal);
  const by = { user: action.user, name };
  const { cause, team } = action;
  const press = { type: 'set-state', to: 'done', reason: null, by, cause } as const;
  const { refusal } = await changeActionItem(ctx, team, id, press);
  if (refusal)
    await answerPerson(
      ctx.incidents,
      action,
      (locale) => escapeMrkdwn(actionItemRefusal(refusal, locale)),
      signal,
    );
  return follow(ctx, team, id, reminder);
}
