import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { down, limited, onDuty } from './helpers.ts';
import { createScene, HOUR, MINUTE } from './scene.ts';

describe('reading the sheet', () => {
  it('reads it for the call and says so', async () => {
    const scene = createScene();
    const current = await scene.instance().current('mobility');
    expect(current).toMatchObject({
      source: 'fresh',
      readAt: scene.now,
      ageMs: 0,
      trouble: null,
      held: null,
    });
    expect(onDuty(current, scene.now)).toBe('U0ARAI');
  });

  it('a call after an edit goes to the new person', async () => {
    const scene = createScene();
    const reader = scene.instance();
    await reader.current('mobility');
    scene.shifts = [[-1, 1, '小野']];
    scene.now += 1_000;
    expect(onDuty(await reader.current('mobility'), scene.now)).toBe('U0ONO');
  });

  it('within a second the reading of a moment ago answers', async () => {
    const scene = createScene();
    const reader = scene.instance();
    await reader.current('mobility');
    scene.now += 900;
    expect(await reader.current('mobility')).toMatchObject({ source: 'recent', ageMs: 900 });
    expect(scene.reads.sheet).toBe(1);
  });

  it('a hundred calls at once read once', async () => {
    const scene = createScene();
    const reader = scene.instance();
    const all = await Promise.all(Array.from({ length: 100 }, () => reader.current('mobility')));
    expect(all.every((current) => onDuty(current, scene.now) === 'U0ARAI')).toBe(true);
    expect(scene.reads.sheet).toBe(1);
  });

  it('two rotas of one spreadsheet share a read', async () => {
    const scene = createScene();
    const reader = scene.instance({}, { id: 'other' });
    await Promise.all([reader.current('mobility'), reader.current('other')]);
    expect(scene.reads.sheet).toBe(1);
  });

  it('calls without pause stay below 40 requests a minute, and no answer is older than 6 s', async () => {
    const scene = createScene();
    const reader = scene.instance();
    const ages: number[] = [];
    for (let i = 0; i < 10 * 60 * 10; i++) {
      scene.now += 100;
      ages.push((await reader.current('mobility')).ageMs ?? Number.POSITIVE_INFINITY);
    }
    expect((scene.reads.sheet + scene.reads.titles) / 10).toBeLessThan(40);
    expect(Math.max(...ages)).toBeLessThan(6_000);
  });

  it('many spreadsheets together stay below 40 requests a minute', async () => {
    const scene = createScene();
    const ids = Array.from({ length: 12 }, (_, i) => `r${i}`);
    const reader = scene.instance(...ids.map((id) => ({ id, spreadsheet: `book-${id}` })));
    for (let i = 0; i < 60 * 5; i++) {
      scene.now += 1_000;
      for (const id of ids) await reader.current(id);
    }
    expect((scene.reads.sheet + scene.reads.titles) / 5).toBeLessThan(40);
  });

  it('an unknown rota is a mistake in the configuration', async () => {
    await expect(createScene().instance().current('nowhere')).rejects.toMatchObject({
      code: 'misconfigured',
    });
  });

  it("a caller's own end does not end the read of the others", async () => {
    const scene = createScene();
    const reader = scene.instance();
    const stopped = new AbortController();
    const first = reader.current('mobility', stopped.signal);
    const second = reader.current('mobility');
    stopped.abort();
    await expect(first).rejects.toMatchObject({ code: 'unavailable' });
    expect(onDuty(await second, scene.now)).toBe('U0ARAI');
  });
});

describe('the 2 s of a call', () => {
  // Waited by hand: how busy the machine is makes no difference.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      const late = new AbortController();
      setTimeout(() => late.abort(new DOMException('too late', 'TimeoutError')), ms);
      return late.signal;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  /** What was answered, and after how long: looked at every 100 ms. */
  async function waited<T>(answer: Promise<T>): Promise<{ current: T; ms: number }> {
    let done = false;
    const settled = answer.finally(() => {
      done = true;
    });
    let ms = 0;
    for (; !done && ms < 10_000; ms += 100) await vi.advanceTimersByTimeAsync(100);
    expect(done).toBe(true);
    return { current: await settled, ms };
  }

  it('a spreadsheet that never answers costs 2 s, then the last good copy answers', async () => {
    const scene = createScene();
    const reader = scene.instance();
    await reader.current('mobility');
    scene.now += MINUTE;
    scene.sheetFails = 'hang';
    const { current, ms } = await waited(reader.current('mobility'));
    expect(ms).toBe(2_000);
    expect(current).toMatchObject({ source: 'last-good', ageMs: MINUTE, trouble: { code: 'unavailable' } });
    expect(onDuty(current, scene.now)).toBe('U0ARAI');
  });

  it('the next call does not wait again', async () => {
    const scene = createScene();
    scene.sheetFails = 'hang';
    const reader = scene.instance();
    await waited(reader.current('mobility'));
    // No time passes any more: what waited here would never answer.
    expect(await reader.current('mobility')).toMatchObject({
      source: 'none',
      trouble: { code: 'unavailable' },
    });
  });

  it('Slack that never answers costs no more than that, and nobody becomes unknown', async () => {
    const scene = createScene();
    scene.slackFails = 'hang';
    const { current, ms } = await waited(scene.instance().current('mobility'));
    expect(ms).toBe(2_000);
    expect(onDuty(current, scene.now)).toBe('U0ARAI');
  });
});

describe('back-off', () => {
  it('after 429 or 503 nothing is read before the wait ends, and the wait doubles', async () => {
    const scene = createScene();
    const reader = scene.instance();
    await reader.current('mobility');
    scene.sheetFails = down();
    const at: number[] = [];
    for (let second = 0; second < 120; second++) {
      scene.now += 1_000;
      const before = scene.reads.sheet;
      expect(await reader.current('mobility')).toMatchObject({
        source: 'last-good',
        trouble: { code: 'unavailable' },
      });
      if (scene.reads.sheet > before) at.push(second);
    }
    expect(at).toEqual([0, 2, 6, 14, 30, 62]);
  });

  it('the first success ends it', async () => {
    const scene = createScene();
    const reader = scene.instance();
    scene.sheetFails = limited();
    await reader.current('mobility');
    scene.now += 2_000;
    scene.sheetFails = null;
    expect(await reader.current('mobility')).toMatchObject({ source: 'fresh', trouble: null });
    scene.now += 1_000;
    expect(await reader.current('mobility')).toMatchObject({ source: 'fresh' });
  });

  it('Retry-After is kept', async () => {
    const scene = createScene();
    const reader = scene.instance();
    scene.sheetFails = limited(30_000);
    await reader.current('mobility');
    scene.sheetFails = null;
    scene.now += 29_000;
    expect(await reader.current('mobility')).toMatchObject({ trouble: { code: 'rate-limited' } });
    scene.now += 1_000;
    expect(await reader.current('mobility')).toMatchObject({ trouble: null });
  });

  it('a 429 holds for every spreadsheet, since the quota is one', async () => {
    const scene = createScene();
    const reader = scene.instance({}, { id: 'other', spreadsheet: 'second' });
    scene.sheetFails = limited();
    await reader.current('mobility');
    scene.sheetFails = null;
    expect(await reader.current('other')).toMatchObject({ trouble: { code: 'rate-limited' } });
  });

  it('a jump of the clock by hours reads at once', async () => {
    const scene = createScene();
    const reader = scene.instance();
    scene.sheetFails = down();
    await reader.current('mobility');
    scene.sheetFails = null;
    scene.now += HOUR;
    expect(await reader.current('mobility')).toMatchObject({ source: 'fresh' });
  });
});
