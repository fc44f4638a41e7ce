import fc from 'fast-check';
import { describeRefusal, readMoment, readSpan } from '../../shared/rota/index.ts';
import { must, target } from './fuzz.ts';
import { textOf } from './hostile.ts';

const WORDS = [
  ...[
    '明日',
    '今日',
    'あさって',
    '昨日',
    '今夜',
    '明晩',
    '翌日',
    '翌朝',
    '来週の',
    '再来週',
    '今週',
    '金曜',
    '月曜日',
    '水',
    'から',
    'まで',
    '〜',
    '-',
    '–',
    'の',
    'に',
  ],
  ...[
    '18時',
    '9時半',
    '25時',
    '深夜1時',
    '午後6時',
    '正午',
    '真夜中',
    '18:00',
    '22:00',
    '30:59',
    '31:00',
    '6',
    '10',
    '6pm',
    '12am',
    'at ',
    'noon',
    'midnight',
  ],
  ...[
    'tomorrow',
    'tonight',
    'next ',
    'monday',
    'fri',
    'yesterday',
    'the day after tomorrow',
    ' to ',
    ' until ',
    ' for ',
    'from ',
    'in ',
    'later',
    '後',
    '今から',
    'now',
  ],
  ...[
    '2時間',
    '90分',
    '1.5h',
    '31日間',
    '999日',
    '999 days',
    '0分',
    '3d',
    '12/31',
    '2/29',
    '2/30',
    '03/04/2026',
    '2026-12-31',
    '9999-12-31',
    '1970-01-01',
    '令和8年',
    '令和元年5月1日',
    'R99.99.99',
    '1月1日',
    'Dec 31',
    '31st Dec',
    ' ',
    '、',
    ',',
  ],
];
const spoken = fc.record({
  text: fc.oneof(textOf(WORDS, { most: 6 }), textOf(WORDS, { joint: ' ', most: 5 })),
  zone: fc.constantFrom('Asia/Tokyo', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC'),
  now: fc
    .integer({ min: Date.parse('2024-01-01T00:00Z') / 60_000, max: Date.parse('2030-01-01T00:00Z') / 60_000 })
    .map((minutes) => minutes * 60_000),
});
const DAY = 86_400_000;
/** What can be said lies between 1970 and 2199, or at most 999 days away. */
const isTime = (at: number) =>
  Number.isSafeInteger(at) && at % 60_000 === 0 && at >= -2 * DAY && at < Date.UTC(2200, 0, 3);

const said = (refused: Parameters<typeof describeRefusal>[0]) =>
  must(
    (['ja', 'en'] as const).every((locale) => describeRefusal(refused, locale).length > 5) &&
      refused.part.length <= 80,
    'it does not say why',
  );

const moment = target({
  name: 'time-moment',
  inputs: spoken,
  read: ({ text, ...around }) => readMoment(text, around),
  sense: (read) => {
    if (read.ok) must(isTime(read.at), `${read.at} is no time`);
    else said(read);
  },
  seeds: [],
});

const span = target({
  name: 'time-span',
  inputs: spoken,
  read: ({ text, ...around }) => readSpan(text, around),
  sense: (read) => {
    if (!read.ok) return said(read);
    must(isTime(read.start) && isTime(read.end), `${read.start} to ${read.end} is no time`);
    must(
      read.start < read.end && read.end - read.start <= 31 * DAY + 2 * 3_600_000,
      'it is empty, or longer than 31 days',
    );
  },
  seeds: [{ text: '18:00 to '.repeat(2_000), zone: 'Asia/Tokyo', now: Date.parse('2026-11-25T05:30Z') }],
});

export const timeTargets = [moment, span];
