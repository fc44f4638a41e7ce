import type { Locale } from '../../language/index.ts';
import type { Postmortem } from '../model.ts';
import type { DocFailure } from './model.ts';

/** What is said of the export to Google Docs. Plain text. */
export interface DocText {
  /** The button: for the first time, or once more. */
  readonly ask: Readonly<Record<'first' | 'again', string>>;
  readonly open: string;
  readonly writing: string;
  written(time: string): string;
  /** Beside the button, once there is a document. */
  readonly replaces: string;
  /** What happened, and what to do. `account`: whom to share with. */
  failed(reason: DocFailure, account: string): string;
  /** Where the address of Toban's account is not known. */
  readonly account: string;
}

const ja: DocText = {
  ask: { first: 'Google ドキュメントに書き出す', again: 'Google ドキュメントを更新する' },
  open: 'Google ドキュメントを開く',
  writing: 'Google ドキュメントに書き出しています。',
  written: (time) => `${time} に書き出しました。`,
  replaces: '更新すると、文書に書き足した内容は置き換わります（文書の変更履歴には残ります）。',
  failed: (reason, account) => `Google ドキュメントに書き出せませんでした。${JA_REASONS[reason](account)}`,
  account: 'Toban のサービスアカウント（Terraform の出力 share_docs_folder_with）',
};

const JA_REASONS: Readonly<Record<DocFailure, (account: string) => string>> = {
  'folder-missing': (account) =>
    `フォルダーが見つかりません。toban.yaml の postmortem.docs.folder を確かめ、共有ドライブのフォルダーを ${account} に「コンテンツ管理者」で共有してください。`,
  'folder-read-only': (account) =>
    `フォルダーに書き込めません。${account} の権限を「コンテンツ管理者」にしてください。`,
  'no-storage': (account) =>
    `サービスアカウントには自分の保存容量がありません。マイドライブではなく共有ドライブのフォルダーを使い、${account} を「コンテンツ管理者」にしてください。`,
  'drive-full': () =>
    '共有ドライブがいっぱいです。不要なファイルを消すか、別のフォルダーを設定してください。',
  'api-disabled': () =>
    'Google Cloud のプロジェクトで Drive API が有効になっていません。terraform apply で有効にしてください。',
  forbidden: (account) =>
    `Google Workspace の設定で断られました。組織外の ${account} との共有が許されているか、管理者に確かめてください。`,
  credentials: () => 'Google の認証情報が受け付けられませんでした。管理者に知らせてください。',
  'too-large': () => '文書が大きすぎます（5 MBまで）。Markdown で書き出してください。',
  unreadable: () => 'Google がこの文書を受け付けませんでした。Markdown で書き出してください。',
  quota: () => 'Drive API の利用枠の上限に達しました。数分待って、もう一度押してください。',
  down: () => 'Google から返事がありませんでした。数分待って、もう一度押してください。',
  barred: () => '非公開になったか、書き出しの設定が外されました。',
  broken: () => 'Toban の中で失敗しました。管理者に知らせてください。',
};

const en: DocText = {
  ask: { first: 'Export to Google Docs', again: 'Update the Google Doc' },
  open: 'Open the Google Doc',
  writing: 'Writing the Google Doc.',
  written: (time) => `Written ${time}.`,
  replaces: 'Updating replaces what was added in the document (its version history keeps it).',
  failed: (reason, account) => `The Google Doc could not be written. ${EN_REASONS[reason](account)}`,
  account: "Toban's service account (the Terraform output share_docs_folder_with)",
};

const EN_REASONS: Readonly<Record<DocFailure, (account: string) => string>> = {
  'folder-missing': (account) =>
    `The folder was not found. Check postmortem.docs.folder in toban.yaml, and share a folder of a shared drive with ${account} as content manager.`,
  'folder-read-only': (account) => `The folder may only be read. Make ${account} a content manager of it.`,
  'no-storage': (account) =>
    `A service account has no storage of its own. Use a folder of a shared drive instead of My Drive, and make ${account} a content manager of it.`,
  'drive-full': () => 'The shared drive is full. Remove files, or set another folder.',
  'api-disabled': () =>
    'The Drive API is not enabled in the Google Cloud project. terraform apply enables it.',
  forbidden: (account) =>
    `Google Workspace does not allow it. Ask an admin whether sharing with ${account}, which is outside the organisation, is allowed.`,
  credentials: () => 'Google did not accept the credentials. Tell an admin.',
  'too-large': () => 'The document is too large (5 MB at most). Export it as Markdown.',
  unreadable: () => 'Google did not take this document. Export it as Markdown.',
  quota: () => 'The quota of the Drive API is used up. Wait some minutes and press again.',
  down: () => 'Google did not answer. Wait some minutes and press again.',
  barred: () => 'It has become private, or the export was switched off.',
  broken: () => 'Something failed inside Toban. Tell an admin.',
};

export const docText = (locale: Locale): DocText => (locale === 'ja' ? ja : en);

/** The reason alone, with what to do; `account`: whom to share with, null where that is not known. */
export const docReason = (reason: DocFailure, account: string | null, locale: Locale): string =>
  (locale === 'ja' ? JA_REASONS : EN_REASONS)[reason](account ?? docText(locale).account);

/** Why it could not be written, and what to do; null where nothing is wrong. */
export function docTrouble({ doc }: Pick<Postmortem, 'doc'>, locale: Locale): string | null {
  if (doc?.standing !== 'failed') return null;
  const text = docText(locale);
  return text.failed(doc.reason ?? 'broken', doc.account ?? text.account);
}
