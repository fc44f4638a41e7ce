import { describe, expect, test } from 'vitest';
import { draftOf, proposeMapping, type SourceRow } from '../../../shared/import/index.ts';

const NOW = Date.parse('2026-11-26T00:00:00Z');
const drafted = (values: Record<string, string>, lists: SourceRow['lists'], change = {}) => {
  const row = { at: { file: 'a.json', line: 1 }, id: null, values, body: null, ...(lists && { lists }) };
  const proposed = proposeMapping([row], { zone: 'Asia/Tokyo', services: [] });
  const mapping = { ...proposed, columns: { ...proposed.columns, ...change } };
  const found = draftOf(row, { mapping, source: 'json', services: [], locale: 'ja', now: NOW });
  if (!found.ok) throw new Error(JSON.stringify(found.refusals));
  return found;
};
const BASE = { title: '返却できない', started: '2024-03-05 22:00', resolved: '2024-03-06 02:00' };
const at = (time: string) => Date.parse(`${time}:00+09:00`);

describe('a timeline', () => {
  const lines = (found: ReturnType<typeof drafted>) =>
    (found.draft.timeline ?? []).map(
      ({ at: time, who, text }) => `${new Date(time).toISOString()} ${who} ${text}`,
    );

  test('of a homemade tool: hours alone go on from the day of the incident, over midnight; the rest is kept', () => {
    const timeline = [
      { time: '22:05', by: '小野', text: '検知', severity: '高' },
      { time: '23:50', by: '', text: '' },
      { time: '0:10', by: '新井, 森', text: '切り戻し' },
      { time: '3/6 1時30分', by: '森', text: '復旧' },
      { time: 'あとで', by: '森', text: 'まとめ' },
      { time: '2030-01-01 10:00', by: '森', text: '先の話' },
    ];
    const found = drafted({ ...BASE, timeline: 'x' }, { timeline });
    expect(lines(found)).toEqual([
      '2024-03-05T13:05:00.000Z 小野 検知\nseverity: 高',
      '2024-03-05T15:10:00.000Z 新井 切り戻し',
      '2024-03-05T16:30:00.000Z 森 復旧',
    ]);
    expect(found.draft.postmortem).toEqual([
      { title: 'タイムライン', text: '- あとで 森: まとめ\n- 2030-01-01 10:00 森: 先の話' },
    ]);
    expect(found.remarks).toContainEqual({ about: 'entries-untimed', column: 'timeline', count: 2 });
  });

  test('may be a text whose lines begin with a time, where somebody says so', () => {
    const text = '前置き\n- 22:05 検知\n  ログを見た\n・2024/03/06 01:30 | 復旧した\n23時59分：念のため';
    const found = drafted({ ...BASE, 経緯: text }, undefined, { 経緯: 'timeline' });
    expect(lines(found)).toEqual([
      '2024-03-05T13:05:00.000Z null 検知\nログを見た',
      '2024-03-05T16:30:00.000Z null 復旧した',
      '2024-03-06T14:59:00.000Z null 念のため',
    ]);
    expect(found.draft.postmortem).toEqual([{ title: '経緯', text: '- 前置き' }]);
    // Unasked, it is a section of the postmortem as it stands.
    expect(drafted({ ...BASE, 経緯: text }, undefined).draft.postmortem).toEqual([{ title: '経緯', text }]);
  });

  test('longer than a page has room for goes on in the postmortem', () => {
    const timeline = Array.from({ length: 520 }, (_, n) => ({ at: '2024-03-05T14:00:00Z', text: `${n}` }));
    const found = drafted({ ...BASE, timeline: 'x' }, { timeline });
    expect(found.draft.timeline).toHaveLength(500);
    expect(found.draft.postmortem[0]?.text.split('\n')).toHaveLength(20);
    expect(found.remarks).toContainEqual({ about: 'entries-many', column: 'timeline', count: 20 });
  });

  test('however long, with the description it makes sections no longer than one holds', () => {
    const [long, before] = ['い'.repeat(400_000), 'あ'.repeat(250_000)];
    const found = drafted(
      { ...BASE, 概要: before, timeline: 'x' },
      { timeline: [{ time: 'いつか', text: long }] },
    );
    const { postmortem } = found.draft;
    expect(Math.max(...postmortem.map(({ text }) => text.length))).toBeLessThanOrEqual(200_000);
    const all = postmortem.map(({ text }) => text).join('');
    expect(all).toContain(long);
    expect(all).toContain(before);
  });

  test('holds no more of them where the last is too long for one line', () => {
    const long = 'x'.repeat(41_000);
    const timeline = Array.from({ length: 520 }, (_, n) => ({
      at: '2024-03-05T14:00:00Z',
      text: n === 499 ? long : `${n}`,
    }));
    const found = drafted({ ...BASE, timeline: 'x' }, { timeline });
    expect(found.draft.timeline).toHaveLength(500);
    expect(found.draft.postmortem[0]?.text).toContain(long);
  });
});

describe('action items', () => {
  test('come with owner, due date and state; what has no field of its own is a note', () => {
    const やること = [
      {
        やること: '見張りを置く',
        担当: '小野 健',
        期限: '2024年3月31日',
        状態: '対応中',
        チケット: 'https://t.example/1',
      },
      { やること: '手順を\n書く', 担当: '', 期限: '来月', 状態: '済', 備考: '急ぎ' },
      { やること: 'い'.repeat(300), 状態: '見送り' },
      { やること: '' },
    ];
    const found = drafted({ ...BASE, やること: 'x' }, { やること });
    expect(found.draft.actions).toMatchObject([
      {
        title: '見張りを置く',
        owner: '小野 健',
        due: '2024-03-31',
        state: 'in-progress',
        link: 'https://t.example/1',
      },
      { title: '手順を 書く', owner: null, due: null, state: 'done', note: '備考: 急ぎ\n来月' },
      { state: 'dropped', note: 'い'.repeat(300) },
    ]);
    expect(found.remarks).toContainEqual({ about: 'due-unread', column: 'やること', value: '来月' });
  });

  test('may be a text, one a line, ticked or not; two of one name are two', () => {
    const text = '- [x] 見張りを置く\n- [ ] 手順を書く\n1. 手順を書く';
    const found = drafted({ ...BASE, 再発防止: text }, undefined, { 再発防止: 'actions' });
    expect(found.draft.actions?.map(({ title, state }) => `${title} ${state}`)).toEqual([
      '見張りを置く done',
      '手順を書く open',
      '手順を書く open',
    ]);
    expect(new Set(found.draft.actions?.map(({ key }) => key)).size).toBe(3);
  });
});

test('a history of the state gives the milestones; a column of its own says it better', () => {
  const status_history = [
    { status: '検知', at: '2024-03-05 22:05' },
    { status: '対応中', at: '2024-03-05 22:10' },
    { status: '解決', at: '2024-03-05 23:00' },
    { status: '対応中', at: '2024-03-05 23:30' },
    { status: '解決', at: '2024-03-06 01:00' },
    { status: '謎', at: '2024-03-06 01:00' },
  ];
  const list = { status_history };
  expect(drafted({ title: 'x', status_history: 'x' }, list).draft.times).toEqual({
    detected: at('2024-03-05T22:05'),
    acknowledged: at('2024-03-05T22:10'),
    resolved: at('2024-03-06T01:00'),
  });
  const { times } = drafted({ ...BASE, status_history: 'x' }, list).draft;
  expect(times.resolved).toBe(at('2024-03-06T02:00'));
  const ahead = { status_history: [{ status: '検知', at: '2030-01-01 10:00' }] };
  expect(() => drafted({ title: 'x', status_history: 'x' }, ahead)).toThrow(
    '[{"why":"in-the-future","column":"status_history","value":"2030-01-01 10:00"}]',
  );
});

test('sections of a postmortem in a list are sections; people with roles say who led', () => {
  const lists = {
    'postmortem.sections': [
      { title: '原因', body: '設定' },
      { title: '学び', body: '確かめる' },
    ],
    roles: [
      { role: 'responder', name: '森' },
      { role: 'インシデントコマンダー', name: '小野' },
    ],
  };
  const { draft } = drafted({ ...BASE, 'postmortem.sections': 'x', roles: '森, 小野' }, lists);
  expect(draft.postmortem).toEqual([
    { title: '原因', text: '設定' },
    { title: '学び', text: '確かめる' },
  ]);
  expect([draft.lead, draft.people]).toEqual(['小野', ['森', '小野']]);
});

test('a text longer than a section goes on in the next, whole, and no sign is halved', () => {
  const text = `${'あ'.repeat(199_998)}😀${'い'.repeat(250_000)}`;
  const { draft } = drafted({ ...BASE, 原因: text }, undefined);
  expect(draft.postmortem.map(({ title }) => title)).toEqual(['原因', '原因 (2)', '原因 (3)']);
  expect(draft.postmortem.map((one) => one.text).join('')).toBe(text);
  expect(draft.postmortem.every((one) => one.text.isWellFormed() && one.text.length <= 200_000)).toBe(true);
});
