import { recordId } from '../platform/ids.ts';

/** Where the records of incidents stand, derived from what caused them. */

/** `cause`: the call, the message or the submission from which it is declared. */
export const incidentId = (team: string, ...cause: readonly string[]): string =>
  recordId('inc', team, ...cause);

export const incidentPath = (id: string): string => `incidents/${id}`;

/** From a room to its incident. */
export const roomPath = (team: string, channel: string): string => `rooms/${recordId('room', team, channel)}`;

/** From the n of INC-n to its incident. */
export const numberPath = (team: string, number: number): string =>
  `incident-numbers/${team || 'team'}-${number}`;

/** The number an incident has taken: found again when the answer was lost. */
export const claimPath = (id: string): string => `incident-claims/${id}`;

/** A document that only says which record is meant. */
export interface Pointer {
  readonly record: string;
}
