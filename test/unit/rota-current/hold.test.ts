import { describe, expect, it } from 'vitest';
import { onDuty } from './helpers.ts';
import { createScene, HOUR, MINUTE } from './scene.ts';

const LATER = [10, 12, '小野'] as const;

describe('somebody is editing the cell of now', () => {
  it.each([
    ['', 'gap'],
    ['小', 'unknown'],
    ['#REF!', 'error'],
  ])('"%s" in the cell: the name of before is called, and the change is told', async (typed, kind) => {
    const scene = createScene();
    scene.shifts = [[-1, 1, '新井'], LATER];
    const reader = scene.instance();
    await reader.current('mobility');
    scene.shifts = [[-1, 1, typed], LATER];
    scene.now += 5 * MINUTE;
    const current = await reader.current('mobility');
    expect(onDuty(current, scene.now)).toBe('U0ARAI');
    expect(current).toMatchObject({ source: 'fresh', trouble: null });
    expect(current.held).toEqual({
      cell: '当番表!C1',
      column: 'primary',
      before: '新井',
      after: typed,
      kind,
    });
  });

  it('after five minutes the sheet is taken at its word', async () => {
    const scene = createScene();
    scene.shifts = [[-1, 1, '新井'], LATER];
    const reader = scene.instance();
    await reader.current('mobility');
    scene.shifts = [[-1, 1, '小'], LATER];
    for (const wait of [MINUTE, 4 * MINUTE, 1]) {
      scene.now += wait;
      await reader.current('mobility');
    }
    scene.now += 1_000;
    const current = await reader.current('mobility');
    expect(current.held).toBeNull();
    expect(onDuty(current, scene.now)).toBeNull();
  });

  it('a new name counts at once, and free on purpose too', async () => {
    const scene = createScene();
    scene.shifts = [[-1, 1, '新井'], LATER];
    const reader = scene.instance();
    await reader.current('mobility');
    for (const [typed, person] of [
      ['小野', 'U0ONO'],
      ['-', null],
    ] as const) {
      scene.shifts = [[-1, 1, typed], LATER];
      scene.now += 1_000;
      const current = await reader.current('mobility');
      expect(current.held).toBeNull();
      expect(onDuty(current, scene.now)).toBe(person);
    }
  });

  it('a row that is deleted while it is on duty is held, the time after goes by the sheet', async () => {
    const scene = createScene();
    scene.shifts = [
      [-1, 4, '新井'],
      [4, 8, '小野'],
    ];
    const reader = scene.instance();
    await reader.current('mobility');
    scene.shifts = [[2, 8, '小野']];
    scene.now += MINUTE;
    const current = await reader.current('mobility');
    expect(onDuty(current, scene.now)).toBe('U0ARAI');
    expect(onDuty(current, scene.now + 2 * HOUR)).toBe('U0ONO');
    expect(current.held).toMatchObject({ cell: '当番表!C1', kind: 'gap', after: '' });
  });

  it('the end of a shift is no edit', async () => {
    const scene = createScene();
    scene.shifts = [[-1, 0.05, '新井'], LATER];
    const reader = scene.instance();
    await reader.current('mobility');
    scene.now += 3 * MINUTE;
    expect(await reader.current('mobility')).toMatchObject({ held: null });
  });

  it('a new instance knows the name of before from the store', async () => {
    const scene = createScene();
    scene.shifts = [[-1, 1, '新井'], LATER];
    const first = scene.instance();
    await first.current('mobility');
    await first.settled();
    scene.shifts = [[-1, 1, '小'], LATER];
    scene.now += 2 * MINUTE;
    const current = await scene.instance().current('mobility');
    expect(onDuty(current, scene.now)).toBe('U0ARAI');
    expect(current.held).toMatchObject({ before: '新井', after: '小' });
  });

  it('the columns are held one by one', async () => {
    const scene = createScene();
    scene.shifts = [
      [-1, 1, '新井'],
      [-1, 1, '小野', 'secondary'],
    ];
    const reader = scene.instance();
    await reader.current('mobility');
    scene.shifts = [
      [-1, 1, '小野'],
      [-1, 1, '', 'secondary'],
    ];
    scene.now += MINUTE;
    const current = await reader.current('mobility');
    expect(onDuty(current, scene.now)).toBe('U0ONO');
    expect(onDuty(current, scene.now, 'secondary')).toBe('U0ONO');
    expect(current.held).toMatchObject({ column: 'secondary', before: '小野' });
  });
});
