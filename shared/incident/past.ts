import { instantOf, readMoment } from '../rota/index.ts';

/** An hour alone: what says a day is meant as it stands. */
const HOUR_ALONE = /^(?:at )?(?:午前|午後)?\d{1,2}(?::\d{2}|時(?:\d{1,2}分|半)?)?(?: ?[ap]\.?m\.?)?$/i;

/**
 * When something happened, as people say it: `昨日22:10`, `yesterday 10:10pm`, `11/24 22:10`, `22:10`, `2026-11-24T22:10`.
 * An hour alone that still lies ahead was yesterday's. Epoch ms; null where it is no time, or a day without an hour.
 */
export function readPast(
  text: string,
  { now, zone }: { readonly now: number; readonly zone: string },
): number | null {
  const said = text.normalize('NFKC').trim();
  const exact = instantOf(said, zone);
  if (exact !== null) return exact;
  const moment = readMoment(said, { now, zone });
  if (!moment.ok || moment.rough) return null;
  return moment.at > now && HOUR_ALONE.test(said) ? moment.at - 86_400_000 : moment.at;
}
