import type { Rule } from './model.ts';

type Said = Pick<Rule, 'prompt' | 'wrong'>;

/** Everything that stands in the template, in one language. */
export interface TemplateText {
  readonly file: string;
  readonly dateFormat: string;
  readonly rota: string;
  readonly rotaHeader: readonly string[];
  /** Sunday first. */
  readonly weekdays: readonly string[];
  readonly membersTab: string;
  readonly membersHeader: readonly string[];
  /** Examples: name, Slack ID, e-mail, aliases. */
  readonly members: readonly (readonly [string, string, string, string])[];
  readonly holidaysTab: string;
  readonly holidaysHeader: readonly string[];
  readonly holidays: readonly (readonly [date: string, name: string])[];
  readonly helpTab: string;
  readonly help: readonly string[];
  readonly rules: Readonly<
    Record<'firstDay' | 'person' | 'substitute' | 'memberName' | 'slackId' | 'holiday', Said>
  >;
}

const ja: TemplateText = {
  file: 'toban-ja.xlsx',
  dateFormat: 'yyyy/mm/dd',
  rota: '当番表',
  rotaHeader: ['日付', '曜日', '当番', '副当番', '代理者', 'メモ'],
  weekdays: ['日', '月', '火', '水', '木', '金', '土'],
  membersTab: 'メンバー',
  membersHeader: ['名前', 'Slack', 'メール', '別名'],
  members: [
    ['山田', 'U0000EXAMPLE1', 'yamada@example.com', 'やまだ'],
    ['鈴木', 'U0000EXAMPLE2', 'suzuki@example.com', 'すずき'],
    ['高橋', 'U0000EXAMPLE3', 'takahashi@example.com', 'たかはし'],
  ],
  holidaysTab: '休日',
  holidaysHeader: ['日付', '名称'],
  holidays: [
    ['2026-12-29', '年末休業'],
    ['2026-12-30', '年末休業'],
    ['2026-12-31', '年末休業'],
  ],
  helpTab: '使い方',
  help: [
    '1.「メンバー」の例を消して、自分のチームの名前と Slack のメンバー ID を書きます。ID は Slack のプロフィール →︙→「メンバー ID をコピー」で取れます。',
    '2.「当番表」の A2 に最初の日を書きます。下の日付と曜日は自動で決まります。',
    '3.「当番」「副当番」を一覧から選びます。同じ人が続くときはセルの右下を下へドラッグします。',
    '4. その日だけ代わるときは「代理者」に選びます。空に戻せば元どおりです。',
    '5. 誰も当番にしない日は「-」と書きます。空のままは「空白」とみなし、前もって知らせます。',
    '6. 会社の休みは「休日」に一日ずつ書きます。日本の祝日は書かなくてもかまいません。',
    '7. 行が足りなくなったら、最後の行を下へドラッグして増やします。残り7日になると知らせます。',
    '8. スプレッドシートを Toban のアカウントに閲覧者として共有します。Toban は何も書き込みません。',
  ],
  rules: {
    firstDay: {
      prompt: { title: '最初の日', text: 'ここに最初の日を入れると、下の日付が決まります。' },
      wrong: { title: '日付ではありません', text: '「2026/12/07」のように日付を入れてください。' },
    },
    person: {
      prompt: { title: '当番の人', text: '一覧から選びます。誰も当番にしない日は「-」と書きます。' },
      wrong: {
        title: 'メンバーにない名前です',
        text: '「メンバー」に足すか、一覧から選んでください。「-」（当番なし）はこのままで大丈夫です。',
      },
    },
    substitute: {
      prompt: { title: '代理の人', text: 'その日だけ「当番」の代わりに呼ばれます。' },
      wrong: { title: 'メンバーにない名前です', text: '「メンバー」に足すか、一覧から選んでください。' },
    },
    memberName: {
      prompt: { title: '名前', text: '当番表に書く名前です。同じ名字の方は「山田太郎」のように分けます。' },
      wrong: { title: '同じ名前があります', text: '見分けられるように、名前を変えてください。' },
    },
    slackId: {
      prompt: {
        title: 'Slack のメンバー ID',
        text: 'U で始まる ID です。プロフィール →︙→「メンバー ID をコピー」。メールがあれば空でもかまいません。',
      },
      wrong: { title: 'メンバー ID ではないようです', text: 'U または W で始まる9文字以上の ID です。' },
    },
    holiday: {
      prompt: { title: '会社の休み', text: '一行に一日ずつ書きます。日本の祝日は要りません。' },
      wrong: { title: '日付ではありません', text: '「2026/12/29」のように日付を入れてください。' },
    },
  },
};

const en: TemplateText = {
  file: 'toban-en.xlsx',
  dateFormat: 'yyyy-mm-dd',
  rota: 'Rota',
  rotaHeader: ['Date', 'Weekday', 'On call', 'Second', 'Cover', 'Notes'],
  weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  membersTab: 'Members',
  membersHeader: ['Name', 'Slack', 'E-mail', 'Aliases'],
  members: [
    ['Alice Moore', 'U0000EXAMPLE1', 'alice@example.com', 'Alice'],
    ['Bob Reyes', 'U0000EXAMPLE2', 'bob@example.com', 'Bob'],
    ['Carol Lind', 'U0000EXAMPLE3', 'carol@example.com', 'Carol'],
  ],
  holidaysTab: 'Holidays',
  holidaysHeader: ['Date', 'Name'],
  holidays: [
    ['2026-12-25', 'Christmas Day'],
    ['2026-12-31', 'Company holiday'],
  ],
  helpTab: 'How to',
  help: [
    '1. In “Members” replace the examples by your team: name and Slack member ID. The ID is in the Slack profile → ⋮ → “Copy member ID”.',
    '2. In “Rota” write your first day into A2. The dates and weekdays below follow by themselves.',
    '3. Choose “On call” and “Second” from the list. To repeat a name, drag the corner of its cell down.',
    '4. For a stand-in on one day choose them under “Cover”. Clear the cell, and all is as before.',
    '5. For a day with nobody on purpose write “-”. An empty cell is a gap, and you are told beforehand.',
    '6. List your company’s days off under “Holidays”, one in a row.',
    '7. When rows run out, drag the last one down. You are told when seven days are left.',
    '8. Share the spreadsheet with Toban’s account as a viewer. Toban writes nothing into it.',
  ],
  rules: {
    firstDay: {
      prompt: { title: 'The first day', text: 'The dates below follow from this one.' },
      wrong: { title: 'That is not a date', text: 'Enter a date such as 2026-12-07.' },
    },
    person: {
      prompt: { title: 'Who is on call', text: 'Choose from the list. For nobody on purpose write “-”.' },
      wrong: {
        title: 'Nobody of that name',
        text: 'Add them to “Members” or choose from the list. “-” (nobody) may stay.',
      },
    },
    substitute: {
      prompt: { title: 'Stand-in', text: 'Called instead of “On call” on this day only.' },
      wrong: { title: 'Nobody of that name', text: 'Add them to “Members” or choose from the list.' },
    },
    memberName: {
      prompt: { title: 'Name', text: 'As it is written in the rota. Two people need two names.' },
      wrong: { title: 'That name is taken', text: 'Write it so that the two can be told apart.' },
    },
    slackId: {
      prompt: {
        title: 'Slack member ID',
        text: 'Begins with U: profile → ⋮ → “Copy member ID”. May be empty where there is an e-mail.',
      },
      wrong: {
        title: 'That does not look like an ID',
        text: 'It begins with U or W and has 9 characters or more.',
      },
    },
    holiday: {
      prompt: { title: 'A day off', text: 'One day in a row.' },
      wrong: { title: 'That is not a date', text: 'Enter a date such as 2026-12-25.' },
    },
  },
};

export const templateText = { ja, en } as const;
