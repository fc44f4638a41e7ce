import { recordId } from '../platform/ids.ts';

/** Where the records of calls stand, all derived from what caused them. */

export const callPath = (id: string): string => `escalations/${id}`;
/** The call that a message made. */
export const escalationPath = (team: string, channel: string, ts: string): string =>
  callPath(recordId('esc', team, channel, ts));

/** The same gesture delivered as two messages shares its client_msg_id. */
export const causePath = (team: string, clientMsgId: string): string =>
  `causes/${recordId('cause', team, clientMsgId)}`;

/** The latest call of a thread. */
export const threadPath = (team: string, channel: string, threadTs: string): string =>
  `threads/${recordId('thread', team, channel, threadTs)}`;

/** From a message of ours to its call. */
export const postPath = (team: string, channel: string, ts: string): string =>
  `posts/${recordId('post', team, channel, ts)}`;

/** The latest call told in a direct-message channel. */
export const dmPath = (team: string, channel: string): string => `dms/${recordId('dm', team, channel)}`;

/** In a direct message with the app: only its writer sees it. */
export const isDirect = (channel: string): boolean => channel.startsWith('D');

/** A document that only says which record is meant. */
export interface Pointer {
  readonly record: string;
}
