import type { Store } from '../../shared/store/port.ts';
import { callAt, declare, give } from '../unit/insights/scene.ts';

const MINUTE = 60_000;
const WEEK = 7 * 86_400_000;
const by = { user: 'U0SRELEAD', name: '森' };

/** Weeks of incidents and calls before an instant, as the verbs write them; the same each time. */
export async function history(store: Store, until: number, weeks: number): Promise<void> {
  let seed = 7;
  const dice = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  for (let week = weeks; week > 0; week -= 1) {
    const begins = until - week * WEEK;
    for (let i = 0; i < 1 + dice(4); i += 1) await incident(store, `${week}-${i}`, begins + dice(WEEK), dice);
    for (let i = 0; i < 3 + dice(6); i += 1)
      await callAt(
        store,
        `${week}.${i}`,
        begins + dice(WEEK),
        dice(8) === 0 ? null : (1 + dice(20)) * MINUTE,
      );
  }
}

async function incident(
  store: Store,
  name: string,
  at: number,
  dice: (below: number) => number,
): Promise<void> {
  const service = dice(3) === 0 ? null : 'rental';
  const title = ['返却できない', 'アプリが開かない', '地図が出ない'][dice(3)] ?? '';
  await declare(store, name, at, { team: 'T0TOBAN', service, title, calls: [] });
  const step = async (to: 'investigating' | 'fixing' | 'resolved', when: number) =>
    give(store, name, { type: 'set-status', to, reason: null, by, cause: `${name}-${to}` }, when);
  const severity = (['SEV1', 'SEV2', 'SEV3', 'SEV4'] as const)[Math.max(dice(4), dice(4))] ?? 'SEV4';
  const why = { reason: '影響が大きい', by, cause: `${name}-sev` };
  await give(store, name, { type: 'override-severity', severity, ...why }, at + MINUTE);
  await step('investigating', at + (2 + dice(10)) * MINUTE);
  await step('fixing', at + (15 + dice(40)) * MINUTE);
  if (dice(6) > 0) await step('resolved', at + (60 + dice(300)) * MINUTE);
}
