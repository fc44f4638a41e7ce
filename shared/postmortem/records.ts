import { recordId } from '../platform/ids.ts';

/** Where postmortems stand, derived from what caused them. */

/** `cause`: the id of the incident it begins with, or what somebody sent who began one by themselves. */
export const postmortemId = (team: string, ...cause: readonly string[]): string =>
  recordId('pm', team, ...cause);

export const postmortemPath = (id: string): string => `postmortems/${id}`;
/** Whether it is an incident's own postmortem: that incident stays with it. */
export const beganWith = (
  { id, team }: { readonly id: string; readonly team: string },
  incident: string,
): boolean => id === postmortemId(team, incident);
export const isPostmortemId = (text: string): boolean => /^pm_[0-9a-f]{32}$/.test(text);

/** From an incident to its one postmortem. */
export const ofIncidentPath = (incident: string): string => `postmortem-of/${incident}`;
export interface OfIncident {
  readonly record: string;
}

/** One version of a section. */
export const versionPath = (id: string, section: string, version: number): string =>
  `postmortems/${id}/versions/${section}-${version}`;

export const commentPath = (id: string, comment: string): string => `postmortems/${id}/comments/${comment}`;
export const commentId = (id: string, cause: string): string => recordId('cmt', id, cause);
