import { clockTime, dayText, type Locale, zoneName } from '../../language/index.ts';
import { type Override, type OverrideRefusal, type Stretch, stretchesOf } from './model.ts';

const REFUSED: Readonly<Record<Locale, Readonly<Record<OverrideRefusal, string>>>> = {
  ja: {
    backwards: '終わりが始まりより前です。時間を直してください。',
    past: 'もう過ぎた時間です。これからの時間を指定してください。',
    'too-long': '代理は31日までです。短く分けるか、当番表を直してください。',
    'not-callable': 'この方の Slack アカウントは呼べません。ほかの方を選んでください。',
    'already-theirs': 'その時間はもともとこの方の当番です。代理は要りません。',
    'not-yours': 'この代理を変えられるのは、代わる方、代わってもらう方、頼んだ方だけです。',
    over: 'この代理の時間はもう終わっています。',
    'already-ended': 'この代理はもう取り消されているか、断られています。新しく頼んでください。',
  },
  en: {
    backwards: 'That ends before it starts. Correct the times.',
    past: 'That time is over. Choose a time to come.',
    'too-long': 'A cover lasts 31 days at most. Split it up, or change the sheet.',
    'not-callable': 'The Slack account of this person cannot be called. Choose somebody else.',
    'already-theirs': 'They are on duty then anyway, so no cover is needed.',
    'not-yours': 'Only who takes the duty, who gives it or who asked can change this cover.',
    over: 'The time of this cover is over.',
    'already-ended': 'This cover was revoked or declined already. Ask for a new one.',
  },
};

/** Why a cover was not taken, accepted or ended, and what to do. */
export const describeOverrideRefusal = (why: OverrideRefusal, locale: Locale): string => REFUSED[locale][why];

/** `11/26(木) 18:00–22:00 JST`: the day once where it is one day; the zone always. */
export function stretchText(
  { start, end }: Pick<Stretch, 'start' | 'end'>,
  locale: Locale,
  zone: string,
): string {
  const one = (at: number) => `${dayText(at, zone, locale)} ${clockTime(at, zone)}`;
  const sameDay = dayText(start, zone, locale) === dayText(end, zone, locale);
  return `${one(start)}–${sameDay ? clockTime(end, zone) : one(end)} ${zoneName(start, zone)}`;
}

/** `11/26(木) 18:00–22:00 JST 代理: 新井さん（小野さんの代わり）`. Names are user text: escape for Slack. */
export function describeOverride(override: Override, locale: Locale, zone: string): string {
  const lines = stretchesOf(override).map((stretch) => describeStretch(stretch, locale, zone));
  return `${lines.join(locale === 'ja' ? '、' : '; ')}${STATUS[locale][override.status]}`;
}

function describeStretch(stretch: Stretch, locale: Locale, zone: string): string {
  const { taker, givers } = stretch;
  const time = stretchText(stretch, locale, zone);
  if (locale === 'ja') {
    const names = givers.map(({ name }) => `${name}さん`).join('、');
    return `${time} 代理: ${taker.name}さん${names && `（${names}の代わり）`}`;
  }
  const names = givers.map(({ name }) => name).join(', ');
  return `${time} cover: ${taker.name}${names && ` for ${names}`}`;
}

const STATUS: Readonly<Record<Locale, Readonly<Record<Override['status'], string>>>> = {
  ja: {
    proposed: '・承諾待ち',
    active: '',
    declined: '・断られました',
    revoked: '・取り消し済み',
    expired: '・期限切れ',
  },
  en: {
    proposed: ', not accepted yet',
    active: '',
    declined: ', declined',
    revoked: ', revoked',
    expired: ', ran out unanswered',
  },
};
