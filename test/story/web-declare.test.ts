import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Browser, hiddenIn } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';
import { mainOf, roomOf, rowsOf, saidIn } from './incident-desk.ts';

let desk: Desk;
let support: Browser;
beforeEach(async () => {
  desk = await openDesk();
  support = new Browser(desk.system.url);
  await support.signIn('U0CS');
});
afterEach(() => desk.close());

describe('declaring on the page', () => {
  const declare = async (browser: Browser, fields: Record<string, string>, shown?: string) => {
    const page = shown ?? (await browser.page('/incidents/new'));
    const own = { csrf: hiddenIn(page, 'csrf'), nonce: hiddenIn(page, 'nonce') };
    return browser.post('/incidents/new', { ...own, ...fields });
  };

  test('the same as in Slack: room, people, announcement, and the page that follows', async () => {
    const fields = {
      title: '渋谷で返却できない',
      service: 'rental',
      users: '6%',
      started: '2026-11-24T11:40',
    };
    const answer = await declare(support, fields);
    const path = answer.headers.get('location') ?? '';
    expect(path).toMatch(/^\/incidents\/inc_[0-9a-f]{32}$/);
    expect(mainOf(await support.page(path))).toContain('INC-… 渋谷で返却できない');
    await desk.system.settle();
    expect(mainOf(await support.page(path))).toMatch(/SEV2 検知 貸出・返却 INC-1 渋谷で返却できない/);
    expect(mainOf(await support.page(path))).toContain('発生から検知（TTD） 20分');
    expect(roomOf(desk)?.members).toEqual(expect.arrayContaining(['U0CS', 'U0ARAI', 'U0SRELEAD']));
    expect(saidIn(desk, 'C0INCIDENTS')).toContain('INC-1');
  });

  test('sent twice it is one incident, and both answers lead to it', async () => {
    const shown = await support.page('/incidents/new');
    const both = await Promise.all([
      declare(support, { title: '返却できない' }, shown),
      declare(support, { title: '返却できない' }, shown),
    ]);
    const [first, second] = both.map((answer) => answer.headers.get('location'));
    expect(second).toBe(first);
    await desk.system.settle();
    expect(rowsOf(await support.page('/incidents'))).toHaveLength(1);
  });

  test('what cannot be read is said beside its field, and nothing typed is lost', async () => {
    const answer = await declare(support, {
      title: ' ',
      description: '<script>alert(1)</script>',
      vehicles: '120台',
      users: 'みんな',
      started: '2026-11-24T13:00',
      service: 'gone',
      kind: 'drill',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(mainOf(page)).toContain('入力してください');
    expect(mainOf(page)).toContain('数（120）か割合（5%）');
    expect(mainOf(page)).toContain('未来の時刻は選べません');
    expect(mainOf(page)).toContain('一覧から選んでください');
    for (const kept of ['value="120台"', 'value="みんな"', 'value="2026-11-24T13:00"', '&lt;script&gt;'])
      expect(page).toContain(kept);
    expect(page).toMatch(/value="drill" checked/);
    expect(rowsOf(await support.page('/incidents'))).toHaveLength(0);
    const again = await declare(support, { title: '返却できない', kind: 'drill' }, page);
    await desk.system.settle();
    expect(mainOf(await support.page(again.headers.get('location') ?? ''))).toContain('訓練');
  });
});
