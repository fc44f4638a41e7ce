import type { Locale } from '../../language/index.ts';
import type { Refused, TimeRefusal } from './read.ts';

const ja: Readonly<Record<TimeRefusal, (part: string) => string>> = {
  empty: () => '時間を書いてください。例: 「明日18時から22時」「12/31 23:00」',
  'not-understood': (part) => `「${part}」を時間として読めません。例: 「明日18時から22時」「12/31 23:00」`,
  'two-days': (part) => `「${part}」は二通りの日付に読めます。「2026-12-31」のように書いてください。`,
  'no-such-day': (part) => `「${part}」という日はありません。日付を確かめてください。`,
  'no-end': (part) => `「${part}」がいつまでか分かりません。「18:00-22:00」のように終わりも書いてください。`,
  backwards: (part) =>
    part
      ? `「${part}」は終わりが始まりより前です。順番を直してください。`
      : '終わりが始まりより前です。順番を直してください。',
  'too-long': (part) => `「${part}」は31日を超えています。短く分けてください。`,
};

const en: Readonly<Record<TimeRefusal, (part: string) => string>> = {
  empty: () => 'Say when, for example "tomorrow 6pm to 10pm" or "12/31 23:00".',
  'not-understood': (part) =>
    `"${part}" is not a time I can read. Try "tomorrow 6pm to 10pm" or "12/31 23:00".`,
  'two-days': (part) => `"${part}" could be two different days. Write it as 2026-12-31.`,
  'no-such-day': (part) => `There is no such day as "${part}". Check the date.`,
  'no-end': (part) => `"${part}" does not say until when. Add the end, as in 18:00-22:00.`,
  backwards: (part) => `${part ? `"${part}"` : 'That'} ends before it starts. Put the times in order.`,
  'too-long': (part) => `"${part}" is longer than 31 days. Split it up.`,
};

/** Why a time was not taken, and how to write it. `part` is user text: escape the whole for Slack. */
export const describeRefusal = ({ why, part }: Refused, locale: Locale): string =>
  (locale === 'ja' ? ja : en)[why](part);
