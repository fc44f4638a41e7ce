export {
  actions,
  type ButtonSpec,
  checks,
  choice,
  context,
  dateInput,
  header,
  home,
  modal,
  personInput,
  section,
  textInput,
  timeInput,
} from './blocks.ts';
export { canaryWord } from './canary-word.ts';
export { type CallAction, type CallButton, callCard, callLine, callPress } from './cards/call-card.ts';
export { HAND_MODAL, handModal, messageModal } from './cards/hand-modal.ts';
export { type ParsedCommand, parseCommand } from './commands.ts';
export { type ParsedEvent, parseEvent, Verification } from './events.ts';
export type { ParsedInteraction } from './gesture.ts';
export type { EdgeRules, FieldErrors, Handle, Handlers, Touched } from './handlers.ts';
export {
  Inbound,
  type InboundAccounts,
  type InboundAction,
  type InboundCanary,
  type InboundCommand,
  type InboundDeletion,
  type InboundHome,
  type InboundMessage,
  type InboundReaction,
  type InboundRoom,
  type InboundShortcut,
  type InboundSubmission,
  type Values,
} from './inbound.ts';
export { parseInteraction } from './interactions.ts';
export { threadUrl } from './links.ts';
export { adminScopes, botEvents, botScopes, type Manifest, manifest, signInScopes } from './manifest.ts';
export { clip, escapeMrkdwn, link, mention, plainText, quote, withChannel } from './mrkdwn.ts';
export {
  type ConversationKind,
  methodScopes,
  type SlackMethod,
  scopesFor,
  type TokenKind,
} from './scopes.ts';
export { type SignatureVerdict, sign, verifySignature } from './signature.ts';
