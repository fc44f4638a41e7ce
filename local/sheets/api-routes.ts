import { setTimeout as wait } from 'node:timers/promises';
import type { Documents } from './documents.ts';
import type { Faults } from './faults.ts';
import { type Answer, faultAnswer, googleError } from './google-error.ts';
import { getSpreadsheet, getValues } from './rest.ts';

/** Answers `GET /v4/…` as Google would, faults included; `lost` means: close the connection without a word. */
export async function apiAnswer(
  documents: Documents,
  faults: Faults,
  method: string,
  url: URL,
): Promise<Answer | 'lost'> {
  const [, id, values, range] =
    /^\/v4\/spreadsheets\/([^/]+)(?:\/(values)\/([^/]+))?$/.exec(url.pathname) ?? [];
  if (id === undefined) return googleError(404, 'Requested entity was not found.');
  if (method !== 'GET') return googleError(405, 'This server only reads; edit the file or use its page.');
  const spreadsheet = decodeURIComponent(id);
  const fault = faults.take(spreadsheet);
  if (fault?.kind === 'lost') return 'lost';
  if (fault?.kind === 'slow') await wait(fault.delayMs);
  const failed = fault && faultAnswer(fault);
  if (failed) return failed;
  const document = documents.get(spreadsheet);
  if (!document) return googleError(404, 'Requested entity was not found.');
  return values === undefined
    ? getSpreadsheet(document, url.searchParams)
    : getValues(document, decodeURIComponent(range ?? ''), url.searchParams);
}
