import type { Locale } from '../../../../shared/language/index.ts';

/** What a rehearsal says. What a step does in words comes from the noun. */
export interface PlayText {
  readonly title: string;
  readonly note: string;
  readonly soFar: string;
  readonly now: string;
  would(what: string): string;
  wouldWrite(target: string): string;
  readonly read: string;
  waits(duration: string, until: string): string;
  readonly passWait: string;
  readonly done: string;
  readonly stopped: string;
  readonly undo: string;
  readonly restart: string;
  readonly back: string;
  readonly backToEditor: string;
  readonly answer: string;
  readonly skipReason: string;
  me(name: string): string;
  readonly enough: string;
  readonly notPlayable: string;
  readonly empty: string;
}

const ja: PlayText = {
  title: '試しに動かす',
  note: 'インシデントなしで動かします。誰にも送らず、何も保存しません。',
  soFar: 'これまで',
  now: 'いまの手順',
  would: (what) => `本番なら: ${what}`,
  wouldWrite: (target) => `本番なら: ${target}に書きます`,
  read: '読み上げ',
  waits: (duration, until) => `⏳ ${duration}待ちます（${until} まで）`,
  passWait: '待ったことにする',
  done: '最後まで進みました。',
  stopped: '途中で止まりました。',
  undo: '一つ戻す',
  restart: '最初から',
  back: 'ランブックに戻る',
  backToEditor: '編集に戻る',
  answer: '答え',
  skipReason: '飛ばす理由',
  me: (name) => `${name}さん（自分）`,
  enough: '400手まで進みました。ここから先は試せません。「最初から」を押してください。',
  notPlayable: '問題があるため動かせません。書いたものは下に残っています。印の行を直してください。',
  empty: 'まだ何もしていません。',
};

const en: PlayText = {
  title: 'Play it',
  note: 'Played without an incident: nothing is sent to anybody and nothing is kept.',
  soFar: 'So far',
  now: 'Now',
  would: (what) => `For real: ${what}`,
  wouldWrite: (target) => `For real: it is written to ${target}`,
  read: 'Read out',
  waits: (duration, until) => `⏳ Waits ${duration} (until ${until})`,
  passWait: 'Let the time go by',
  done: 'It has come to its end.',
  stopped: 'It stopped on the way.',
  undo: 'Undo the last',
  restart: 'From the beginning',
  back: 'Back to the runbook',
  backToEditor: 'Back to the editor',
  answer: 'Answer',
  skipReason: 'Why it is skipped',
  me: (name) => `${name} (you)`,
  enough: '400 moves have been played, and no more can be. Start from the beginning.',
  notPlayable: 'It cannot be played because of the problems. Your text is below: mend the lines named.',
  empty: 'Nothing has been done yet.',
};

export const playText = (locale: Locale): PlayText => (locale === 'ja' ? ja : en);
