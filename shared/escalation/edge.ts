import { callPress, type EdgeRules } from '../slack/edge.ts';

/** Callback id of the form by which somebody calls from the app's home. */
export const HELP_FORM = 'call_help';
const EMPTY = '入力してください。 / Please fill this in.';

/** Handing a call on asks for a person, and calling from the app's home for words, in a modal. */
export const escalationEdge: EdgeRules = {
  opens: (gesture) =>
    gesture.type === 'action' &&
    (gesture.actionId === 'help_open' || callPress(gesture.actionId, gesture.value)?.action === 'hand'),
  validate: {
    [HELP_FORM]: ({ values: { words } }) =>
      typeof words === 'string' && words.trim() !== '' ? {} : { words: EMPTY },
  },
};
