import type { Locale } from '../../../../shared/language/index.ts';

/** What the page of a run says beyond what a run says of itself everywhere. */
export interface RunPageText {
  readonly incident: string;
  readonly holders: string;
  readonly nobody: string;
  readonly next: string;
  /** An answer decides it, or it is the end. */
  readonly nextUnknown: string;
  /** Several are open, and all of them come first. */
  readonly nextAll: string;
  readonly answer: string;
  readonly slack: string;
  readonly room: string;
  readonly now: string;
  readonly stages: string;
  readonly start: string;
  readonly record: string;
  readonly nothingYet: string;
  readonly print: string;
  readonly back: string;
  readonly ended: string;
  san(name: string): string;
  readonly reason: string;
  readonly optionalReason: string;
  readonly correct: string;
  readonly choose: string;
  readonly personHint: string;
  timeHint(zone: string): string;
  readonly numberHint: string;
  progress(passed: number, all: number): string;
  correction(from: string, to: string, by: string, time: string, reason: string): string;
  skipped(reason: string | null): string;
  byToban: string;
  readonly yours: string;
  readonly correctInstead: string;
  readonly passedMeanwhile: string;
  readonly closed: string;
  readonly readOnly: string;
  readonly notReached: string;
  readonly printed: string;
  readonly errors: {
    readonly wrong: string;
    noPerson(name: string): string;
    samePerson(name: string): string;
  };
  /** On the incident's page. */
  readonly runs: string;
  readonly noRuns: string;
  readonly others: string;
  readonly startOther: string;
}

const ja: RunPageText = {
  incident: 'インシデント',
  holders: '担当',
  nobody: '未定',
  next: '次',
  nextUnknown: '回答しだい、または終わり',
  nextAll: 'いま開いている手順がすべて済んでから',
  answer: '回答',
  slack: 'Slack のカード',
  room: '対応チャンネル',
  now: 'いまの手順',
  stages: '全体',
  start: 'はじめ',
  record: '済んだ手順',
  nothingYet: 'まだありません。',
  print: '印刷用に開く',
  back: 'ランブックへ戻る',
  ended: '終了',
  san: (name) => `${name}さん`,
  reason: '理由',
  optionalReason: '理由（任意）',
  correct: '訂正する',
  choose: '選んでください',
  personHint: 'インシデントにいる人の名前か、Slack のメンバー ID（U で始まる）',
  timeHint: (zone) => `${zone} の日時`,
  numberHint: '例: 120。全角でもかまいません',
  progress: (passed, all) => `${all}手順のうち${passed}手順が済み`,
  correction: (from, to, by, time, reason) => `${from} → ${to}（${by}が ${time} に訂正。理由: ${reason}）`,
  skipped: (reason) => (reason ? `飛ばしました（理由: ${reason}）` : '飛ばしました'),
  byToban: 'Toban',
  yours: '入力した内容:',
  correctInstead: '入力した内容は訂正の欄に残しました。訂正するなら、理由を添えて送ってください。',
  passedMeanwhile: 'ほかの人が先に済ませました。送ると、訂正に切り替わります。入力は残ります。',
  closed:
    'インシデントは完了しているため、回答できません。続けるには、理由を添えてインシデントを再開してください。',
  readOnly: '閲覧のみです。回答には「対応」の権限が必要です。',
  notReached: '未実施',
  printed: '出力',
  errors: {
    wrong: '入力を確かめてください。何も変更していません。',
    noPerson: (name) =>
      `「${name}」さんはこのインシデントにいません。対応チャンネルに招待してから選ぶか、Slack のメンバー ID を入力してください。`,
    samePerson: (name) => `「${name}」さんは複数います。Slack のメンバー ID で指定してください。`,
  },
  runs: 'ランブック',
  noRuns: 'まだ始めていません。',
  others: 'ほかのランブック',
  startOther: '選んで始める',
};

const en: RunPageText = {
  incident: 'Incident',
  holders: 'With',
  nobody: 'nobody yet',
  next: 'Next',
  nextUnknown: 'depends on the answer, or this is the end',
  nextAll: 'when all of the open steps are done',
  answer: 'Answer',
  slack: 'Card in Slack',
  room: 'Room',
  now: 'Now',
  stages: 'The whole of it',
  start: 'Start',
  record: 'Done so far',
  nothingYet: 'Nothing yet.',
  print: 'Open for printing',
  back: 'Back to the runbook',
  ended: 'Ended',
  san: (name) => name,
  reason: 'Reason',
  optionalReason: 'Reason (optional)',
  correct: 'Correct',
  choose: 'Choose one',
  personHint: 'The name of somebody of this incident, or a Slack member ID (begins with U)',
  timeHint: (zone) => `Date and time in ${zone}`,
  numberHint: 'Such as 120',
  progress: (passed, all) => `${passed} of ${all} steps done`,
  correction: (from, to, by, time, reason) => `${from} → ${to} (corrected by ${by} at ${time}: ${reason})`,
  skipped: (reason) => (reason ? `Skipped: ${reason}` : 'Skipped'),
  byToban: 'Toban',
  yours: 'What you typed:',
  correctInstead:
    'What you typed is kept in the correction below. To correct the answer, add a reason and send it.',
  passedMeanwhile:
    'Somebody else has done this. Sending turns yours into a correction; what you typed is kept.',
  closed: 'The incident is closed, so nothing can be answered. Reopen the incident with a reason to go on.',
  readOnly: 'You can read only. Answering needs the role “responder”.',
  notReached: 'not reached',
  printed: 'Printed',
  errors: {
    wrong: 'Please check what you typed. Nothing was changed.',
    noPerson: (name) =>
      `There is no “${name}” in this incident. Invite them to the room first, or give their Slack member ID.`,
    samePerson: (name) => `There is more than one “${name}”. Give the Slack member ID.`,
  },
  runs: 'Runbooks',
  noRuns: 'None has been started.',
  others: 'Other runbooks',
  startOther: 'Choose and start',
};

export const runPageText = (locale: Locale): RunPageText => (locale === 'ja' ? ja : en);
