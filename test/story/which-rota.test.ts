import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonsOf } from '../../local/slack/index.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { openDesk } from './desk.ts';
import { Oncall } from './oncall-desk.ts';

let oncall: Oncall;
afterEach(() => oncall.desk.close());

describe('where there are two rotas, one with columns of its own', () => {
  const two = () => {
    const config = parseConfig(readFileSync('toban.yaml', 'utf8'));
    const [first] = config.rotas;
    if (!first) throw new Error('no rota');
    const other = {
      ...first,
      id: 'payments',
      name: '決済オンコール',
      columns: { primary: '担当', manager: '責任者' },
      sheet: '決済',
    };
    return { ...config, rotas: [first, other] };
  };
  beforeEach(async () => {
    oncall = new Oncall(await openDesk({ config: two() }));
    const sheets = oncall.desk.system.world.sheets;
    sheets?.put('mobility', {
      timeZone: 'Asia/Tokyo',
      tabs: {
        当番表: [
          ['日付', '担当'],
          [{ d: '2026-11-24' }, '新井'],
        ],
        決済: [
          ['日付', '担当', '責任者'],
          [{ d: '2026-11-24' }, '新井', '加藤'],
        ],
        メンバー: [
          ['名前', 'Slack'],
          ['新井', 'U0ARAI'],
          ['加藤', 'U0KATO'],
        ],
      },
    });
    await oncall.desk.advance('PT6M');
    await oncall.minute();
  });

  test('a cover that does not say which is asked back with their names, and one more word does it', async () => {
    const answer = await oncall.type('arai', 'cover @kato 18:00-20:00');
    expect(answer).toMatch(/どの当番表のことか、最後に書いてください: `mobility` `payments`/);
    expect(oncall.card('kato')).toBeUndefined();
    await oncall.type('arai', 'cover @kato 18:00-20:00 payments');
    expect(oncall.card('kato')?.text).toContain('決済オンコール');
  });

  test('the form offers every column there is, and a cover of one that a sheet names itself is asked for', async () => {
    await oncall.type('kato', '');
    const state = oncall.desk.slack.workspace.state;
    const message = state.messages.findLast(({ onlyFor }) => onlyFor === 'U0KATO');
    const button = message && buttonsOf(message).find(({ label }) => label === '代理を頼む');
    if (!message || !button) throw new Error('no button to ask for cover');
    await oncall.desk.slack.people.press('U0KATO', message, button.actionId, button.value);
    await oncall.desk.system.settle();
    const view = state.views.find(
      ({ user, callbackId }) => user === 'U0KATO' && callbackId === 'oncall_cover',
    );
    if (!view) throw new Error('no form was filled');
    for (const column of ['primary', 'secondary', 'manager'])
      expect(JSON.stringify(view.blocks)).toContain(`"value":"${column}"`);
    const at = (time: string) => Date.parse(`2026-11-24T${time}:00+09:00`) / 1_000;
    await oncall.desk.slack.people.submit('U0KATO', view, {
      rota: { value: 'payments' },
      taker: { value: 'U0ARAI' },
      start: { value: at('18:00') },
      end: { value: at('20:00') },
      column: { value: 'manager' },
    });
    await oncall.desk.system.settle();
    expect(oncall.card('arai')?.text).toMatch(/決済オンコール.*加藤 誠さん → \*新井 さくらさん\*/s);
  });
});
