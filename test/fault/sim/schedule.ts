import { seeded } from '../../../local/dispatcher/chaos.ts';
import type { Fault, FaultKind } from './faults.ts';
import { DUTY, FALLBACK, NAMES, OTHERS } from './scene.ts';

/** One thing that happens, `after` ms after the one before. `pick` chooses among what there is at that moment. */
export type Action = { readonly after: number } & (
  | { readonly do: 'call'; readonly who: string; readonly text: string; readonly copies: readonly number[] }
  | {
      readonly do: 'reply' | 'nudge';
      readonly who: string;
      readonly pick: number;
      readonly copies: readonly number[];
    }
  | { readonly do: 'press'; readonly who: string; readonly pick: number; readonly button: number }
  | { readonly do: 'react' | 'direct'; readonly who: string; readonly pick: number }
  | { readonly do: 'fault'; readonly fault: Omit<Fault, 'until'>; readonly forMs: number }
  | { readonly do: 'kill'; readonly steps: number }
  | { readonly do: 'jump'; readonly ms: number }
  | { readonly do: 'wait' }
  | { readonly do: 'sheet'; readonly primary: string; readonly secondary: string; readonly broken: boolean }
);

const MINUTE = 60_000;
const KINDS: Readonly<Record<Fault['port'], readonly FaultKind[]>> = {
  store: ['down', 'lost', 'conflict'],
  slack: ['down', 'lost', 'failed', 'late', '429'],
  sheets: ['down', '429'],
  bus: ['down', 'lost'],
  edge: ['down', 'lost'],
};
/** Those whom the sheet names at first act most. */
const PEOPLE = [...DUTY, ...DUTY.slice(0, 2), ...FALLBACK, ...FALLBACK, ...OTHERS];
const CELLS = [...DUTY.map((id) => NAMES.get(id) ?? ''), '', '謎の人'];

/** What happens under a seed: always a call first, then anything, by anybody, at any moment. */
export function scheduleOf(seed: number): Action[] {
  const random = seeded(seed ^ 0x5eed);
  const some = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  // Most things follow close on one another, where they can meet; some wait for the ladder.
  const after = () => Math.floor(random() ** 3 * 7 * MINUTE);
  const copies = () => [0, ...(random() < 0.3 ? [Math.floor(random() ** 3 * 6 * MINUTE)] : [])];
  const call = (): Action => {
    const text = random() < 0.7 ? '<@U0TOBAN> 返却できない' : '至急 <!channel> お願いします';
    return { after: after(), do: 'call', who: some(['U0CS', 'U0CS', 'U0SATO']), text, copies: copies() };
  };
  const fault = (): Action => {
    const port = some(['store', 'slack', 'slack', 'slack', 'sheets', 'bus', 'edge'] as const);
    const share = some([1, 1, 0.4]);
    const delay = Math.floor(random() * 20_000);
    const forMs = Math.floor(random() ** 2 * (port === 'slack' || port === 'sheets' ? 30 : 5) * MINUTE);
    return { after: after(), do: 'fault', fault: { port, kind: some(KINDS[port]), share, delay }, forMs };
  };
  const others: readonly (readonly [weight: number, make: () => Action])[] = [
    [2, call],
    [3, () => ({ after: after(), do: 'reply', who: some(PEOPLE), pick: random(), copies: copies() })],
    [3, () => ({ after: after(), do: 'nudge', who: some(PEOPLE), pick: random(), copies: copies() })],
    [8, () => ({ after: after(), do: 'press', who: some(PEOPLE), pick: random(), button: random() })],
    [2, () => ({ after: after(), do: 'react', who: some(PEOPLE), pick: random() })],
    [2, () => ({ after: after(), do: 'direct', who: some(PEOPLE), pick: random() })],
    [4, fault],
    [4, () => ({ after: after(), do: 'kill', steps: 1 + Math.floor(random() * 60) })],
    [2, () => ({ after: Math.floor((2 + random() * 14) * MINUTE), do: 'wait' })],
    [1, () => ({ after: after(), do: 'jump', ms: some([60 * MINUTE, -5 * MINUTE]) })],
    [
      2,
      () => ({
        after: after(),
        do: 'sheet',
        primary: some(CELLS),
        secondary: some(CELLS),
        broken: random() < 0.2,
      }),
    ],
  ];
  const total = others.reduce((sum, [weight]) => sum + weight, 0);
  const any = (): Action => {
    let at = random() * total;
    for (const [weight, make] of others) {
      at -= weight;
      if (at < 0) return make();
    }
    return call();
  };
  return [{ ...call(), after: 0 }, ...Array.from({ length: 2 + Math.floor(random() * 8) }, any)];
}
