import { createHash } from 'node:crypto';
import { recordId } from '../platform/ids.ts';

/** All runbooks that there are, in one small document: what a list, a search and a suggestion read. */
export const INDEX = 'runbook-index/all';

/** The version of a document is a hash of it: the same text is the same version, whoever pushes it. */
export const versionOf = (source: string): string =>
  createHash('sha256').update(source).digest('hex').slice(0, 16);

/** What its history is kept under. */
export const runbookRecord = (id: string): string => `runbooks/${id}`;
export const versionPath = (id: string, version: string): string =>
  `${runbookRecord(id)}/versions/${version}`;

/** One playing: from one cause (a press, a step of another run) comes one run. */
export const runPath = (id: string): string => `runs/${id}`;
/** Where its page is. */
export const runAddress = (id: string): string => `/runs/${id}`;
export const runId = (incident: string, runbook: string, cause: string): string =>
  recordId('run', incident, runbook, cause);

/** How often a runbook was started. */
export const runCountPath = (id: string): string => `runbook-runs/${id}`;

/** From a card's message to its run, for replies beneath it. */
export const cardPath = (team: string, channel: string, ts: string): string =>
  `run-cards/${recordId('card', team, channel, ts)}`;
