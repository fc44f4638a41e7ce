import { people } from '../sample.ts';
import { days, type Odd } from './make.ts';

const head = ['日付', '担当'];
const last = (row: number) => `A${row} ends-soon`;

/** What stands in the cells of people. */
export const cellSheets: readonly Odd[] = [
  {
    about: 'a name in every width and with every courtesy; Susan stays Susan',
    rows: [head, ...days(20, '　山田　様', '佐藤氏', 'スズキ-san', 'ｽｽﾞｷ', 'Susan', '田中 さん')],
    members: [
      ['名前', 'Slack ID', '別名'],
      ['山田', 'U01YAMADA', null],
      ['佐藤', 'U02SATO', null],
      ['鈴木', 'U03SUZUKI', 'スズキ'],
      ['Su', 'U05ALICE', null],
      ['田中', 'U04TANAKA', null],
    ],
    on: {
      '11-20 12:00': 'Y B2',
      '11-21 12:00': 'S B3',
      '11-22 12:00': 'Z B4',
      '11-23 12:00': 'Z B5',
      '11-24 12:00': 'unknown B6',
      '11-25 12:00': 'T B7',
    },
    problems: ['B6 unknown-name', last(7)],
  },
  {
    about: 'ids, mentions, links, handles and e-mails',
    rows: [
      ['Date', 'On-call'],
      ...days(
        20,
        'U05ALICE',
        '<@U06BOB>',
        '<@U07CAROL|carol>',
        '@alice',
        'BOB@EXAMPLE.COM',
        'https://x.slack.com/team/U07CAROL',
      ),
    ],
    members: 'none',
    on: {
      '11-20 12:00': 'A B2',
      '11-21 12:00': 'B B3',
      '11-22 12:00': 'C B4',
      '11-23 12:00': 'A B5',
      '11-24 12:00': 'B B6',
      '11-25 12:00': 'C B7',
    },
    problems: [last(7)],
  },
  {
    about: 'several people: the first is called, in every way to write two or three',
    rows: [
      head,
      ...days(20, '山田、佐藤', '佐藤 / 鈴木', '山田・田中', '鈴木と佐藤', '田中\n山田\n佐藤', '山田 & 鈴木'),
    ],
    on: {
      '11-20 12:00': 'Y+S B2',
      '11-21 12:00': 'S+Z B3',
      '11-22 12:00': 'Y+T B4',
      '11-23 12:00': 'Z+S B5',
      '11-24 12:00': 'T+Y+S B6',
      '11-25 12:00': 'Y+Z B7',
    },
    problems: [...[2, 3, 4, 5, 6, 7].map((row) => `B${row} several-names`), last(7)],
  },
  {
    about: 'notes in brackets are notes, another name in them is not',
    rows: [
      head,
      ...days(
        20,
        '山田(午前のみ)',
        '佐藤【リモート】',
        '鈴木（田中代理）',
        '田中 ※仮',
        '山田（暫定・要確認）',
        '佐藤(2回目)',
      ),
    ],
    on: {
      '11-20 12:00': 'Y B2',
      '11-21 12:00': 'S B3',
      '11-22 12:00': 'unknown B4',
      '11-24 12:00': 'Y B6',
      '11-25 12:00': 'S B7',
    },
    problems: ['B4 unknown-name', 'B5 unknown-name', last(7)],
  },
  {
    about: 'swaps of every arrow; a swap to nobody known is no swap back',
    rows: [
      head,
      ...days(20, '山田→佐藤', '山田 ⇒ 鈴木', '山田->田中', '山田→佐藤→鈴木', '山田→高橋', '山田→'),
    ],
    on: {
      '11-20 12:00': 'S B2',
      '11-21 12:00': 'Z B3',
      '11-22 12:00': 'T B4',
      '11-23 12:00': 'Z B5',
      '11-24 12:00': 'unknown B6',
      '11-25 12:00': 'gap B7',
    },
    problems: ['B6 unknown-name', 'B7 gap', last(7)],
  },
  {
    about: 'free on purpose and not yet decided are not the same',
    rows: [head, ...days(20, '-', 'ー', '休', 'なし', 'N/A', '未定', 'TBD', '？', null, '（未定）', '無')],
    on: {
      '11-20 12:00': 'free B2',
      '11-21 12:00': 'free B3',
      '11-22 12:00': 'free B4',
      '11-23 12:00': 'free B5',
      '11-24 12:00': 'free B6',
      '11-25 12:00': 'gap B7',
      '11-26 12:00': 'gap B8',
      '11-27 12:00': 'gap B9',
      '11-28 12:00': 'gap B10',
      '11-29 12:00': 'gap B11',
      '11-30 12:00': 'free B12',
    },
    problems: ['B7 gap', 'B8 gap', 'B9 gap', 'B10 gap', 'B11 gap'],
  },
  {
    about: 'two of one name, an alias that is somebody else’s name, and an alias of one’s own',
    rows: [head, ...days(20, '山田', '佐藤', 'けん', '鈴木')],
    members: [
      ['名前', 'Slack', '別名'],
      ['山田', 'U01YAMADA', null],
      ['山田', 'U04TANAKA', null],
      ['佐藤', 'U02SATO', null],
      ['佐藤健', 'U05ALICE', '佐藤、けん'],
      ['鈴木', 'U03SUZUKI', '鈴木'],
    ],
    on: {
      '11-20 12:00': 'ambiguous B2',
      '11-21 12:00': 'ambiguous B3',
      '11-22 12:00': 'A B4',
      '11-23 12:00': 'Z B5',
    },
    problems: ['B2 ambiguous-name', 'B3 ambiguous-name', last(5)],
  },
  {
    about: 'near misses are never taken: another 高, a space, a first name',
    rows: [head, ...days(20, '髙橋', '山田太郎', '太郎', 'Alice', 'alice moore')],
    members: 'none',
    users: { ...people, U11TAKA: { real_name: '高橋' } },
    on: {
      '11-20 12:00': 'unknown B2',
      '11-21 12:00': 'unknown B3',
      '11-22 12:00': 'unknown B4',
      '11-23 12:00': 'A B5',
      '11-24 12:00': 'A B6',
    },
    problems: ['B2 unknown-name', 'B3 unknown-name', 'B4 unknown-name', last(6)],
  },
  {
    about: 'emoji, right-to-left and invisible signs in names',
    rows: [head, ...days(20, '山田🍣', '\u200fمريم حداد\u200f', 'מיכל', 'O’Brien, Alice', '佐\u200b藤')],
    members: [
      ['名前', 'Slack'],
      ['山田🍣', 'U01YAMADA'],
      ['مريم حداد', 'U05ALICE'],
      ['מיכל', 'U06BOB'],
      ['O’Brien, Alice', 'U07CAROL'],
      ['佐藤', 'U02SATO'],
    ],
    on: {
      '11-20 12:00': 'Y B2',
      '11-21 12:00': 'A B3',
      '11-22 12:00': 'B B4',
      '11-23 12:00': 'C B5',
      '11-24 12:00': 'S B6',
    },
    problems: [last(6)],
  },
  {
    about: 'accounts that cannot be called: closed, an app, limited to one channel',
    rows: [
      ['Date', 'Primary', 'Secondary'],
      ...days(22, 'Gina Gone', 'Deploy Bot', 'Sven Single').map((row, index) => [
        ...row,
        ['Gina Gone、Alice Moore', 'Bob Reyes', '-'][index] ?? null,
      ]),
    ],
    members: 'none',
    on: {
      '11-22 12:00': 'deactivated B2 | A C2',
      '11-23 12:00': 'unknown B3 | B C3',
      '11-24 12:00': 'U09SINGLE B4 | free C4',
    },
    problems: [
      'B2 deactivated',
      'C2 deactivated',
      'C2 several-names',
      'B3 unknown-name',
      'B4 single-channel-guest',
      last(4),
    ],
  },
];
