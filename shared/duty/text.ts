import { clockTime, type Locale, moment, zoneName } from '../language/index.ts';
import { never } from '../platform/errors.ts';
import { escapeMrkdwn, link, withChannel } from '../slack/index.ts';
import type { OpenWork } from './context.ts';
import type { Change, Notice, Shift } from './model.ts';

interface Where {
  readonly rota: string;
  readonly zone: string;
  readonly now: number;
}

export interface DutyText {
  /** The sentence of a notice, as mrkdwn. */
  say(notice: Notice): string;
  /** What the next person should know of, line by line. */
  open(work: readonly OpenWork[]): readonly string[];
}

/** Everything that is said about duty, for one reader. */
export function dutyText(locale: Locale, { rota, zone, now }: Where): DutyText {
  const name = escapeMrkdwn(rota);
  const at = (instant: number) => moment(instant, now, zone, locale);
  const until = (shift: { end: number }) => `${at(shift.end)} ${zoneName(shift.end, zone)}`;
  const span = ({ start, end }: { start: number; end: number }) => `${at(start)}–${until({ end })}`;
  const cell = (shift: Shift) => (shift.cell && shift.cellUrl ? link(shift.cellUrl, shift.cell) : '');
  const said: Said = { name, at, until, span, cell, clock: (instant) => clockTime(instant, zone) };
  const words = locale === 'ja' ? ja : en;
  return {
    say: (notice) => sayWith(words, notice, said, locale),
    open: (work) =>
      work.length === 0 ? [words.nothingOpen] : [words.openHead, ...work.map(({ text }) => `• ${text}`)],
  };
}

interface Said {
  readonly name: string;
  at(instant: number): string;
  until(shift: { end: number }): string;
  span(of: { start: number; end: number }): string;
  cell(shift: Shift): string;
  clock(instant: number): string;
}

function sayWith(words: Words, notice: Notice, said: Said, locale: Locale): string {
  switch (notice.kind) {
    case 'begins':
      return words.begins(said, notice.column, notice.shift, escapeMrkdwn(notice.other));
    case 'ends':
      return words.ends(said, notice.column, escapeMrkdwn(notice.other));
    case 'handover':
      return words.handover(said, notice.column, notice.shift, notice.previous);
    case 'reminder':
      return words.reminder(said, notice.column, notice.shift);
    case 'changed':
      return words.changed(said, notice.change, notice.now);
    case 'problems':
      return [
        words.problems(said),
        ...notice.problems.map(
          (problem) => `• ${withChannel(escapeMrkdwn(problem[locale]), problem.channel)}`,
        ),
        ...(notice.more > 0 ? [words.more(notice.more)] : []),
      ].join('\n');
    case 'trouble':
      return words.trouble(said, escapeMrkdwn(notice[locale]));
    case 'trouble-over':
      return words.troubleOver(said);
    case 'morning':
      return words.morning(said, notice.column, notice.shift);
    case 'mirror':
      return words.mirror(said, notice);
    default:
      return never(notice);
  }
}

const column = (id: string, names: Readonly<Record<string, string>>): string => escapeMrkdwn(names[id] ?? id);
const COLUMNS = {
  ja: { primary: '一次当番', secondary: '二次当番' },
  en: { primary: 'primary', secondary: 'secondary' },
};
const who = (shift: Shift | null, san: string): string =>
  (shift?.names ?? []).map((name) => `${escapeMrkdwn(name)}${san}`).join('、');

interface Words {
  begins(s: Said, column: string, shift: Shift, other: string): string;
  ends(s: Said, column: string, other: string): string;
  handover(s: Said, column: string, shift: Shift, previous: Shift | null): string;
  reminder(s: Said, column: string, shift: Shift): string;
  changed(s: Said, change: Change, now: boolean): string;
  problems(s: Said): string;
  more(count: number): string;
  trouble(s: Said, why: string): string;
  troubleOver(s: Said): string;
  morning(s: Said, column: string, shift: Shift): string;
  mirror(s: Said, notice: Extract<Notice, { kind: 'mirror' }>): string;
  readonly openHead: string;
  readonly nothingOpen: string;
}

const ja: Words = {
  begins: (s, id, shift, other) =>
    `🟩 ${s.name}の${column(id, COLUMNS.ja)}が始まりました。${s.until(shift)} までお願いします。${other ? `前の当番は${other}さんです。` : ''}${s.cell(shift)}`,
  ends: (s, id, other) =>
    other
      ? `${s.name}の${column(id, COLUMNS.ja)}が終わりました。ここからは${other}さんです。おつかれさまでした。`
      : `${s.name}の${column(id, COLUMNS.ja)}が終わりました。おつかれさまでした。`,
  handover: (s, id, shift, previous) => {
    const from = previous && previous.names.length > 0 ? `${who(previous, 'さん')} → ` : '';
    const to = shift.names.length > 0 ? who(shift, 'さん') : '当番なし';
    return `${s.name} ${column(id, COLUMNS.ja)}: ${from}*${to}*（${s.until(shift)} まで）${s.cell(shift)}`;
  },
  reminder: (s, id, shift) =>
    `${s.name}の${column(id, COLUMNS.ja)}が近づいています。${s.span(shift)} ${s.cell(shift)}\n都合が悪くなったら \`/oncall cover @代わる人 18:00-22:00\` で代理を頼めます。`,
  changed: (s, { column: id, start, end, before, after }, now) => {
    const change = `${who(before, 'さん') || 'なし'} から *${who(after, 'さん') || 'なし'}* に変わりました`;
    const when = now ? `今の当番（${s.at(end)} まで）が` : `${s.span({ start, end })} の当番が`;
    const check = now
      ? '\nこの時間の呼び出しは、もう新しい当番に届きます。意図と違う場合は、今すぐ当番表を直してください。'
      : '';
    return `🟨 ${s.name} ${column(id, COLUMNS.ja)}: ${when} ${change}。${s.cell(after) || s.cell(before)}${check}`;
  },
  problems: (s) => `🟧 ${s.name}の当番表に、直してほしいところがあります。`,
  more: (count) => `ほか ${count} 件は \`/oncall check\` で見られます。`,
  trouble: (s, why) => `🟥 ${s.name}の当番表を 5 分以上読めていません。${why}`,
  troubleOver: (s) => `🟩 ${s.name}の当番表をまた読めるようになりました。`,
  morning: (s, id, shift) =>
    `🟧 ${s.name}: ${s.span(shift)} の${column(id, COLUMNS.ja)}がまだ決まっていません。呼び出しは代わりの連絡先に届きます。当番表に名前を書いてください。${s.cell(shift)}`,
  mirror: (s, { mirror: { outcome, leftOut }, foreign, group }) => {
    const names = leftOut.map((name) => `${escapeMrkdwn(name)}さん`).join('、');
    const why = names
      ? `当番の${names}は、ゲストか停止中のアカウントのため、Slack の仕組みで入れられません。`
      : '今の時間の当番がいません。';
    const by = foreign ? '手で変えられていました。' : '';
    const result = {
      mirrored: 'いまの当番に合わせました。',
      fallback: `${why}代わりの連絡先を入れました。`,
      disabled: `${why}間違った人に届かないよう、グループを無効にしました。`,
      refused: `Slack に断られ、合わせられませんでした（${escapeMrkdwn(leftOut.join())}）。グループを変えられるのが管理者だけの場合は、管理者アカウントを Toban につないでください。`,
    }[outcome];
    return `${outcome === 'mirrored' ? '🟨' : '🟧'} ${s.name}の当番グループ（${group}）: ${by}${result}`;
  },
  openHead: '引き継ぎ時点で続いているもの:',
  nothingOpen: '引き継ぎ時点で続いている対応はありません。',
};

const en: Words = {
  begins: (s, id, shift, other) =>
    `🟩 Your ${column(id, COLUMNS.en)} shift of ${s.name} has begun, until ${s.until(shift)}.${other ? ` Before you: ${other}.` : ''} ${s.cell(shift)}`,
  ends: (s, id, other) =>
    `Your ${column(id, COLUMNS.en)} shift of ${s.name} is over.${other ? ` ${other} has it now.` : ''} Thank you.`,
  handover: (s, id, shift, previous) => {
    const from = previous && previous.names.length > 0 ? `${who(previous, '')} → ` : '';
    return `${s.name} ${column(id, COLUMNS.en)}: ${from}*${who(shift, '') || 'nobody'}* (until ${s.until(shift)}) ${s.cell(shift)}`;
  },
  reminder: (s, id, shift) =>
    `Your ${column(id, COLUMNS.en)} shift of ${s.name} is coming: ${s.span(shift)} ${s.cell(shift)}\nIf you cannot, ask for cover: \`/oncall cover @colleague 18:00-22:00\``,
  changed: (s, { column: id, start, end, before, after }, now) => {
    const when = now ? `the current shift (until ${s.at(end)})` : s.span({ start, end });
    const check = now
      ? '\nCalls already go to the new person. If this was not meant, correct the sheet now.'
      : '';
    return `🟨 ${s.name} ${column(id, COLUMNS.en)}: ${when} changed from ${who(before, '') || 'nobody'} to *${who(after, '') || 'nobody'}*. ${s.cell(after) || s.cell(before)}${check}`;
  },
  problems: (s) => `🟧 The rota of ${s.name} needs a correction.`,
  more: (count) => `${count} more are told by \`/oncall check\`.`,
  trouble: (s, why) => `🟥 The rota of ${s.name} could not be read for 5 minutes. ${why}`,
  troubleOver: (s) => `🟩 The rota of ${s.name} can be read again.`,
  morning: (s, id, shift) =>
    `🟧 ${s.name}: nobody is named as ${column(id, COLUMNS.en)} for ${s.span(shift)}. Calls go to the fallback. Write a name into the sheet. ${s.cell(shift)}`,
  mirror: (s, { mirror: { outcome, leftOut }, foreign, group }) => {
    const names = leftOut.map(escapeMrkdwn).join(', ');
    const why = names
      ? `${names} cannot be a member: Slack admits no guests and no deactivated accounts to user groups.`
      : 'Nobody is on duty now.';
    const by = foreign ? 'Somebody had edited it by hand. ' : '';
    const result = {
      mirrored: 'It shows who is on duty again.',
      fallback: `${why} The fallback is in it instead.`,
      disabled: `${why} The group is disabled so that nobody wrong is called.`,
      refused: `Slack refused the change (${escapeMrkdwn(leftOut.join())}). If only administrators may edit groups, connect an administrator to Toban.`,
    }[outcome];
    return `${outcome === 'mirrored' ? '🟨' : '🟧'} User group ${group} of ${s.name}: ${by}${result}`;
  },
  openHead: 'Open at handover:',
  nothingOpen: 'Nothing is open at handover.',
};
