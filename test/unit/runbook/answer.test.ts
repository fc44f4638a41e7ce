import { describe, expect, test } from 'vitest';
import { understand } from '../../../shared/runbook/answer.ts';

const AROUND = { now: Date.parse('2026-11-24T13:00:00+09:00'), zone: 'Asia/Tokyo' };

describe('an answer is understood as its question wants it', () => {
  const ask = (type: string, options: string[] = []) =>
    ({
      kind: 'ask',
      type,
      name: 'x',
      into: null,
      options: options.map((label) => ({ label, goto: null })),
    }) as never;
  test.each([
    ['number', '１，２００人', { value: 1_200 }],
    ['number', '約 120', { value: 120 }],
    ['number', '12 or 13', { wrong: 'no-number' }],
    ['number', '', { wrong: 'empty' }],
    ['text', '  ', { wrong: 'empty' }],
    ['text', 'あ'.repeat(3_000), { value: 'あ'.repeat(3_000) }],
    ['text', 'あ'.repeat(10_000), { wrong: 'too-long' }],
    ['person', '<@U0ARAI|arai>', { value: 'U0ARAI' }],
    ['person', '新井さん', { wrong: 'no-person' }],
    ['time', '1700000000', { value: 1_700_000_000_000 }],
    ['time', '99999999999', { wrong: 'in-the-future' }],
  ])('%s: %j', (type, said, expected) => expect(understand(ask(type), said, AROUND)).toEqual(expected));

  test.each([
    ['12:05', '2026-11-24T12:05:00+09:00'],
    ['１２時５分', '2026-11-24T12:05:00+09:00'],
    // Without a day it has happened: what lies ahead today was yesterday.
    ['23:10', '2026-11-23T23:10:00+09:00'],
    ['昨日 23:10', '2026-11-23T23:10:00+09:00'],
    ['11/20 9:00', '2026-11-20T09:00:00+09:00'],
    ['2026-11-24T11:59', '2026-11-24T11:59:00+09:00'],
    ['now', '2026-11-24T13:00:00+09:00'],
  ])('a time in words: %s', (said, at) =>
    expect(understand(ask('time'), said, AROUND)).toEqual({ value: Date.parse(at) }),
  );

  test.each([
    ['明日 9:00', 'in-the-future'],
    ['2026-11-24T13:01', 'in-the-future'],
    ['今夜', 'no-time'],
    ['さっき', 'no-time'],
    ['', 'empty'],
  ])('no time that has been: %s', (said, wrong) =>
    expect(understand(ask('time'), said, AROUND)).toEqual({ wrong }),
  );

  test('an option in other letters is the option; several are told apart', () => {
    expect(understand(ask('choice', ['SEV1', 'その他']), 'ｓｅｖ１', AROUND)).toEqual({ value: 'SEV1' });
    expect(understand(ask('choice', ['はい', 'いいえ']), 'たぶん', AROUND)).toEqual({ wrong: 'no-option' });
    expect(understand(ask('many', ['氏名', '住所', '電話']), '氏名、電話、氏名', AROUND)).toEqual({
      value: ['氏名', '電話'],
    });
    expect(understand(ask('many', ['氏名', '住所']), [], AROUND)).toEqual({ wrong: 'empty' });
  });
});
