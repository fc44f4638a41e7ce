import type { Caller, Operation } from './operation.ts';
import { Problem } from './problem.ts';
import { apiText } from './text.ts';

/**
 * The version that `If-Match` names; null for `*`, and where none is given and none is needed. A proxy that packs an
 * answer makes its tag a weak one: the version in it is the same.
 */
export function readMatch(
  { match }: Operation,
  header: string | undefined,
  { locale }: Caller,
): string | null {
  const text = apiText(locale);
  if (header === undefined || match === undefined) {
    if (match === 'required') throw new Problem('version-needed', text.versionNeeded);
    return null;
  }
  if (header.trim() === '*') return null;
  const version = /^(?:W\/)?"([\w.-]{1,100})"$/.exec(header.trim())?.[1];
  if (version === undefined) throw new Problem('bad-request', text.versionUnreadable);
  return version;
}

/** Refuses to write over what somebody else changed since it was read. */
export function mustBeCurrent(seen: string | null, current: string, { locale }: Caller): void {
  if (seen !== null && seen !== current) throw new Problem('changed-meanwhile', apiText(locale).meanwhile);
}
