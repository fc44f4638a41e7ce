// What the public edge must know of alerts: small, pure, without the noun's other files.
import type { EdgeRules } from '../slack/edge.ts';

export type { Signal } from './signal.ts';
export { parseWebhook } from './webhook.ts';

/** Attaching asks for an incident, in a modal. */
export const alertEdge: EdgeRules = {
  opens: (gesture) => gesture.type === 'action' && gesture.actionId === 'alert_attach',
};
