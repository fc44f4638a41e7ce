import { recordId } from '../platform/ids.ts';

/** Where postmortems stand, derived from what caused them. */

/** `cause`: the id of the incident it begins with, and how many that incident had before. */
export const postmortemId = (team: string, ...cause: readonly string[]): string =>
  recordId('pm', team, ...cause);

export const postmortemPath = (id: string): string => `postmortems/${id}`;
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
