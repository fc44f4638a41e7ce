import type { Locale } from '../../language/index.ts';
import type { ProseFailure } from './model.ts';
import type { ProseStanding } from './standing.ts';

/** The words around prose that a language model wrote. Plain text. */
export interface ProseText {
  readonly readMe: string;
  /** What a citation without a time is called. */
  readonly fact: string;
  /** Beside a section that no person has saved since. */
  readonly badge: string;
  readonly writing: string;
  written(sections: number): string;
  failed(reason: string, again: string | null): string;
  /** The button that asks: for the first time, or once more. */
  readonly ask: Readonly<Record<'first' | 'again', string>>;
  readonly reasons: Readonly<Record<ProseFailure, string>>;
}

const ja: ProseText = {
  readMe: '次の文章はAIの下書きです。かっこ内の根拠と照らし合わせ、直したらこの行を消してください',
  fact: '記録',
  badge: 'AIの下書き',
  writing: 'AIが下書きを書いています',
  written: (sections) => `AIが${sections}か所に下書きを書きました。根拠を確かめてください`,
  failed: (reason, again) =>
    `AIが下書きを書けなかったところがあります: ${reason}。記録からの下書きはそのままです${again ? `（${again} にもう一度試します）` : ''}`,
  ask: { first: 'AIに下書きを頼む', again: 'AIにもう一度頼む' },
  reasons: {
    quota: '利用枠の上限に達しました',
    slow: '時間内に返事がありませんでした',
    down: 'AIのサービスにつながりませんでした',
    settings: '設定か権限が足りません（管理者に知らせてください）',
    blocked: 'AIがこの内容を扱いませんでした',
    unusable: '返ってきた文章を使えませんでした',
    baseless: '根拠のある文章がありませんでした',
    barred: 'このインシデントの内容は、いまの設定ではAIに送れません',
    broken: 'Toban の中で失敗しました（管理者に知らせてください）',
  },
};

const en: ProseText = {
  readMe:
    'the text below was drafted by AI. Check it against what is cited in brackets, mend it, and remove this line',
  fact: 'record',
  badge: 'AI draft',
  writing: 'AI is drafting',
  written: (sections) =>
    `AI drafted ${sections} ${sections === 1 ? 'section' : 'sections'}: check them against what they cite`,
  failed: (reason, again) =>
    `AI could not draft every section: ${reason}. The draft from the record stands as it is${again ? ` (next try ${again})` : ''}`,
  ask: { first: 'Ask AI for a draft', again: 'Ask AI again' },
  reasons: {
    quota: 'the quota is used up',
    slow: 'there was no answer in time',
    down: 'the AI service was not reached',
    settings: 'a setting or a permission is missing; tell an admin',
    blocked: 'the AI does not write about this',
    unusable: 'the answer could not be used',
    baseless: 'no sentence rested on the record',
    barred: 'this incident may not be sent to AI as things are set now',
    broken: 'something failed inside Toban; tell an admin',
  },
};

export const proseText = (locale: Locale): ProseText => (locale === 'ja' ? ja : en);

/** How it stands, in one sentence; `time`: an instant in words. */
export function proseWords(standing: ProseStanding, locale: Locale, time: (at: number) => string): string {
  const text = proseText(locale);
  if (standing.kind === 'writing') return text.writing;
  if (standing.kind === 'written') return text.written(standing.sections);
  return text.failed(
    text.reasons[standing.reason],
    standing.againAt === null ? null : time(standing.againAt),
  );
}
