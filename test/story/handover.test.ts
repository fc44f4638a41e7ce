import { afterEach, beforeEach, expect, test } from 'vitest';
import { declareInSlack } from './incident-desk.ts';
import { type Oncall, openOncall } from './oncall-desk.ts';

let oncall: Oncall;
beforeEach(async () => {
  oncall = await openOncall();
});
afterEach(() => oncall.desk.close());

test('who begins reads what is open: incidents of the rota, calls with who has them, and nothing that is done or secret', async () => {
  const { desk } = oncall;
  await desk.advance('PT21H50M');
  await declareInSlack(desk, 'U0CS', { title: '返却が集中', service: 'rental' });
  await declareInSlack(desk, 'U0CS', { title: '個人情報の件', service: 'rental', kind: ['private'] });
  await declareInSlack(desk, 'U0CS', { title: '別のチームの件' });
  for (const words of ['返却できないお客様がいます', '鍵が開きません']) {
    await desk.say('cs', `@Toban ${words}`);
    const card = desk.dms('arai').findLast(({ text }) => text.includes(words));
    await desk.press('arai', card, '受領する');
  }
  await desk.press(
    'arai',
    desk.dms('arai').findLast(({ text }) => text.includes('鍵')),
    '完了にする',
  );
  await desk.advance('PT10M');
  const begins = desk.dms('kato').find(({ text }) => text.includes('始まりました'))?.text ?? '';
  expect(begins).toMatch(
    /続いているもの:\n• .*INC-1 返却が集中.*\n• 🟨 対応中 · 新井 さくらさん · .*返却できないお客様がいます/,
  );
  for (const other of ['鍵が開きません', '個人情報の件', '別のチームの件'])
    expect(begins).not.toContain(other);
});

test('who has muted handovers is left in peace, and a call still reaches them', async () => {
  expect(await oncall.type('kato', 'mute')).toContain('引き継ぎの DM を止めました');
  await oncall.desk.advance('PT22H');
  expect(oncall.said('kato')).toBe('');
  expect((await oncall.call()).who).toBe('kato');
  expect(await oncall.type('kato', 'unmute')).toContain('再開しました');
});
