import type { Noun } from '../tasks/index.ts';
import type { ActionItemContext } from './context.ts';
import type { ActionItem, ActionItemEvent } from './model.ts';
import { showAgain } from './reminder-task.ts';
import { fold } from './summary.ts';

/** What an action item may have to do: the reminder that shows it follows its changes. */
export const actionItemNoun = (ctx: ActionItemContext): Noun<ActionItem, ActionItemEvent> => ({
  name: 'action-item',
  ...fold,
  kinds: {
    follow: {
      persistent: false,
      guard: (state) => state.reminder !== null,
      async perform(state) {
        if (state.reminder) await showAgain(ctx, state.team, state.reminder);
      },
    },
  },
});
