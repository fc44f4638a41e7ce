import type { Locale } from '../language/index.ts';
import {
  type Override,
  type Party,
  partiesOf,
  type Stretch,
  stretchesOf,
  stretchText,
  wordsOf,
} from '../rota/index.ts';
import { escapeMrkdwn } from '../slack/index.ts';
import type { TellWhat } from './plan.ts';

/** Everything that is said about covers, for one reader; all mrkdwn, names escaped. */
export interface CoverText {
  /** `🟧 *代理の依頼* · 車両オンコール` */
  head(override: Override): string;
  /** A line for each time taken: `11/26(木) 18:00–22:00 JST 小野さん → *新井さん*` */
  stretches(override: Override): readonly string[];
  /** Who asked, and whose word is missing. */
  state(override: Override): string;
  /** `reader`: the person who reads it; null for a channel. */
  told(what: TellWhat, override: Override, by: string | null, reader: string | null): string;
  readonly buttons: Readonly<Record<'accept' | 'decline' | 'revoke', string>>;
  /** The button of who gives a duty, and takes none. */
  readonly agree: string;
  /** The press changed nothing. */
  nothing(override: Override): string;
  readonly done: Readonly<Record<'accept' | 'decline' | 'revoke', string>>;
  readonly gone: string;
}

interface Words {
  readonly cover: string;
  readonly swap: string;
  readonly nobody: string;
  readonly join: string;
  san(name: string): string;
  readonly heads: Readonly<Record<Override['status'], (kind: string) => string>>;
  askedBy(name: string): string;
  waitsFor(names: string): string;
  toldWhat(what: TellWhat, kind: string, by: string | null, names: string): string;
  readonly stays: string;
  readonly back: string;
}

const ja: Words = {
  cover: '代理',
  swap: '交代',
  nobody: '当番なし',
  join: '、',
  san: (name) => `${name}さん`,
  heads: {
    proposed: (kind) => `🟧 *${kind}の依頼*`,
    active: (kind) => `🟩 *${kind}が決まっています*`,
    declined: (kind) => `⬜ *${kind}は断られました*`,
    revoked: (kind) => `⬜ *${kind}は取り消されました*`,
    expired: (kind) => `⬜ *${kind}の依頼は期限切れです*`,
  },
  askedBy: (name) => `${name}の依頼`,
  waitsFor: (names) => `${names}の承諾待ち`,
  toldWhat(what, kind, by, names) {
    switch (what) {
      case 'active':
        return by ? `🟩 ${kind}が決まりました（${by}が承諾）。` : `🟩 ${kind}が決まりました。`;
      case 'declined':
        return `⬜ ${by ?? ''}が${kind}を断りました。ほかの方に頼むか、当番表を直してください。`;
      case 'revoked':
        return `🟨 ${by ?? ''}が${kind}を取り消しました。`;
      case 'expired':
        return `⬜ ${kind}の依頼は、承諾がないまま時間が過ぎました。当番は当番表のとおりでした。`;
      case 'unanswered':
        return `🟧 ${kind}の依頼に、まだ${names}の承諾がありません。`;
    }
  },
  stays: 'それまでは当番表のとおりです。',
  back: 'この時間は当番表のとおりに戻りました。',
};

const en: Words = {
  cover: 'Cover',
  swap: 'Swap',
  nobody: 'nobody',
  join: ', ',
  san: (name) => name,
  heads: {
    proposed: (kind) => `🟧 *${kind} asked for*`,
    active: (kind) => `🟩 *${kind} agreed*`,
    declined: (kind) => `⬜ *${kind} declined*`,
    revoked: (kind) => `⬜ *${kind} revoked*`,
    expired: (kind) => `⬜ *${kind} ran out unanswered*`,
  },
  askedBy: (name) => `asked for by ${name}`,
  waitsFor: (names) => `waiting for ${names}`,
  toldWhat(what, kind, by, names) {
    switch (what) {
      case 'active':
        return by ? `🟩 ${kind} agreed (${by} accepted).` : `🟩 ${kind} agreed.`;
      case 'declined':
        return `⬜ ${by ?? ''} declined the ${kind.toLowerCase()}. Ask somebody else, or change the sheet.`;
      case 'revoked':
        return `🟨 ${by ?? ''} revoked the ${kind.toLowerCase()}.`;
      case 'expired':
        return `⬜ Nobody accepted the ${kind.toLowerCase()} before its time was over. Duty went by the sheet.`;
      case 'unanswered':
        return `🟧 ${names} has not answered yet: ${kind.toLowerCase()} asked for.`;
    }
  },
  stays: 'Until then duty goes by the sheet.',
  back: 'For this time duty goes by the sheet again.',
};

const BUTTONS = {
  ja: { accept: '引き受ける', decline: '断る', revoke: '取り消す' },
  en: { accept: 'Accept', decline: 'Decline', revoke: 'Revoke' },
} as const;
const DONE = {
  ja: {
    accept: '承諾しました。',
    decline: '断りました。頼んだ方に伝えます。',
    revoke: '取り消しました。関係する方に伝えます。',
  },
  en: {
    accept: 'Accepted.',
    decline: 'Declined. Whoever asked is told.',
    revoke: 'Revoked. Those it touches are told.',
  },
} as const;
const GONE = {
  ja: 'この代理の記録が見つかりません。`/oncall list` で今の代理を確かめてください。',
  en: 'There is no record of this cover. `/oncall list` shows the covers there are.',
} as const;

export function coverText(locale: Locale, zone: string, rota: string): CoverText {
  const words = locale === 'ja' ? ja : en;
  const kindOf = ({ inReturn }: Override) => (inReturn ? words.swap : words.cover);
  const namesOf = (people: readonly Party[]) =>
    people.map(({ name }) => escapeMrkdwn(words.san(name))).join(words.join);
  const line = (stretch: Stretch) =>
    `${stretchText(stretch, locale, zone)} ${namesOf(stretch.givers) || words.nobody} → *${namesOf([stretch.taker])}*`;
  const stretches = (override: Override) => stretchesOf(override).map(line);
  const missing = (override: Override) => {
    const wanted = wordsOf(override, override.accepted);
    return namesOf(partiesOf(override).filter(({ id }) => wanted.includes(id)));
  };
  const head = (override: Override) =>
    `${words.heads[override.status](kindOf(override))} · ${escapeMrkdwn(rota)}`;
  const state = (override: Override) => {
    const waits = override.status === 'proposed' ? [words.waitsFor(missing(override)), words.stays] : [];
    const back = override.status === 'revoked' && override.stands ? [words.back] : [];
    return [words.askedBy(namesOf([override.asker])), ...waits, ...back].join(' · ');
  };
  return {
    head,
    stretches,
    state,
    told(what, override, by, reader) {
      const name = by === null ? null : escapeMrkdwn(words.san(by));
      const first = words.toldWhat(what, kindOf(override), name, missing(override));
      const back = what === 'revoked' && override.activeSince !== null ? `\n${words.back}` : '';
      const where = reader === null || what !== 'unanswered' ? '' : `\n${words.stays}`;
      return `${first} ${escapeMrkdwn(rota)}\n${stretches(override).join('\n')}${back}${where}`;
    },
    buttons: BUTTONS[locale],
    agree: locale === 'ja' ? '承諾する' : 'Agree',
    nothing: (override) => `${head(override)}\n${stretches(override).join('\n')}`,
    done: DONE[locale],
    gone: GONE[locale],
  };
}
