export type { EscalationContext, Touched } from './context.ts';
export { hintNoun } from './hint.ts';
export type { Escalation, EscalationEvent } from './model.ts';
export { escalationNoun } from './noun.ts';
export { createPeople, type People } from './people.ts';
export { receiveMessage } from './receive.ts';
export { receiveAction, receiveReaction } from './respond.ts';
export { RouteConfig } from './schemas.ts';
