import { CANARY, type Canary } from '../../canary/index.ts';
import { durationText } from '../../language/index.ts';
import { codeOf } from '../code-of.ts';
import type { Look } from '../context.ts';
import { type Finding, finding } from '../finding.ts';
import { inTime } from '../in-time.ts';

const CLOSED = new Set(['no-credentials', 'permission-denied', 'unauthenticated']);

/** Whether the store answers; and, where a canary is configured, what it found last. */
export async function checkStore({
  store,
  config,
  text,
  clock,
  locale,
  patienceMs,
}: Look): Promise<Finding[]> {
  if (!store) return [finding('store', 'error', '', text.storeNotNamed())];
  try {
    const kept = (await inTime(store.get<Canary>(CANARY), patienceMs))?.data ?? null;
    const answers = finding('store', 'ok', '', text.storeAnswers());
    if (!config.canary) return [answers];
    if (kept?.outage) {
      const { trouble, reason, since } = kept.outage;
      const ago = durationText(clock.now() - since, locale);
      return [answers, finding('canary', 'error', '', text.canaryFails(trouble, reason, ago))];
    }
    const at = kept?.run?.answeredAt ?? null;
    if (at === null) return [answers, finding('canary', 'warning', '', text.canaryNever())];
    return [answers, finding('canary', 'ok', '', text.canaryWell(durationText(clock.now() - at, locale)))];
  } catch (error) {
    const code = codeOf(error);
    const said = CLOSED.has(code) ? text.storeClosed(code) : text.storeFails(code);
    return [finding('store', 'error', '', said)];
  }
}
