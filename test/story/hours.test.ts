import { afterEach, describe, expect, test } from 'vitest';
import { parseConfig } from '../../shared/workspace/index.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
afterEach(() => desk.close());

const sheet = { spreadsheet: 'mobility', sheet: '当番表', members: 'メンバー', handover: '10:00' };
const config = (route: object) =>
  parseConfig(
    JSON.stringify({
      rotas: [
        { id: 'mobility', ...sheet, fallback: ['U0SRELEAD'] },
        { id: 'night', ...sheet, fallback: ['U0KATO'] },
      ],
      routes: [
        {
          channel: 'C0CSHELP',
          rota: 'mobility',
          hours: { from: '09:00', to: '18:00' },
          ladder: [{ to: 'primary' }, { after: '5m', to: 'fallback' }],
          ...route,
        },
      ],
    }),
  );
/** The desk at a time of the clock in Tokyo. */
const at = async (time: string, route: object = {}) => {
  desk = await openDesk({ config: config(route), startAt: Date.parse(`${time}+09:00`) });
};
const headline = (call: Parameters<Desk['thread']>[0]) =>
  desk.thread(call)[0]?.text.replaceAll('*', '') ?? '';

describe('hours', () => {
  test('within them the route’s own rota is called', async () => {
    await at('2026-11-24T17:30:00');
    const call = await desk.say('cs', '@Toban 返却できない');
    expect(headline(call)).toContain('呼び出し中 · 新井 さくらさん');
  });

  test('outside them the thread says so and when they begin again, and nobody is woken', async () => {
    await at('2026-11-24T18:00:30');
    const call = await desk.say('cs', '@Toban 返却できない');
    expect(headline(call)).toMatch(/受付時間外.*誰も呼んでいません.*次の受付は 11\/25\(水\) 09:00/s);
    await desk.advance('PT30M');
    expect(desk.notified()).toEqual([]);
    expect(desk.thread(call)).toHaveLength(1);
  });

  test('who takes it all the same has it, without anybody having been called', async () => {
    await at('2026-11-24T20:00:00');
    const call = await desk.say('cs', '@Toban 返却できない');
    await desk.press('ono', desk.thread(call)[0], '自分が対応する');
    expect(headline(call)).toContain('対応中 · 小野');
  });

  test('over a weekend they begin on Monday', async () => {
    await at('2026-11-27T19:00:00');
    const call = await desk.say('cs', '@Toban 返却できない');
    expect(headline(call)).toContain('次の受付は 11/30(月) 09:00');
  });

  test('outside them another rota is called where the route names one, by the same ladder', async () => {
    await at('2026-11-24T20:00:00', { outside: 'night' });
    await desk.say('cs', '@Toban 返却できない');
    await desk.advance('PT5M');
    expect(desk.pinged()).toEqual(['arai', 'kato']);
  });

  test('that end while a call climbs hand it to that rota at its next step', async () => {
    await at('2026-11-24T17:58:00', { outside: 'night' });
    await desk.say('cs', '@Toban 返却できない');
    await desk.advance('PT6M');
    expect(desk.pinged()).toEqual(['arai', 'kato']);
  });

  test('that have not ended stay with their own', async () => {
    await at('2026-11-24T17:48:00', { outside: 'night' });
    await desk.say('cs', '@Toban 返却できない');
    await desk.advance('PT6M');
    expect(desk.pinged()).toEqual(['arai', 'mori']);
  });
});

describe('a Japanese holiday', () => {
  // Labor Thanksgiving Day, a Monday.
  test('is closed, and says the next working day', async () => {
    await at('2026-11-23T12:00:00');
    const call = await desk.say('cs', '@Toban 返却できない');
    expect(headline(call)).toMatch(/受付時間外.*次の受付は 11\/24\(火\) 09:00/s);
    expect(desk.notified()).toEqual([]);
  });

  test('is a day like any other where the route says so', async () => {
    await at('2026-11-23T12:00:00', { hours: { from: '09:00', to: '18:00', holidays: 'open' } });
    const call = await desk.say('cs', '@Toban 返却できない');
    expect(headline(call)).toContain('呼び出し中');
    expect(desk.pinged()).toHaveLength(1);
  });
});
