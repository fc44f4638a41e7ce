import type { Locale } from '../language/index.ts';
import type { Wrong } from './answer.ts';
import type { RunRefusal } from './run-model.ts';

/** Every sentence of a run, in both languages. Arguments are ready for the place they stand in. */
export interface RunText {
  readonly status: Readonly<Record<'running' | 'done' | 'stopped', string>>;
  progress(passed: number, all: number): string;
  startedBy(name: string, time: string): string;
  byRule: string;
  earlier(count: number): string;
  /** Open steps that have no room on the card. */
  moreOpen(count: number): string;
  next(words: string): string;
  waiting(time: string): string;
  readonly working: string;
  /** `reason`: why, in words; `failure.ts` makes them of a code. */
  failed(reason: string): string;
  held(name: string): string;
  owner(role: string, holder: string | null): string;
  readonly page: string;
  readonly optional: string;
  readonly skipped: string;
  corrected(before: string): string;
  stoppedFor(reason: string): string;
  endless(step: string): string;
  called(who: string, room: string | null, words: string): string;
  readonly buttons: Readonly<
    Record<
      'done' | 'read' | 'answer' | 'open' | 'skip' | 'hand' | 'undo' | 'correct' | 'stop' | 'retry' | 'start',
      string
    >
  >;
  readonly form: Readonly<
    Record<'send' | 'cancel' | 'reason' | 'person' | 'which' | 'value' | 'runbook' | 'answerHint', string>
  >;
  readonly wrong: Readonly<Record<Wrong | 'person-gone', string>>;
  refused(
    refusal: RunRefusal | { readonly refused: 'incident-closed' },
    value: string | null,
    time: string,
  ): string;
  readonly notInRoom: string;
  readonly none: string;
  readonly help: string;
  suggestion(title: string, because: string): string;
  because(by: 'keyword' | 'alert' | 'service' | 'severity', what: string): string;
  readonly suggested: string;
  readonly gone: string;
  readonly notOffered: string;
}

const ja: RunText = {
  status: { running: '進行中', done: '完了', stopped: '中止' },
  progress: (passed, all) => `${passed}/${all}`,
  startedBy: (name, time) => `${name}さんが ${time} に開始`,
  byRule: '自動で開始',
  earlier: (count) => `ほか${count}件は済んでいます`,
  moreOpen: (count) => `ほか${count}件の手順も開いています。ページで答えられます。`,
  next: (words) => `次: ${words}`,
  waiting: (time) => `⏳ ${time} まで待っています。`,
  working: '⏳ 実行しています。',
  failed: (reason) => `⚠️ 実行できませんでした（${reason}）。やり直すか、理由を書いて飛ばしてください。`,
  held: (name) => `担当: ${name}さん`,
  owner: (role, holder) => `担当: ${role}${holder ? ` ${holder}さん` : '（未定）'}`,
  page: 'ページで見る',
  optional: '任意',
  skipped: '飛ばしました',
  corrected: (before) => `訂正前: ${before}`,
  stoppedFor: (reason) => `中止しました: ${reason}`,
  endless: (step) =>
    `手順「${step}」のあたりで同じところを回り続けるため、止めました。ランブックを直してください。`,
  called: (who, room, words) =>
    `${who} ランブックからお呼びしました${room ? `（<#${room}>）` : ''}。${words}`,
  buttons: {
    done: '済み',
    read: '確認した',
    answer: '答える',
    open: '開く',
    skip: '飛ばす',
    hand: '任せる',
    undo: '一つ戻す',
    correct: '回答を訂正',
    stop: '中止',
    retry: 'やり直す',
    start: '始める',
  },
  form: {
    send: '送る',
    cancel: 'やめる',
    reason: '理由',
    person: '誰に任せますか',
    which: 'どの回答ですか',
    value: '正しい回答',
    runbook: 'どのランブックですか',
    answerHint: 'カードのスレッドに返信しても答えられます。',
  },
  wrong: {
    empty: '回答がありません。入力してください。',
    'too-long': '長すぎます。3,000文字までにしてください。',
    'no-number': '数字だけで答えてください（例: 120）。',
    'no-option': '選択肢のどれかで答えてください。',
    'no-time': '時刻として読めません。「12:05」「昨日 23:10」のように書いてください。',
    'no-person': '人を選んでください（スレッドでは @名前）。',
    'in-the-future': '未来の時刻は選べません。',
    'person-gone': 'この人のアカウントは停止されています。ほかの人を選んでください。',
  },
  refused: (refusal, value, time) => {
    switch (refusal.refused) {
      case 'passed-already':
        return `${refusal.by ? `${refusal.by}さん` : 'Toban'}が ${time} に先に済ませました${value ? `（${value}）` : ''}。違うときは「回答を訂正」を使ってください。`;
      case 'over':
        return 'このランブックはもう終わっています。';
      case 'not-open':
        return 'この手順はいま開いていません。いま開いている手順から続けてください。';
      case 'not-that-kind':
        return 'この手順にはその操作はできません。';
      case 'reason-needed':
        return '理由を書いてください。';
      case 'nothing-to-undo':
        return '戻せる回答がありません。';
      case 'left-the-house':
        return 'その後に外への操作（ステータスの変更や呼び出し）があるため戻せません。「回答を訂正」を使ってください。';
      case 'not-answered':
        return 'まだ答えられていない質問です。';
      case 'incident-closed':
        return 'インシデントは完了しています。続けるには理由を添えて再開してください。';
    }
  },
  notInRoom: 'ランブックは対応チャンネルの中で使います。`/runbook` を対応チャンネルで送ってください。',
  none: '登録されたランブックがまだありません。',
  help: '`/runbook` 選んで始める · `/runbook 言葉` 探して始める（対応チャンネルで使います）',
  suggestion: (title, because) => `*${title}*（${because}）`,
  because: (by, what) =>
    ({
      keyword: `「${what}」とあるため`,
      alert: `アラート「${what}」のため`,
      service: 'サービスが合うため',
      severity: `${what} のため`,
    })[by],
  suggested: '合いそうなランブックがあります。',
  gone: '見つかりません。インシデントに参加している人だけが使えます。',
  notOffered:
    'このランブックは使用終了になったため、始められません。`/runbook` で、いま使えるものを選べます。',
};

const en: RunText = {
  status: { running: 'Under way', done: 'Done', stopped: 'Stopped' },
  progress: (passed, all) => `${passed}/${all}`,
  startedBy: (name, time) => `Started by ${name} at ${time}`,
  byRule: 'Started by itself',
  earlier: (count) => `${count} more are done`,
  moreOpen: (count) => `${count} more steps are open. Answer them on the page.`,
  next: (words) => `Next: ${words}`,
  waiting: (time) => `⏳ Waiting until ${time}.`,
  working: '⏳ Being done.',
  failed: (reason) => `⚠️ It could not be done (${reason}). Try again, or skip it with a reason.`,
  held: (name) => `With ${name}`,
  owner: (role, holder) => `For: ${role}${holder ? `, ${holder}` : ' (nobody yet)'}`,
  page: 'On the page',
  optional: 'optional',
  skipped: 'skipped',
  corrected: (before) => `before: ${before}`,
  stoppedFor: (reason) => `Stopped: ${reason}`,
  endless: (step) =>
    `Stopped near step "${step}", which leads round in a circle. The runbook has to be mended.`,
  called: (who, room, words) => `${who} the runbook calls you${room ? ` to <#${room}>` : ''}. ${words}`,
  buttons: {
    done: 'Done',
    read: 'Seen',
    answer: 'Answer',
    open: 'Open',
    skip: 'Skip',
    hand: 'Hand on',
    undo: 'Undo the last',
    correct: 'Correct an answer',
    stop: 'Stop',
    retry: 'Try again',
    start: 'Start',
  },
  form: {
    send: 'Send',
    cancel: 'Cancel',
    reason: 'Reason',
    person: 'To whom?',
    which: 'Which answer?',
    value: 'The right answer',
    runbook: 'Which runbook?',
    answerHint: 'A reply in the card’s thread answers, too.',
  },
  wrong: {
    empty: 'There is no answer. Please fill it in.',
    'too-long': 'It is too long. At most 3,000 characters.',
    'no-number': 'Answer with a number, such as 120.',
    'no-option': 'Answer with one of the options.',
    'no-time': 'That is not a time I can read. Try "12:05" or "yesterday 23:10".',
    'no-person': 'Choose a person (in the thread: @name).',
    'in-the-future': 'A time in the future cannot be chosen.',
    'person-gone': 'This account is deactivated. Choose somebody else.',
  },
  refused: (refusal, value, time) => {
    switch (refusal.refused) {
      case 'passed-already':
        return `${refusal.by ?? 'Toban'} was first, at ${time}${value ? ` (${value})` : ''}. If that is wrong, use "Correct an answer".`;
      case 'over':
        return 'This runbook has ended.';
      case 'not-open':
        return 'This step is not open now. Go on with those that are.';
      case 'not-that-kind':
        return 'That cannot be done with this step.';
      case 'reason-needed':
        return 'Please give a reason.';
      case 'nothing-to-undo':
        return 'There is no answer to take back.';
      case 'left-the-house':
        return 'Something has been done since (a status, a call), so it cannot be undone. Use "Correct an answer".';
      case 'not-answered':
        return 'That question has not been answered yet.';
      case 'incident-closed':
        return 'The incident is closed. Reopen it with a reason to go on.';
    }
  },
  notInRoom: 'Runbooks are played in a war room. Send `/runbook` there.',
  none: 'There are no runbooks yet.',
  help: '`/runbook` choose one · `/runbook words` find one (in a war room)',
  suggestion: (title, because) => `*${title}* (${because})`,
  because: (by, what) =>
    ({
      keyword: `it says "${what}"`,
      alert: `the alert "${what}"`,
      service: 'for this service',
      severity: `for ${what}`,
    })[by],
  suggested: 'These runbooks may fit.',
  gone: 'Not found. Only those who take part in the incident can use it.',
  notOffered: 'This runbook was retired and cannot be started. `/runbook` shows those that can.',
};

export const runText = (locale: Locale): RunText => (locale === 'ja' ? ja : en);
