import { describe, expect, test } from 'vitest';
import { Mapping, proposeMapping, type SourceRow } from '../../../shared/import/index.ts';
import { AROUND, drafted, row } from './drafted.ts';

const JA = {
  タイトル: '返却できない',
  発生日時: '2024年3月5日 14:03',
  検知日時: '2024年3月5日 14:10',
  復旧日時: '2024年3月5日 16:00',
  重要度: '高',
  ステータス: '完了',
  担当者: '小野 健, 森 由紀',
  報告者: 'cs@example.com',
  サービス: 'レンタル',
  影響: '全国で返却ができない',
  原因: '設定の誤り',
  問い合わせ件数: '12',
  天気: '雨',
  作成日時: '2024年3月6日 9:00',
};

describe('the proposal', () => {
  test('knows the columns of a Japanese table, and loses none', () => {
    expect(proposeMapping([row(JA)], AROUND)).toEqual({
      columns: {
        タイトル: 'title',
        発生日時: 'started',
        検知日時: 'detected',
        復旧日時: 'resolved',
        重要度: 'severity',
        ステータス: 'status',
        担当者: 'lead',
        報告者: 'reporter',
        サービス: 'service',
        影響: 'section',
        原因: 'section',
        問い合わせ件数: 'inquiries',
        天気: 'note',
        作成日時: 'ignore',
      },
      zone: 'Asia/Tokyo',
      dayOrder: null,
      severities: { 高: 'SEV2' },
      statuses: { 完了: 'closed' },
      services: { レンタル: 'rental' },
      pages: true,
    });
  });

  test('knows an English one, and takes from values what names do not say', () => {
    const one = row({
      Incident: 'x',
      When: '13/02/2024 10:00',
      'Resolved at': '',
      Severity: '🔴 P1',
      Assignee: 'a',
    });
    const { columns, dayOrder, severities } = proposeMapping([one], AROUND);
    expect(columns).toEqual({
      Incident: 'title',
      When: 'started',
      'Resolved at': 'resolved',
      Severity: 'severity',
      Assignee: 'lead',
    });
    expect([dayOrder, severities]).toEqual(['day-first', { '🔴 P1': 'SEV1' }]);
    const bare = row({ なまえ: 'x', 記録: '2024-01-02 10:00', 長い: 'y'.repeat(100) });
    expect(proposeMapping([bare], AROUND).columns).toEqual({
      なまえ: 'title',
      記録: 'started',
      長い: 'section',
    });
  });

  test('is a mapping that can be saved', () => {
    const proposed = proposeMapping([row(JA)], AROUND);
    expect(Mapping.parse(JSON.parse(JSON.stringify(proposed)))).toEqual(proposed);
    expect(Mapping.safeParse({ ...proposed, zone: 'Asia/Tokio' }).success).toBe(false);
    expect(Mapping.safeParse({ ...proposed, columns: { a: 'titel' } }).success).toBe(false);
  });
});

describe('a row', () => {
  test('becomes an incident with its own times, people, words and postmortem', () => {
    const body =
      '前置き\n\n# 経緯\n14:03 `# コメント`\n\n```\n# これは見出しではない\n```\n\n## 細目\nx\n# 学び\ny';
    expect(drafted(JA, { id: 'abc', body })).toEqual({
      ok: true,
      remarks: [],
      draft: {
        externalId: 'notion:abc',
        title: '返却できない',
        description: '天気: 雨',
        times: {
          started: Date.parse('2024-03-05T05:03:00Z'),
          detected: Date.parse('2024-03-05T05:10:00Z'),
          resolved: Date.parse('2024-03-05T07:00:00Z'),
        },
        day: null,
        severity: 'SEV2',
        closed: true,
        service: 'rental',
        reporter: 'cs@example.com',
        lead: '小野 健',
        people: ['小野 健', '森 由紀'],
        inquiries: 12,
        vehicles: null,
        users: null,
        drill: false,
        link: null,
        postmortem: [
          { title: '影響', text: '全国で返却ができない' },
          { title: '原因', text: '設定の誤り' },
          { title: '本文', text: '前置き' },
          { title: '経緯', text: '14:03 `# コメント`\n\n```\n# これは見出しではない\n```\n\n## 細目\nx' },
          { title: '学び', text: 'y' },
        ],
      },
    });
  });

  test('says every reason for which it is not taken over', () => {
    expect(drafted({ タイトル: ' ', 発生日時: '昨日', 重要度: '謎', ステータス: '検討' })).toEqual({
      ok: false,
      title: '',
      refusals: [
        { why: 'no-title' },
        { why: 'no-time', column: '発生日時', value: '昨日' },
        { why: 'severity-unknown', column: '重要度', value: '謎' },
        { why: 'status-unknown', column: 'ステータス', value: '検討' },
      ],
    });
    const why = (values: Record<string, string>) => {
      const found = drafted({ タイトル: 'x', ...values });
      return found.ok ? [] : found.refusals.map((one) => one.why);
    };
    expect(why({})).toEqual(['no-when']);
    expect(why({ 発生日時: '2030-01-01 10:00' })).toEqual(['in-the-future']);
    expect(why({ 発生日時: '2024-01-01 10:00', ステータス: '対応中' })).toEqual(['still-open']);
    expect(why({ 発生日時: '2024-01-01 10:00', 復旧日時: '2024-01-01 11:00', ステータス: '対応中' })).toEqual(
      [],
    );
  });

  test('a day without an hour places it and makes no number; what cannot be read as a number is kept in words', () => {
    const found = drafted({ タイトル: 'x', 発生日: '2024/3/5', サービス: '決済', 影響台数: 'たくさん' });
    expect(found).toMatchObject({
      ok: true,
      draft: {
        times: {},
        day: Date.parse('2024-03-04T15:00:00Z'),
        description: '発生日: 2024/3/5\nサービス: 決済\n影響台数: たくさん',
        vehicles: null,
      },
      remarks: [
        { about: 'day-only', field: 'started', column: '発生日' },
        { about: 'service-unknown', value: '決済' },
        { about: 'amount-unread', column: '影響台数', value: 'たくさん' },
        { about: 'no-resolved' },
      ],
    });
  });

  test('what is too long for its field is kept whole elsewhere', () => {
    const found = drafted({
      タイトル: 'あ'.repeat(200),
      発生日時: '2024-01-01 10:00',
      概要: 'い'.repeat(4_000),
    });
    if (!found.ok) throw new Error('refused');
    expect(Array.from(found.draft.title).length).toBeLessThanOrEqual(150);
    expect(found.draft.postmortem).toEqual([
      { title: '概要', text: `${'あ'.repeat(200)}\n\n${'い'.repeat(4_000)}` },
    ]);
  });

  test('without an id of its own is the same in every run, and another where its title or time is another', () => {
    const id = (values: Record<string, string>, source: Partial<SourceRow> = {}) => {
      const found = drafted({ タイトル: 'x', 発生日時: '2024-01-01 10:00', ...values }, source);
      return found.ok ? found.draft.externalId : '';
    };
    expect(id({})).toBe(id({}, { at: { file: 'b.csv', line: 9 } }));
    expect(new Set([id({}), id({ タイトル: 'y' }), id({ 発生日時: '2024-01-01 10:01' })]).size).toBe(3);
    expect(id({ ID: 'INC-7' })).toBe('notion:INC-7');
    expect(id({ ID: 'z'.repeat(500) }).length).toBeLessThan(60);
  });
});
