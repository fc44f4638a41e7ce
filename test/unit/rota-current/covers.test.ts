import { expect, it } from 'vitest';
import { arai, ask, ono, type Propose, play } from '../rota/cover.ts';
import { down, onDuty } from './helpers.ts';
import { createScene, HOUR, MINUTE, T0 } from './scene.ts';

/** A cover by 小野 of the time between two hours from noon. */
function cover(from: number, to: number, more: Partial<Propose> = {}) {
  const span = { start: T0 + from * HOUR, end: T0 + to * HOUR };
  const { state } = play([
    [ask({ rota: 'mobility', taker: ono, givers: [arai], asker: ono, ...span, ...more }), T0 - HOUR],
  ]);
  if (!state) throw new Error('the cover was refused');
  return state;
}

it('a cover wins over the sheet for its time, and the sheet is still told apart', async () => {
  const scene = createScene();
  scene.shifts = [[-1, 12, '新井']];
  scene.overrides = [cover(1, 2)];
  const reader = scene.instance();
  expect(onDuty(await reader.current('mobility'), T0)).toBe('U0ARAI');
  scene.now = T0 + HOUR;
  const current = await reader.current('mobility');
  expect(onDuty(current, scene.now)).toBe(ono.id);
  expect(current.sheet?.columns.primary?.[0]?.people).toEqual(['U0ARAI']);
});

it('one revoked while it stands calls nobody any more, at the next look', async () => {
  const scene = createScene();
  scene.shifts = [[-1, 12, '新井']];
  scene.overrides = [cover(-1, 2)];
  const reader = scene.instance();
  expect(onDuty(await reader.current('mobility'), T0)).toBe(ono.id);
  scene.overrides = [];
  scene.now += 1;
  expect(onDuty(await reader.current('mobility'), scene.now)).toBe('U0ARAI');
});

it('counts while Google is down, also where the sheet was never read', async () => {
  const scene = createScene();
  scene.sheetFails = down();
  scene.overrides = [cover(-1, 2)];
  const current = await scene.instance().current('mobility');
  expect(current).toMatchObject({ source: 'none', sheet: null, trouble: { code: 'unavailable' } });
  expect(onDuty(current, T0)).toBe(ono.id);
  scene.now = T0 + 2 * HOUR;
  expect((await scene.instance().current('mobility')).rota).toBeNull();
});

it('a store that cannot say is answered by what it last told', async () => {
  const scene = createScene();
  scene.shifts = [[-1, 12, '新井']];
  scene.overrides = [cover(-1, 2)];
  const reader = scene.instance();
  await reader.current('mobility');
  scene.storeFails = true;
  scene.now += MINUTE;
  expect(onDuty(await reader.current('mobility'), scene.now)).toBe(ono.id);
  expect(scene.logged).toContain('covers-not-read');
});

it('the cell beneath a cover may be edited: nothing is held back', async () => {
  const scene = createScene();
  scene.shifts = [[-1, 12, '新井']];
  scene.overrides = [cover(-1, 2)];
  const reader = scene.instance();
  await reader.current('mobility');
  scene.shifts = [[-1, 12, '小']];
  scene.now += MINUTE;
  const current = await reader.current('mobility');
  expect(current.held).toBeNull();
  expect(onDuty(current, scene.now)).toBe(ono.id);
});
