export type { Hand, Hands } from './bot-first.ts';
export { inviteOne } from './invite.ts';
export { type NameParts, roomNames } from './names.ts';
export { type Opened, openRoom } from './open.ts';
export { type Explained, explain } from './text.ts';
