import type { Handlers } from '../slack/index.ts';
import type { IncidentContext } from './context.ts';
import { receiveCommand } from './receive-command.ts';
import { receiveForms } from './receive-form.ts';
import { receiveAction, receiveShortcut } from './receive-gesture.ts';

/** What an incident listens to in Slack. */
export function incidentHandlers(ctx: IncidentContext): Handlers {
  return {
    commands: { '/incident': (command, signal) => receiveCommand(ctx, command, signal) },
    shortcuts: { declare_incident: (shortcut, signal) => receiveShortcut(ctx, shortcut, signal) },
    submissions: receiveForms(ctx),
    actions: { incident: (action, signal) => receiveAction(ctx, action, signal) },
  };
}
