import type { Action } from './sim/schedule.ts';

const MINUTE = 60_000;

const call: Action = {
  after: 0,
  do: 'call',
  who: 'U0CS',
  text: '<@U0TOBAN> 返却できない',
  copies: [0],
};
const lost = (forMs: number): Action => ({
  after: 0,
  do: 'fault',
  fault: { port: 'slack', kind: 'lost', share: 1, delay: 0 },
  forMs,
});

export interface Kept {
  /** What this schedule once found. */
  readonly found: string;
  readonly seeds: readonly number[];
  readonly actions: readonly Action[];
}

/** Schedules that once broke a promise, made as small as they go. */
export const kept: readonly Kept[] = [
  {
    found:
      'a mention whose answer was lost, and whose call was acknowledged meanwhile, showed "calling" for ever',
    seeds: [1, 2, 3],
    actions: [lost(8_000), call, { after: 9_000, do: 'press', who: 'U0ONO', pick: 0, button: 0 }],
  },
  {
    found: 'with our clock an hour ahead, the message that had arrived was not found, and posted again',
    seeds: [1, 2, 3],
    actions: [{ after: 0, do: 'jump', ms: 60 * MINUTE }, lost(8_000), call],
  },
  {
    found:
      '"I cannot" when nobody was left to call made a card that was there, and failed until it was given up',
    seeds: [1],
    actions: [call, { after: 16 * MINUTE, do: 'press', who: 'U0LEAD', pick: 0.6, button: 0.4 }],
  },
  {
    found: '"I have it", delivered again after somebody else had taken over, took the call back',
    seeds: [3],
    actions: [
      call,
      { after: 20_000, do: 'press', who: 'U0SATO', pick: 0.1, button: 0.6 },
      { after: 500, do: 'press', who: 'U0CTO', pick: 0.1, button: 0.6 },
    ],
  },
  {
    found:
      'while Slack stayed away for half an hour, bells were rung on and on and ended among the dead letters',
    seeds: [3773],
    actions: [
      call,
      { after: 277_928, do: 'press', who: 'U0LEAD', pick: 0.57, button: 0.85 },
      {
        after: 3_328,
        do: 'fault',
        fault: { port: 'slack', kind: '429', share: 1, delay: 1_224 },
        forMs: 1_706_918,
      },
      { after: 313, do: 'react', who: 'U0ONO', pick: 0.09 },
    ],
  },
];
