// What the public edge must know of runbooks: small, pure, without the noun's other files.
import type { EdgeRules } from '../slack/edge.ts';

const OPENING = new Set(['answer', 'skip', 'hand', 'correct', 'stop', 'choose']);

export const runbookEdge: EdgeRules = {
  opens(gesture) {
    if (gesture.type === 'command') return gesture.command === '/runbook';
    if (gesture.type === 'shortcut') return false;
    const [noun, verb] = gesture.actionId.split('_', 2);
    const wanted = verb === 'menu' ? gesture.value.split(':', 1)[0] : verb;
    return noun === 'runbook' && OPENING.has(wanted ?? '');
  },
};
