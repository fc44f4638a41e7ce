import { clockTime, dayText, type Locale, zoneName } from '../language/index.ts';
import type { Duty, Problem, ProblemCode, SpanKind, Understood } from './model.ts';

type Layout = Understood['layout'];

/** What a sentence is made of: `d` reads the detail, `time` the span of time, empty where there is none. */
interface Material {
  readonly at: string;
  readonly time: string;
  d(key: string): string;
}
type Sentence = (material: Material) => string;

const WEEKDAYS = {
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;
const weekday = (locale: Locale, number: string): string => WEEKDAYS[locale][Number(number)] ?? '';

const COLUMNS = {
  ja: { primary: '一次当番', secondary: '二次当番' },
  en: { primary: 'primary', secondary: 'secondary' },
} as const;
/** A duty column as people say it; other columns are known by their own header. */
const columnWord = (locale: Locale, column: string): string =>
  column === 'primary' || column === 'secondary'
    ? COLUMNS[locale][column]
    : locale === 'ja'
      ? `「${column}」`
      : `"${column}"`;

const ja: Readonly<Record<ProblemCode, Sentence>> = {
  gap: ({ at, time, d }) => {
    if (d('every'))
      return `${at}: ${time} のように、当番の時間帯に空きがあります。担当を書くか、置かない場合は「-」の列を足してください。`;
    if (d('rows')) return `${at}: ${time} の当番がありません（${d('rows')} 行目の間）。行を足してください。`;
    return `${at}: ${time} の当番が決まっていません。名前を書くか、置かない場合は「-」と書いてください。`;
  },
  overlap: ({ at, time, d }) =>
    d('same') === 'true'
      ? `${at}: ${d('rows')} 行目が同じ時に始まり、${time} が重なっています。どちらかを直してください。`
      : `${at}: ${d('rows')} 行目の ${time} が重なっています。後から始まる方を当番とします。意図と違う場合は日時を直してください。`,
  'unknown-name': ({ at, d }) => {
    const name = `${at} の「${d('name')}」`;
    if (d('reason') === 'bot') return `${name}はアプリのアカウントです。人の名前を書いてください。`;
    if (d('reason') === 'no-account')
      return `${name}に対応する Slack アカウントが見つかりません。メンバー表の Slack ID かメールを直してください。`;
    const near = d('suggestions') ? `「${d('suggestions').replaceAll('、', '」「')}」のことですか。` : '';
    return `${name}さんが見つかりません。${near}名前を直すか、メンバー表に別名を足してください。`;
  },
  'ambiguous-name': ({ at, d }) =>
    `${at} の「${d('name')}」に当てはまる人が複数います（${d('candidates')}）。Slack ID かメール、またはフルネームで書いてください。`,
  'ambiguous-duty': ({ at, time, d }) =>
    `${at}: ${time} の当番が複数あり（${[d('text'), d('texts')].filter(Boolean).join('、')}）、決められません。${d('with')} と見比べて一人にしてください。`,
  'formula-error': ({ at, d }) =>
    `${at} の数式がエラー（${d('error')}）です。数式を直すか、値を直接入力してください。`,
  'text-date': ({ at, d }) =>
    `${at} の「${d('text')}」は日付ではなく文字です。${d('understood')} と読みました。日付として入力し直してください。`,
  'bad-date': ({ at, d }) => {
    if (d('before'))
      return `${at}: 終了「${d('text')}」が開始（${d('before')}）より前です。終了日を直してください。`;
    return d('text')
      ? `${at} の「${d('text')}」を日付として読めません。この行は使っていません。日付を直してください。`
      : `${at} に日付がありません。日付を入力してください。`;
  },
  'weekday-mismatch': ({ at, d }) =>
    `${at}: ${d('date')} は${weekday('ja', d('is'))}曜日ですが、「${weekday('ja', d('says'))}」と書かれています。日付の方を使いました。どちらかを直してください。`,
  'year-rollover': ({ at, d }) =>
    `${at} の ${d('date')} は、${d('expected')} の間違いではありませんか。年を確かめてください。`,
  'ends-soon': ({ at, time, d }) =>
    d('over') === 'true'
      ? `当番表は ${time} で終わっています（${at}）。続きを書いてください。`
      : `当番表は ${time} で終わります（${at}）。続きを書いてください。`,
  'several-names': ({ at, d }) =>
    `${at} に複数の名前があります（${d('text')}）。まず${d('first')}さんを呼び、ほかの方は次の段で呼びます。`,
  'exclusive-ends': ({ at }) =>
    `${at}: 終了日が次の開始日と同じ行が多いため、終了日は当番に含めずに読みました。含める場合は終了日を一日前にしてください。`,
  deactivated: ({ at, d }) =>
    `${at} の「${d('name')}」さんの Slack アカウントは停止しています。呼べる方に変えてください。`,
  'single-channel-guest': ({ at, d }) =>
    `${at} の「${d('name')}」さんはシングルチャンネルゲストです。ほかのチャンネルでは呼べないことがあります。権限を確かめてください。`,
  'not-in-channel': ({ at, d }) =>
    `${at} の「${d('name')}」さんは #${d('channel')} にいません。呼び出しはDMで届きます。チャンネルに招待してください。`,
  'header-changed': ({ at, d }) => {
    if (d('layout'))
      return `表の形が変わりました（前: ${LAYOUTS.ja[d('was') as Layout] ?? d('was')}、今: ${LAYOUTS.ja[d('layout') as Layout] ?? d('layout')}）。意図と違う場合は見出しを戻してください。`;
    if (!d('now'))
      return `「${d('was')}」という見出しがなくなり、${columnWord('ja', d('column'))}を読めません。見出しを戻すか、toban.yaml の columns を直してください。`;
    return `${at}: ${columnWord('ja', d('column'))}の見出しが「${d('was')}」から「${d('now')}」に変わりました。意図と違う場合は見出しを戻してください。`;
  },
  'zone-mismatch': ({ d }) =>
    `スプレッドシートのタイムゾーン（${d('sheet')}）が当番表のもの（${d('rota')}）と違います。時刻は ${d('rota')} として読みました。「ファイル」→「設定」で合わせてください。`,
  'tab-missing': ({ d }) => {
    const near = d('near') ? `「${d('near')}」に変わっていませんか。` : '';
    if (d('which') === 'next')
      return `来月のタブ「${d('tab')}」がまだありません。${near}月が変わる前に作ってください。`;
    return `「${d('tab')}」というタブがありません。${near}タブ名を戻すか、toban.yaml を直してください。`;
  },
  'column-missing': ({ d }) => {
    if (d('several'))
      return `「${d('several')}」のどの列が当番か決められません。toban.yaml の columns で選んでください。`;
    const there = d('there') ? `（見つかった見出し: ${d('there')}）` : '';
    const wanted = d('header') === 'primary' ? '当番の列' : `「${d('header')}」という見出しの列`;
    return `タブ「${d('tab')}」に${wanted}がありません${there}。見出しか toban.yaml を直してください。`;
  },
  'nothing-understood': ({ d }) =>
    `タブ「${d('tab')}」から当番を読み取れません。日付と担当の見出しがあるか、toban.yaml の layout が合っているかを確かめてください。`,
  'bad-hours': ({ at, d }) =>
    `${at} の時間「${d('text')}」を読めません。「09:00-21:00」のように書いてください。`,
  'merge-hides-value': ({ at, d }) =>
    `${at} の値が結合セル（${d('under')}）に隠れています。結合を解いて確かめてください。`,
  'hidden-row': ({ at, d }) =>
    `${at} の行は非表示ですが、「${d('text')}」を当番として読んでいます。意図と違う場合は、行を再表示して直してください。`,
  'duplicate-month': ({ d }) =>
    `タブ「${d('tab')}」と「${d('other')}」がどちらも ${d('month')} の当番表です。中の年月を直すか、片方の名前を変えてください。`,
  'unknown-mark': ({ at, d }) =>
    `${at} の記号「${d('mark')}」の意味が分かりません。凡例を書くか、toban.yaml の marks に足してください。`,
};

const en: Readonly<Record<ProblemCode, Sentence>> = {
  gap: ({ at, time, d }) => {
    if (d('every'))
      return `${at}: the hours leave a hole, for example ${time}. Name somebody for it, or add a column with "-" if nobody should be called.`;
    if (d('rows')) return `${at}: nobody is on duty ${time} (between rows ${d('rows')}). Add a row.`;
    return `${at}: nobody is named ${time}. Write a name, or "-" if nobody should be called.`;
  },
  overlap: ({ at, time, d }) =>
    d('same') === 'true'
      ? `${at}: rows ${d('rows')} start together and overlap ${time}. Change one of them.`
      : `${at}: rows ${d('rows')} overlap ${time}. The one that starts later is used; change the dates if that is not meant.`,
  'unknown-name': ({ at, d }) => {
    if (d('reason') === 'bot') return `${at}: "${d('name')}" is an app. Write a person's name.`;
    if (d('reason') === 'no-account')
      return `${at}: no Slack account was found for "${d('name')}". Correct their Slack ID or e-mail in the members tab.`;
    const near = d('suggestions') ? ` Did you mean ${d('suggestions').replaceAll('、', ' or ')}?` : '';
    return `${at}: nobody is called "${d('name')}".${near} Correct the name, or add an alias to the members tab.`;
  },
  'ambiguous-name': ({ at, d }) =>
    `${at}: "${d('name')}" fits several people (${d('candidates').replaceAll('、', ', ')}). Write a Slack ID, an e-mail or the full name.`,
  'ambiguous-duty': ({ at, time, d }) =>
    `${at}: several people are on duty ${time} (${[d('text'), d('texts').replaceAll('、', ', ')].filter(Boolean).join(', ')}), and nobody can tell who. Compare with ${d('with').replaceAll('、', ', ')} and leave one.`,
  'formula-error': ({ at, d }) => `${at}: the formula gives ${d('error')}. Mend it, or type the value.`,
  'text-date': ({ at, d }) =>
    `${at}: "${d('text')}" is text, not a date. It was read as ${d('understood')}; enter it as a date.`,
  'bad-date': ({ at, d }) => {
    if (d('before'))
      return `${at}: the end "${d('text')}" is before the start (${d('before')}). Correct the end.`;
    return d('text')
      ? `${at}: "${d('text')}" is not a date, so the row is not used. Correct the date.`
      : `${at}: a date is missing. Enter it.`;
  },
  'weekday-mismatch': ({ at, d }) =>
    `${at}: ${d('date')} is a ${weekday('en', d('is'))}, but the sheet says ${weekday('en', d('says'))}. The date is used; correct one of them.`,
  'year-rollover': ({ at, d }) => `${at}: ${d('date')} probably means ${d('expected')}. Check the year.`,
  'ends-soon': ({ at, time, d }) =>
    `The rota ${d('over') === 'true' ? 'ended' : 'ends'} ${time} (${at}). Add the days that follow.`,
  'several-names': ({ at, d }) =>
    `${at} holds several names (${d('text')}). ${d('first')} is called first, the others join at the next step.`,
  'exclusive-ends': ({ at }) =>
    `${at}: most rows end on the day the next one starts, so the end day is not counted. To include it, end each row a day earlier.`,
  deactivated: ({ at, d }) =>
    `${at}: the Slack account of "${d('name')}" is deactivated. Name somebody who can be called.`,
  'single-channel-guest': ({ at, d }) =>
    `${at}: "${d('name')}" is a single-channel guest and may be out of reach elsewhere. Check their account.`,
  'not-in-channel': ({ at, d }) =>
    `${at}: "${d('name')}" is not in #${d('channel')} and is called by direct message only. Invite them to the channel.`,
  'header-changed': ({ at, d }) => {
    if (d('layout'))
      return `The shape of the sheet changed (before: ${LAYOUTS.en[d('was') as Layout] ?? d('was')}, now: ${LAYOUTS.en[d('layout') as Layout] ?? d('layout')}). Put the headers back if that is not meant.`;
    if (!d('now'))
      return `The header "${d('was')}" is gone, so nobody is read as ${columnWord('en', d('column'))}. Put it back, or correct "columns" in toban.yaml.`;
    return `${at}: the header of ${columnWord('en', d('column'))} changed from "${d('was')}" to "${d('now')}". Put it back if that is not meant.`;
  },
  'zone-mismatch': ({ d }) =>
    `The spreadsheet's time zone (${d('sheet')}) is not the rota's (${d('rota')}). Times were read as ${d('rota')}; change it under File → Settings.`,
  'tab-missing': ({ d }) => {
    const near = d('near') ? ` Was it renamed to "${d('near')}"?` : '';
    if (d('which') === 'next')
      return `Next month's tab "${d('tab')}" is not there yet.${near} Add it before the month ends.`;
    return `There is no tab "${d('tab')}".${near} Rename it back, or correct toban.yaml.`;
  },
  'column-missing': ({ d }) => {
    if (d('several'))
      return `Nobody can tell which column is on duty: ${d('several').replaceAll('、', ', ')}. Choose one with "columns" in toban.yaml.`;
    const there = d('there') ? ` (headers found: ${d('there').replaceAll('、', ', ')})` : '';
    const wanted = d('header') === 'primary' ? 'column for who is on duty' : `column headed "${d('header')}"`;
    return `Tab "${d('tab')}" has no ${wanted}${there}. Correct the header or toban.yaml.`;
  },
  'nothing-understood': ({ d }) =>
    `No duty could be read from tab "${d('tab')}". Check that it has headers for the date and the person, and that "layout" in toban.yaml fits.`,
  'bad-hours': ({ at, d }) => `${at}: the hours "${d('text')}" cannot be read. Write them as 09:00-21:00.`,
  'merge-hides-value': ({ at, d }) =>
    `${at}: the merged cell ${d('under')} hides a value. Unmerge it and check.`,
  'hidden-row': ({ at, d }) =>
    `${at}: the row is hidden, and "${d('text')}" is on duty all the same. If that is not meant, show the row and change it.`,
  'duplicate-month': ({ d }) =>
    `Tabs "${d('tab')}" and "${d('other')}" are both the rota of ${d('month')}. Correct the month inside, or rename one.`,
  'unknown-mark': ({ at, d }) =>
    `${at}: nobody can tell what the mark "${d('mark')}" means. Add a legend, or "marks" in toban.yaml.`,
};

/** One plain sentence on what is wrong, where, and what to do. Cell texts are user text: escape the whole for Slack. */
export function describeProblem(problem: Problem, locale: Locale, zone: string): string {
  const { cell, detail } = problem;
  const d = (key: string) => detail[key] ?? '';
  const at =
    cell === null
      ? locale === 'ja'
        ? '当番表'
        : 'The sheet'
      : d('until')
        ? `${cell}〜${d('until').split('!').at(-1)}`
        : cell;
  const sentence = (locale === 'ja' ? ja : en)[problem.code]({
    at,
    time: timeText(problem, locale, zone),
    d,
  });
  if (!d('ofThem')) return sentence;
  return locale === 'ja'
    ? `${sentence}（同じ問題が全部で${d('ofThem')}件あります）`
    : `${sentence} (one of ${d('ofThem')} of this kind)`;
}

function timeText({ from, to }: Problem, locale: Locale, zone: string): string {
  if (from === undefined) return '';
  const one = (at: number) => `${dayText(at, zone, locale)} ${clockTime(at, zone)}`;
  const named = `${to === undefined ? one(from) : `${one(from)}–${one(to)}`} ${zoneName(from, zone)}`;
  return locale === 'ja' || to === undefined
    ? named
    : `from ${one(from)} to ${one(to)} ${zoneName(from, zone)}`;
}

const REASON_JA: Readonly<Record<SpanKind, (at: string, text: string) => string>> = {
  people: (at, text) => `${at} に「${text}」と書かれています。`,
  free: (at, text) => `${at} に「${text}」とあり、今は当番を置かない時間です。`,
  gap: (at) =>
    at === ''
      ? 'この時間の当番が当番表に書かれていません。'
      : `${at} が空いていて、この時間の当番が決まっていません。`,
  ambiguous: (at, text) => `${at} の当番（${text}）が一人に決まりません。`,
  unknown: (at, text) => `${at} の「${text}」が誰か分かりません。`,
  error: (at, text) => `${at} の数式がエラー（${text}）で、当番を読めません。`,
  deactivated: (at, text) => `${at} の「${text}」さんの Slack アカウントが停止しています。`,
};

const REASON_EN: Readonly<Record<SpanKind, (at: string, text: string) => string>> = {
  people: (at, text) => `${at} says "${text}".`,
  free: (at, text) => `${at} says "${text}": nobody is on duty now, on purpose.`,
  gap: (at) =>
    at === '' ? 'The rota names nobody for this time.' : `${at} is empty: nobody is named for this time.`,
  ambiguous: (at, text) => `${at} does not say which one of them is on duty (${text}).`,
  unknown: (at, text) => `Nobody can tell who "${text}" in ${at} is.`,
  error: (at, text) => `${at} holds a formula error (${text}).`,
  deactivated: (at, text) => `The Slack account of "${text}" in ${at} is deactivated.`,
};

/** Why nobody can be called by the sheet right now, naming the cell; the caller adds what was done about it. */
export function describeDutyReason(duty: Duty, locale: Locale): string {
  const place = duty.cell ?? (duty.kind === 'gap' ? '' : locale === 'ja' ? '当番表' : 'The sheet');
  return (locale === 'ja' ? REASON_JA : REASON_EN)[duty.kind](place, duty.text);
}

const LAYOUTS: Readonly<Record<Locale, Readonly<Record<Understood['layout'], string>>>> = {
  ja: {
    dates: '一日一行',
    shifts: '開始と終了の行',
    weeks: '週の開始日の行',
    weekdays: '曜日ごと（毎週くり返し）',
    grid: '人と日付の記号表',
    months: '月ごとのまとまり',
  },
  en: {
    dates: 'one row per date',
    shifts: 'rows with start and end',
    weeks: 'rows with a start day',
    weekdays: 'weekdays, the same every week',
    grid: 'people and dates with marks',
    months: 'blocks by month',
  },
};

/** What was made of the sheet: `「当番表」を一日一行の表として 7 行読みました。一次当番: 当番表!C1` */
export function describeUnderstood(understood: Understood | null, locale: Locale): string {
  if (understood === null)
    return locale === 'ja' ? '当番表を読み取れませんでした。' : 'Nothing was understood of the sheet.';
  const columns = Object.entries(understood.columns).map(
    ([column, cells]) =>
      `${columnWord(locale, column)}: ${cells.slice(0, 6).join(', ')}${cells.length > 6 ? ' …' : ''}`,
  );
  const layout = LAYOUTS[locale][understood.layout];
  if (locale === 'ja')
    return `「${understood.tabs.join('」「')}」を${layout}の表として ${understood.rows} 行読みました。${columns.join(' / ')}`;
  return `Read ${understood.tabs.map((tab) => `"${tab}"`).join(', ')} as ${layout}: ${understood.rows} rows. ${columns.join(' / ')}`;
}
