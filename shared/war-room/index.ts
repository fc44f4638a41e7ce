export type { Hand } from './bot-first.ts';
export { inviteOne } from './invite.ts';
export { roomNames } from './names.ts';
export { type Opened, openRoom } from './open.ts';
export { explain } from './text.ts';
