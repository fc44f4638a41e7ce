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
export { type CallButton, callCard, callLine, callPress } from './cards/call-card.ts';
export { HAND_MODAL, handModal, messageModal } from './cards/hand-modal.ts';
export { parseCommand } from './commands.ts';
export { parseEvent } from './events.ts';
export type { Handle, Handlers, Touched } from './handlers.ts';
export {
  Inbound,
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
} from './inbound.ts';
export { parseInteraction } from './interactions.ts';
export { threadUrl } from './links.ts';
export { adminScopes, botScopes, type Manifest, manifest, signInScopes } from './manifest.ts';
export { clip, escapeMrkdwn, link, mention, plainText, quote, withChannel } from './mrkdwn.ts';
export { isPerson } from './person-id.ts';
export {
  type ConversationKind,
  methodScopes,
  type SlackMethod,
  scopesFor,
  type TokenKind,
} from './scopes.ts';
export { sign, verifySignature } from './signature.ts';
export { userNamed } from './user-named.ts';
