import type { Handlers } from '../slack/index.ts';
import type { RunbookContext } from './context.ts';
import { receiveAction } from './receive-action.ts';
import { receiveCommand } from './receive-command.ts';
import { receiveForms } from './receive-form.ts';
import { receiveReply } from './receive-reply.ts';

/** What runs listen to in Slack. */
export function runbookHandlers(ctx: RunbookContext): Handlers {
  return {
    commands: { '/runbook': (command, signal) => receiveCommand(ctx, command, signal) },
    actions: { runbook: (action, signal) => receiveAction(ctx, action, signal) },
    submissions: receiveForms(ctx),
    messages: (message, signal) => receiveReply(ctx, message, signal),
  };
}
