// What the public edge needs and nothing more: it must start in a blink.
export { callPress } from './cards/call-card.ts';
export { parseCommand } from './commands.ts';
export { parseEvent, Verification } from './events.ts';
export type { EdgeRules, FieldErrors } from './handlers.ts';
export type {
  Inbound,
  InboundAction,
  InboundCommand,
  InboundShortcut,
  InboundSubmission,
} from './inbound.ts';
export { parseInteraction } from './interactions.ts';
export { verifySignature } from './signature.ts';
