// What the public edge needs and nothing more: it must start in a blink.
export { parseEvent, Verification } from './events.ts';
export type { InboundAction } from './inbound.ts';
export { parseInteraction } from './interactions.ts';
export { verifySignature } from './signature.ts';
