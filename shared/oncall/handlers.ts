import { receiveCoverAction } from '../cover/index.ts';
import type { Handlers } from '../slack/index.ts';
import type { OncallContext } from './context.ts';
import { receiveAction, receiveCommand, receiveForm } from './receive.ts';

/** What `/oncall` and the cards of covers listen to in Slack. */
export function oncallHandlers(ctx: OncallContext): Handlers {
  return {
    commands: { '/oncall': (command, signal) => receiveCommand(ctx, command, signal) },
    actions: {
      oncall: (action, signal) => receiveAction(ctx, action, signal),
      cover: (action, signal) => receiveCoverAction(ctx, action, signal),
    },
    submissions: {
      oncall_cover: (sent, signal) => receiveForm('cover')(ctx, sent, signal),
      oncall_swap: (sent, signal) => receiveForm('swap')(ctx, sent, signal),
    },
  };
}
