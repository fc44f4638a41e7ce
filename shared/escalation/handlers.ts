import { HAND_MODAL, type Handlers } from '../slack/index.ts';
import { receiveCallForm, showCallForm } from './call-form.ts';
import { receiveChoice } from './choice.ts';
import type { EscalationContext } from './context.ts';
import { HELP_FORM } from './edge.ts';
import { callByCommand, callByShortcut, help, sayWho } from './gestures.ts';
import { receiveHandModal } from './hand-on.ts';
import { receiveMessage } from './receive.ts';
import { receiveAction, receiveReaction } from './respond.ts';

/** What a call for help listens to in Slack. */
export function escalationHandlers(ctx: EscalationContext): Handlers {
  return {
    messages: (message, signal) => receiveMessage(ctx, message, signal),
    reactions: (reaction) => receiveReaction(ctx, reaction),
    actions: {
      call: (action, signal) => receiveAction(ctx, action, signal),
      choice: (action, signal) => receiveChoice(ctx, action, signal),
      help: (action, signal) => showCallForm(ctx, action, signal),
    },
    commands: {
      '/toban': (command, signal) => help(ctx, command, signal),
      '/toban call': (command, signal) => callByCommand(ctx, command, signal),
      '/toban who': (command, signal) => sayWho(ctx, command, signal),
    },
    shortcuts: { call_for_help: (shortcut, signal) => callByShortcut(ctx, shortcut, signal) },
    submissions: {
      [HAND_MODAL]: (submission, signal) => receiveHandModal(ctx, submission, signal),
      [HELP_FORM]: (submission) => receiveCallForm(ctx, submission),
    },
  };
}
