import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeIncident } from '../../shared/incident/index.ts';
import { NOTHING_KNOWN, pushRunbook } from '../../shared/runbook/index.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { Browser, hiddenIn } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';
import { declareInSlack, mainOf } from './incident-desk.ts';

const SOURCE = `---
id: questions
title: すべての問い
language: ja
---
## 事実 {#facts}

まず落ち着いて、**事実だけ**を集めます。

1. 何が起きましたか。 \`ask text as what into timeline\`
2. 何人に影響しますか。 \`ask number as users into impact.users\`
3. どの範囲ですか。 \`ask many as areas\`
   - 渋谷
   - 新宿
   - 池袋
4. だれが詳しいですか。 \`ask person as expert\`
5. いつ始まりましたか。 \`ask time as since\`
6. {users}人に関わります。続けますか。 \`ask choice as on\`
   - 続ける
   - やめる \`end\`

## 止める {#stop parallel}

- 公開を止める \`by commander\`
- CSに伝える \`optional\`

## 終わり {#over}

1. 記録を読み返す
`;

let desk: Desk;
let lead: Browser;
let guest: Browser;
let path = '';

async function push(source: string): Promise<void> {
  const by = { user: 'U0SRELEAD', name: '森' };
  const pushed = await pushRunbook(desk.system.store, source, by, NOTHING_KNOWN, desk.system.clock.now());
  expect(pushed.problems).toEqual([]);
}

async function send(browser: Browser, to: string, fields: Record<string, string>, shown?: string) {
  const page = shown ?? (await browser.page(to));
  const own = { csrf: hiddenIn(page, 'csrf'), seen: hiddenIn(page, 'seen') };
  const answer = await browser.post(to, { ...own, ...fields });
  await desk.system.settle();
  return answer;
}

const answer = (browser: Browser, step: string, value: string, shown?: string) =>
  send(browser, path, { do: 'answer', step, visit: '1', value }, shown);
const MORI = { user: 'U0SRELEAD', name: '森 由紀' };

async function incidentOf({ system }: Desk) {
  const found = (await system.store.get<{ record: string }>('incident-numbers/T0TOBAN-1'))?.data.record ?? '';
  const { incident, severity } = parseConfig(readFileSync('toban.yaml', 'utf8'));
  const people = { find: async () => null };
  return {
    found,
    verbs: { calls: { store: system.store, clock: system.clock, people }, settings: { incident, severity } },
  };
}

const main = async (browser = lead) => mainOf(await browser.page(path));
const card = () =>
  JSON.stringify(
    desk.slack.workspace.state.messages.findLast(({ metadata }) =>
      JSON.stringify(metadata ?? '').includes('"run_'),
    )?.blocks ?? '',
  );

beforeAll(async () => {
  desk = await openDesk();
  await push(SOURCE);
  lead = new Browser(desk.system.url);
  guest = new Browser(desk.system.url);
  await lead.signIn('U0SRELEAD');
  await guest.signIn('U0ARAI');
  await declareInSlack(desk, 'U0SRELEAD', { title: '名簿の漏えい' });
});
afterAll(() => desk.close());

beforeEach(async () => {
  path = await begin('INC-1');
});

async function begin(label: string): Promise<string> {
  const shown = await lead.page(`/incidents/${label}`);
  const started = await send(lead, `/incidents/${label}/runs`, { runbook: 'questions.ja' }, shown);
  expect(started.status).toBe(303);
  await desk.advance('PT5S');
  return started.headers.get('location') ?? '';
}

describe('a run on its page', () => {
  test('every kind of question is answered there, and Slack shows the same', async () => {
    expect(await main()).toContain('まず落ち着いて、 事実だけ を集めます');
    expect((await answer(lead, 'what', '名簿を公開した <b>')).status).toBe(303);
    await answer(guest, 'users', '約１，２００人');
    await answer(lead, 'areas', '新宿');
    await answer(lead, 'expert', '新井 さくら');
    await answer(lead, 'since', '2026-11-24T11:30');
    const page = await main();
    for (const part of ['1,200人に関わります。', '新井 さくら', '11:30', '新宿', '新井 さくらさん · 12:0'])
      expect(page).toContain(part);
    await answer(lead, 'on', '続ける');
    expect(await main()).toContain('公開を止める');
    await send(lead, path, { do: 'confirm', step: 'stop.1' });
    await send(lead, path, { do: 'skip', step: 'stop.2' });
    await send(guest, path, { do: 'confirm', step: 'over.1' });
    await desk.advance('PT5S');
    expect(await main()).toMatch(/^完了/);
    expect(card()).toContain('完了 9/9');
    expect(card()).toContain(`/runs/`);
    const incident = mainOf(await lead.page('/incidents/INC-1'));
    expect(incident).toContain('1,200');
    expect(incident).toContain('完了 9/9 すべての問い');
    expect(incident).toMatch(/森 由紀さんがランブック「すべての問い」を開始/);
    expect(incident).toMatch(/新井 さくらさんがランブック「すべての問い」を完了/);
    const printed = mainOf(await lead.page(`${path}/print`));
    expect(printed).toContain('名簿を公開した');
    expect(printed).toMatch(/CSに伝える 飛ばしました/);
  });

  test('the second of two people is told who was first, and keeps what they typed as a correction', async () => {
    const [first, second] = await Promise.all([lead.page(path), guest.page(path)]);
    await answer(lead, 'what', '公開した', first);
    const late = await answer(guest, 'what', '盗まれた', second);
    expect(late.status).toBe(409);
    const shown = await late.text();
    expect(mainOf(shown)).toMatch(/さんが 12:0\d に先に済ませました（公開した）/);
    expect(shown).toMatch(/<details id="correct-what" open>[\s\S]*盗まれた/);
    const unreasoned = await send(guest, path, { do: 'correct', step: 'what', value: '盗まれた' }, shown);
    expect(unreasoned.status).toBe(422);
    expect(mainOf(await unreasoned.text())).toContain('理由を書いてください');
    await send(
      guest,
      path,
      { do: 'correct', step: 'what', value: '盗まれた', reason: '本人から聞いた' },
      shown,
    );
    expect(await main()).toMatch(
      /公開した → 盗まれた（新井 さくらさんが 12:0\d に訂正。理由: 本人から聞いた）/,
    );
  });

  test('a bad answer says what to do, and what was typed stays', async () => {
    const long = await answer(lead, 'what', 'あ'.repeat(10_000));
    expect(long.status).toBe(422);
    const page = await long.text();
    expect(page).toContain('3,000文字までにしてください');
    expect(page).toContain('あ'.repeat(10_000));
    await answer(lead, 'what', '公開した');
    const words = await (await answer(lead, 'users', 'たくさん')).text();
    expect(words).toMatch(/value="たくさん"[\s\S]*数字だけで答えてください/);
    await answer(lead, 'users', '１２');
    await answer(lead, 'areas', '渋谷');
    expect(await (await answer(lead, 'expert', '知らない人')).text()).toMatch(
      /value="知らない人"[\s\S]*このインシデントにいません/,
    );
    await answer(lead, 'expert', 'U0ARAI');
    expect(await (await answer(lead, 'since', '2026-11-24T23:00')).text()).toContain('未来の時刻');
  });

  test('a time that contradicts what is recorded is refused beside its field; one that fits is written', async () => {
    await push(
      '---\nid: when\ntitle: いつ\nlanguage: ja\n---\n1. いつ知りましたか。 `ask time as since into milestone.detected`\n',
    );
    const shown = await lead.page('/incidents/INC-1');
    const started = await send(lead, '/incidents/INC-1/runs', { runbook: 'when.ja' }, shown);
    path = started.headers.get('location') ?? '';
    const { verbs, found } = await incidentOf(desk);
    const own = { by: MORI, cause: 'taken' };
    await changeIncident(verbs, found, () => ({
      type: 'set-status',
      to: 'investigating',
      reason: null,
      ...own,
    }));
    await desk.advance('PT30M');
    const late = await answer(lead, 'since', '2026-11-24T12:20');
    expect(late.status).toBe(422);
    const page = await late.text();
    expect(mainOf(page)).toMatch(
      /「検知」は「対応開始」（12:\d\d）より後にはできません。時刻を確かめてください。/,
    );
    expect(page).toContain('value="2026-11-24T12:20"');
    expect((await answer(lead, 'since', '2026-11-24T11:40')).status).toBe(303);
    await desk.advance('PT5S');
    expect(mainOf(await lead.page('/incidents/INC-1'))).toContain('11:40');
  });

  test('undone, handed on, and stopped with a reason; sent twice is once', async () => {
    const [shown, guests] = [await lead.page(path), await guest.page(path)];
    await answer(lead, 'what', '公開した', shown);
    expect((await answer(lead, 'what', '公開した', shown)).status).toBe(303);
    await send(lead, path, { do: 'undo' });
    expect(await main()).toContain('何が起きましたか。');
    expect(await main()).toContain('まだありません。');
    await send(lead, path, { do: 'hand', step: 'what', person: 'U0ARAI' });
    expect(await main()).toContain('担当: 新井 さくらさん');
    const unreasoned = await send(lead, path, { do: 'stop', step: '', reason: '' });
    expect(unreasoned.status).toBe(422);
    await send(lead, path, { do: 'stop', step: '', reason: '誤報' });
    expect(await main()).toMatch(/^中止[\s\S]*中止しました: 誤報/);
    const over = await answer(guest, 'what', '遅れた答え', guests);
    expect(over.status).toBe(409);
    expect(mainOf(await over.text())).toMatch(/もう終わっています[\s\S]*遅れた答え/);
  });

  test('of a closed incident nothing is answered, and what was typed is shown back; of a private one nothing is shown', async () => {
    const shown = await lead.page(path);
    const { verbs, found } = await incidentOf(desk);
    for (const to of ['resolved', 'closed'] as const)
      await changeIncident(verbs, found, () => ({
        type: 'set-status',
        to,
        reason: null,
        by: MORI,
        cause: to,
      }));
    const late = await answer(lead, 'what', '間に合わなかった答え', shown);
    expect(late.status).toBe(409);
    expect(mainOf(await late.text())).toMatch(/インシデントは完了しています[\s\S]*間に合わなかった答え/);
    expect(await main()).toContain('理由を添えてインシデントを再開してください');
    await declareInSlack(desk, 'U0SRELEAD', { title: '内部の不正', kind: ['private'] });
    const secret = await begin('INC-2');
    expect((await lead.get(secret)).status).toBe(200);
    for (const hidden of [secret, `${secret}/print`]) expect((await guest.get(hidden)).status).toBe(404);
    expect((await send(guest, secret, { do: 'undo' }, await guest.page('/'))).status).toBe(404);
  });
});
