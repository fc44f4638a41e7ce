import type { Locale } from '../../language/index.ts';
import type { Held } from './model.ts';

interface Sentences {
  happened(where: string, text: string): string;
  readonly advice: string;
}
type Kind = 'gap' | 'unknown' | 'ambiguous' | 'error';

const ja: Readonly<Record<Kind, Sentences>> = {
  gap: {
    happened: (where) => `${where} がいま空です。`,
    advice: '当番の名前を入れてください。置かない場合は「-」と書いてください。',
  },
  unknown: {
    happened: (where, text) => `${where} の「${text}」がどなたか分かりません。`,
    advice: '名前を直すか、メンバー表に別名を足してください。',
  },
  ambiguous: {
    happened: (where, text) => `${where} の「${text}」に当てはまる方が複数います。`,
    advice: 'フルネーム、メール、Slack ID のいずれかで書いてください。',
  },
  error: {
    happened: (where, text) => `${where} の数式がエラー（${text}）です。`,
    advice: '数式を直すか、当番の名前を直接入力してください。',
  },
};

const en: Readonly<Record<Kind, Sentences>> = {
  gap: {
    happened: (where) => `${where} is empty now.`,
    advice: 'Enter who is on duty, or "-" if nobody should be called.',
  },
  unknown: {
    happened: (where, text) => `Nobody can tell who "${text}" in ${where} is.`,
    advice: 'Correct the name, or add it to the members tab as an alias.',
  },
  ambiguous: {
    happened: (where, text) => `"${text}" in ${where} may be several people.`,
    advice: 'Write the full name, the e-mail address or the Slack ID.',
  },
  error: {
    happened: (where, text) => `${where} holds a formula error (${text}).`,
    advice: 'Correct the formula, or enter who is on duty.',
  },
};

/**
 * An edit that is not followed yet: what the cell says now, who is called all the same, what to do. Plain text, not
 * escaped. Where the text is the same as before, something else made it unclear (a namesake joined the members).
 */
export function describeHeld({ cell, column, before, after, kind }: Held, locale: Locale): string {
  const { happened, advice } = (locale === 'ja' ? ja : en)[sentencesFor(kind)];
  const parts = [happened(cell ?? column, after), didText(before, after, locale), advice];
  return parts.join(locale === 'ja' ? '' : ' ');
}

function didText(before: string, after: string, locale: Locale): string {
  if (before === after)
    return locale === 'ja'
      ? `直前まで「${before}」として呼ばれていた方を呼びます。`
      : `Whoever "${before}" meant just before is called.`;
  return locale === 'ja'
    ? `編集中とみて、直前まで書かれていた「${before}」の方を呼びます。`
    : `As somebody may be editing it, "${before}" from just before is called.`;
}

/** What else a span can be has people or is meant so, and is never held back. */
const sentencesFor = (kind: Held['kind']): Kind =>
  kind === 'unknown' || kind === 'ambiguous' || kind === 'error' ? kind : 'gap';
