export { type CallAction, type CallButton, callCard } from './cards/call-card.ts';
export { type ParsedEvent, parseEvent, Verification } from './events.ts';
export { Inbound, type InboundAction, type InboundMessage, type InboundReaction } from './inbound.ts';
export { type ParsedInteraction, parseInteraction } from './interactions.ts';
export { clip, escapeMrkdwn, link, mention, plainText, quote } from './mrkdwn.ts';
export { type SignatureVerdict, sign, verifySignature } from './signature.ts';
