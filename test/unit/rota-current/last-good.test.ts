import { describe, expect, it } from 'vitest';
import { down, onDuty, refused } from './helpers.ts';
import { createScene, HOUR, MINUTE, type Scene } from './scene.ts';

/** A first instance reads and keeps; the sheet then fails as given. */
async function kept(scene: Scene): Promise<void> {
  const reader = scene.instance();
  await reader.current('mobility');
  await reader.settled();
}

describe('the last good copy', () => {
  it('answers on a new instance while Google is down, with its age', async () => {
    const scene = createScene();
    scene.shifts = [[-1, 24, '新井']];
    await kept(scene);
    scene.sheetFails = down();
    scene.now += 3 * HOUR;
    const current = await scene.instance().current('mobility');
    expect(current).toMatchObject({ source: 'last-good', ageMs: 3 * HOUR, trouble: { code: 'unavailable' } });
    expect(onDuty(current, scene.now)).toBe('U0ARAI');
  });

  it('answers when the share is lost, and the address to share with is told', async () => {
    const scene = createScene();
    await kept(scene);
    scene.sheetFails = refused('not-shared');
    scene.now += MINUTE;
    const current = await scene.instance().current('mobility');
    expect(current).toMatchObject({ source: 'last-good', trouble: { code: 'not-shared' } });
    expect(current.accountEmail).toBe('toban@project.iam.gserviceaccount.com');
  });

  it.each(['not-found', 'api-disabled'])('%s has its own name', async (reason) => {
    const scene = createScene();
    scene.sheetFails = refused(reason);
    expect(await scene.instance().current('mobility')).toMatchObject({
      rota: null,
      source: 'none',
      trouble: { code: reason },
    });
  });

  it('beyond the age limit nothing is taken from it, and the cause is kept', async () => {
    const scene = createScene();
    scene.shifts = [[-1, 100, '新井']];
    await kept(scene);
    scene.sheetFails = down();
    scene.now += 24 * HOUR;
    expect((await scene.instance().current('mobility')).rota).not.toBeNull();
    scene.now += 1;
    expect(await scene.instance().current('mobility')).toMatchObject({
      rota: null,
      readAt: null,
      source: 'none',
      trouble: { code: 'too-old', detail: { cause: 'unavailable', maxAgeHours: '24' } },
    });
  });

  it('is not used under another configuration', async () => {
    const scene = createScene();
    await kept(scene);
    scene.sheetFails = down();
    expect(await scene.instance({ handover: '10:00' }).current('mobility')).toMatchObject({
      rota: null,
      source: 'none',
    });
  });

  it('is written when something changed and otherwise every ten minutes at most', async () => {
    const scene = createScene();
    const reader = scene.instance();
    for (let i = 0; i < 50; i++) {
      await reader.current('mobility');
      await reader.settled();
      scene.now += MINUTE;
    }
    expect(scene.reads.writes).toBe(5);
    scene.shifts = [[-1, 1, '小野']];
    await reader.current('mobility');
    await reader.settled();
    expect(scene.reads.writes).toBe(6);
  });

  it('holds a month back and a year ahead, and never the cells', async () => {
    const scene = createScene();
    const day = 24;
    scene.shifts = [
      [-40 * day, -36 * day, '古い'],
      [-1, 1, '新井'],
      [369 * day, 370 * day, '小野'],
      [371 * day, 372 * day, '新井'],
    ];
    scene.members = [
      ['新井', 'U0ARAI', '090-1234-5678'],
      ['小野', 'U0ONO'],
    ];
    await kept(scene);
    const text = JSON.stringify(scene.kept.get('rotas/mobility'));
    expect(text).not.toContain('古い');
    expect(text).not.toContain('090-1234');
    expect(JSON.parse(text).rota.columns.primary).toHaveLength(2);
  });

  it('stays below 1 MiB whatever the sheet', async () => {
    const scene = createScene();
    scene.shifts = Array.from(
      { length: 8_000 },
      (_, i) => [i, i + 1, i % 2 ? '新井' : '知らない人の長い名前'.repeat(5)] as const,
    );
    await kept(scene);
    const copy = JSON.stringify(scene.kept.get('rotas/mobility'));
    expect(Buffer.byteLength(copy)).toBeLessThan(700_000);
    // What was cut off is not known, and no gap.
    const { reach, readAt, rota } = JSON.parse(copy);
    expect(reach.to).toBeLessThan(readAt + 100 * 24 * HOUR);
    expect(Math.max(...rota.columns.primary.map(({ end }: { end: number }) => end))).toBeGreaterThanOrEqual(
      reach.to,
    );
  });

  it('a store that is down is logged and delays no call', async () => {
    const scene = createScene();
    scene.storeFails = true;
    const reader = scene.instance();
    expect(await reader.current('mobility')).toMatchObject({ source: 'fresh', trouble: null });
    await reader.settled();
    expect(scene.logged).toEqual(expect.arrayContaining(['rota-copy-not-loaded', 'rota-copy-not-kept']));
    scene.storeFails = false;
    scene.now += 1_000;
    await reader.current('mobility');
    await reader.settled();
    expect(scene.reads.writes).toBe(1);
  });

  it('lets a new instance read with one request', async () => {
    const scene = createScene();
    await kept(scene);
    scene.reads.sheet = 0;
    scene.reads.titles = 0;
    scene.now += MINUTE;
    await scene.instance().current('mobility');
    expect(scene.reads.sheet).toBe(1);
    expect(scene.reads.user).toBe(2);
  });
});

describe('a reading that is no rota does not replace the good one', () => {
  it('a renamed tab: the copy answers, the tab and its likely new name are told', async () => {
    const scene = createScene();
    const reader = scene.instance();
    await reader.current('mobility');
    scene.titles = ['当番表2', 'メンバー'];
    scene.now += HOUR / 2;
    const current = await reader.current('mobility');
    expect(current).toMatchObject({
      source: 'last-good',
      ageMs: HOUR / 2,
      trouble: { code: 'tab-missing', detail: { tab: '当番表', near: '当番表2' } },
    });
    expect(onDuty(current, scene.now)).toBe('U0ARAI');
  });

  it('renamed back, the next call reads it', async () => {
    const scene = createScene();
    const reader = scene.instance();
    scene.titles = ['当番表2', 'メンバー'];
    expect(await reader.current('mobility')).toMatchObject({ rota: null, trouble: { code: 'tab-missing' } });
    scene.titles = ['当番表', 'メンバー'];
    scene.now += 1_000;
    expect(await reader.current('mobility')).toMatchObject({ source: 'fresh', trouble: null });
  });

  it('a members tab that is gone', async () => {
    const scene = createScene();
    const reader = scene.instance();
    await reader.current('mobility');
    scene.titles = ['当番表'];
    scene.now += HOUR / 2;
    const current = await reader.current('mobility');
    expect(current).toMatchObject({
      source: 'last-good',
      trouble: { code: 'tab-missing', detail: { tab: 'メンバー' } },
    });
    expect(onDuty(current, scene.now)).toBe('U0ARAI');
  });

  it('an emptied sheet, and one without any known name', async () => {
    for (const shifts of [[], [[-1, 1, '謎']] as const]) {
      const scene = createScene();
      const reader = scene.instance();
      await reader.current('mobility');
      scene.shifts = [...shifts];
      scene.now += HOUR / 2;
      const current = await reader.current('mobility');
      expect(current).toMatchObject({ source: 'last-good', trouble: { code: 'nothing-understood' } });
      await reader.settled();
      expect(JSON.stringify(scene.kept.get('rotas/mobility'))).toContain('U0ARAI');
    }
  });
});
