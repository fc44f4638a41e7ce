import { durationText } from '../../language/index.ts';
import type { Look } from '../context.ts';
import { type Finding, finding } from '../finding.ts';

/** Slack's date is told to the second, and an answer takes a while: less than this says nothing. */
const UNTOLD_MS = 30_000;
/** Requests older or newer than this are refused: https://docs.slack.dev/authentication/verifying-requests-from-slack */
const REFUSED_MS = 300_000;

/** This machine's clock against Slack's. */
export async function checkClock(look: Look): Promise<Finding[]> {
  const { tokens, realClock, text, locale, self, patienceMs } = look;
  if (self === null) return [];
  const asked = realClock.now();
  const theirs = await tokens.clock(AbortSignal.timeout(patienceMs));
  if (theirs === null) return [];
  const wrong = (asked + realClock.now()) / 2 - theirs;
  const by = Math.abs(wrong);
  if (by < UNTOLD_MS) return [finding('clock', 'ok', '', text.clockRight())];
  const said = text.clockWrong(durationText(by, locale), wrong > 0, by >= REFUSED_MS);
  return [finding('clock', by >= REFUSED_MS ? 'error' : 'warning', '', said)];
}
