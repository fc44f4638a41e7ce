import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changesBetween,
  describeChange,
  dutyInHistory,
  onDutyAt,
  previewRota,
  type Rota,
  touched,
} from '../../../shared/rota/index.ts';
import { type Dice, MINUTE } from './brute/model.ts';
import { dates, shifts } from './brute/rows.ts';
import { weekdays } from './brute/tables.ts';
import { days, sampleOf } from './odd/make.ts';
import { parseSample, people, type SampleCell } from './sample.ts';

const HOUR = 60 * MINUTE;
const read = ({ zone, rota, rows, from }: Dice): Rota =>
  parseSample({
    about: '',
    timeZone: zone,
    tabs: { R: rows },
    rota: { id: 'r', sheet: 'R', ...rota },
    slackUsers: people,
    asOf: new Date(from).toISOString(),
    duty: [],
    problems: [],
  });

describe('a preview', () => {
  test('says in every minute what a call would be told, without holes', () => {
    fc.assert(
      fc.property(fc.oneof(dates, shifts, weekdays), fc.nat(48), (dice, hours) => {
        const rota = read(dice);
        const from = dice.from + hours * HOUR + 7 * MINUTE;
        const preview = previewRota(rota, from, 3);
        for (const [column, spans] of Object.entries(preview.columns)) {
          expect(spans[0]?.start).toBe(from);
          expect(spans.at(-1)?.end).toBe(from + 72 * HOUR);
          for (const [index, span] of spans.entries()) {
            if (index > 0) expect(span.start).toBe(spans[index - 1]?.end);
            for (let at = span.start; at < span.end; at += 17 * MINUTE) {
              const duty = onDutyAt(rota, at, column);
              expect([span.kind, span.people, span.cell]).toEqual([duty.kind, duty.people, duty.cell]);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('changes between two readings', () => {
  test('are the minutes to come in which other people are on duty, and no others', () => {
    fc.assert(
      fc.property(fc.tuple(dates, dates), fc.nat(60), ([one, two], hours) => {
        const [before, after] = [read(one), read({ ...two, zone: one.zone })];
        const now = one.from + hours * HOUR;
        const changes = changesBetween(before, after, now, now + 60 * HOUR);
        for (let at = now; at < now + 60 * HOUR; at += 29 * MINUTE) {
          const [was, is] = [before, after].map((rota) => onDutyAt(rota, at).people.join());
          const told = changes.some(({ column, from, to }) => column === 'primary' && from <= at && at < to);
          // The same change of the same cells is told once with its number.
          const again = changes.some(
            ({ before: old, after: fresh, times }) =>
              times > 1 && old.people.join() === was && fresh.people.join() === is,
          );
          if (was === is) expect(told).toBe(false);
          else expect(told || again).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  const sheet = (...names: SampleCell[]) =>
    parseSample(sampleOf({ about: '', rows: [['日付', '担当'], ...days(20, ...names)], on: {} }));
  const now = Date.parse('2026-11-22T12:00:00+09:00');

  test('name both people and the cell, in both languages', () => {
    const [change, ...more] = changesBetween(
      sheet('山田', '佐藤', '山田'),
      sheet('佐藤', '佐藤', '鈴木'),
      now,
    );
    expect(more).toEqual([]);
    expect(change && touched(change)).toEqual(['U01YAMADA', 'U03SUZUKI']);
    expect(change && describeChange(change, 'ja', 'Asia/Tokyo')).toBe(
      '11/22(日) 12:00–11/23(月) 00:00 JST の当番が山田 太郎さんから鈴木 一郎さんに変わりました（表!B4）。',
    );
    expect(change && describeChange(change, 'en', 'Asia/Tokyo')).toBe(
      'On duty Sun 11/22 12:00–Mon 11/23 00:00 JST changed from 山田 太郎 to 鈴木 一郎 (表!B4).',
    );
  });

  test('another spelling for the same person touches nobody', () => {
    expect(changesBetween(sheet('山田', '佐藤', '山田'), sheet('山田', '佐藤', ' 山田さん '), now)).toEqual(
      [],
    );
  });

  test('a row put in above moves every cell and changes nobody', () => {
    const moved = parseSample(
      sampleOf({ about: '', rows: [['題'], ['日付', '担当'], ...days(20, '山田', '佐藤', '山田')], on: {} }),
    );
    expect(changesBetween(sheet('山田', '佐藤', '山田'), moved, now)).toEqual([]);
  });

  test('a weekday’s change is told once, with how often it comes', () => {
    const weekly = (monday: string) =>
      parseSample(
        sampleOf({
          about: '',
          rows: [
            ['曜日', '担当'],
            ['月', monday],
            ['火〜日', '佐藤'],
          ],
          on: {},
        }),
      );
    expect(changesBetween(weekly('山田'), weekly('鈴木'), now).map(({ times }) => times)).toEqual([4]);
  });
});

test('who was on duty is answered by what the sheet said then', () => {
  const at = (text: string) => Date.parse(`2026-11-${text}:00+09:00`);
  const sheet = (name: string) =>
    parseSample(sampleOf({ about: '', rows: [['日付', '担当'], ...days(22, name)], on: {} }));
  const snapshots = [
    { readAt: at('22T15:00'), rota: sheet('佐藤') },
    { readAt: at('20T09:00'), rota: sheet('山田') },
  ];
  expect(dutyInHistory(snapshots, at('22T14:59'))?.duty.people).toEqual(['U01YAMADA']);
  expect(dutyInHistory(snapshots, at('22T15:00'))?.duty.people).toEqual(['U02SATO']);
  expect(dutyInHistory(snapshots, at('20T08:59'))).toBeNull();
});
