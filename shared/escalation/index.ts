export type { EscalationContext } from './context.ts';
export { becomeIncident, callAt, callInThread } from './hand-over.ts';
export { escalationHandlers } from './handlers.ts';
export { hintNoun } from './hint.ts';
export type { AckHow, Called, Escalation, EscalationEvent } from './model.ts';
export { escalationNoun } from './noun.ts';
export { createPeople, type People } from './people.ts';
export { requestNoun } from './request.ts';
export { RouteConfig, WebhookConfig } from './schemas.ts';
