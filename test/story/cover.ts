import {
  decideOverride,
  evolveOverride,
  type Override,
  type OverrideCommand,
} from '../../shared/rota/index.ts';
import type { Desk } from './desk.ts';

const PATH = 'overrides/ovr_story';

/** 加藤 takes 新井's duty for a time, agreed by all: kept as the verbs keep it. */
export async function cover(desk: Desk, start: number, end: number): Promise<{ revoke(): Promise<void> }> {
  let state: Override | null = null;
  const obey = async (command: OverrideCommand) => {
    const decision = decideOverride(command, state, desk.system.clock.now());
    if (!decision.ok) throw new Error(decision.why);
    for (const event of decision.events) state = evolveOverride(state, event);
    if (state) await desk.system.store.put(PATH, state);
  };
  const [ono, arai, kato] = [
    { id: 'U0ONO', name: '小野 健' },
    { id: 'U0ARAI', name: '新井 さくら' },
    { id: 'U0KATO', name: '加藤 誠' },
  ] as const;
  await obey({
    type: 'propose',
    callable: true,
    rota: 'mobility',
    column: 'primary',
    start,
    end,
    taker: kato,
    givers: [arai],
    inReturn: null,
    asker: ono,
    consent: 'nobody',
  });
  return { revoke: () => obey({ type: 'revoke', by: ono.id, manages: true }) };
}
