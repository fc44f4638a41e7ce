import { codeOf } from './code-of.ts';
import { type Check, type Finding, finding } from './finding.ts';
import { inTime } from './in-time.ts';
import type { DoctorText } from './text.ts';

/** What cannot be found out, or not in time, is a finding of its own and keeps nothing else from being told. */
export async function bounded(
  { text, patienceMs }: { readonly text: DoctorText; readonly patienceMs: number },
  check: Check,
  found: Promise<Finding[]>,
): Promise<Finding[]> {
  try {
    return await inTime(found, patienceMs);
  } catch (error) {
    return [finding(check, 'error', '', text.notFoundOut(codeOf(error)))];
  }
}
