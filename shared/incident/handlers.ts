import type { Handlers } from '../slack/index.ts';
import type { IncidentContext } from './context.ts';
import { receiveCommand } from './receive-command.ts';
import { receiveForms } from './receive-form.ts';
import { receiveAction, receiveShortcut } from './receive-gesture.ts';
import { receiveRoom } from './receive-room.ts';
import { receiveAdd, receiveDeletion, receiveEdit, receivePin } from './timeline/receive.ts';

/** What an incident listens to in Slack. */
export function incidentHandlers(ctx: IncidentContext): Handlers {
  return {
    messages: (message) => receiveEdit(ctx, message),
    deletions: (deletion) => receiveDeletion(ctx, deletion),
    rooms: (event, signal) => receiveRoom(ctx, event, signal),
    reactions: (reaction) => receivePin(ctx, reaction),
    commands: { '/incident': (command, signal) => receiveCommand(ctx, command, signal) },
    shortcuts: {
      declare_incident: (shortcut, signal) => receiveShortcut(ctx, shortcut, signal),
      add_to_timeline: (shortcut, signal) => receiveAdd(ctx, shortcut, signal),
    },
    submissions: receiveForms(ctx),
    actions: { incident: (action, signal) => receiveAction(ctx, action, signal) },
  };
}
