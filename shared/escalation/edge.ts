import { callPress, type EdgeRules } from '../slack/edge.ts';

/** Handing a call on asks for a person, in a modal. */
export const escalationEdge: EdgeRules = {
  opens: (gesture) =>
    gesture.type === 'action' && callPress(gesture.actionId, gesture.value)?.action === 'hand',
};
