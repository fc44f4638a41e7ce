import type { Locale } from '../../shared/language/index.ts';

/** Every sentence of a command that checks, pushes and pulls documents. Version: eight letters of it. */
export interface DocumentsText {
  readonly noFiles: string;
  checked(files: number, errors: number, warnings: number): string;
  readonly notPushed: string;
  readonly pushed: {
    new: (version: string) => string;
    changed: (version: string, before: string, by: string, time: string) => string;
    same: (version: string) => string;
    older: (before: string, by: string, time: string) => string;
  };
  pushSummary(changed: number, same: number, refused: number, dry: boolean): string;
  readonly pulled: Readonly<Record<'new' | 'changed' | 'same', (version: string) => string>> & {
    readonly edited: string;
  };
  pullSummary(changed: number, same: number, refused: number, dry: boolean): string;
  readonly retired: Readonly<Record<'retired' | 'restored' | 'same', string>>;
  readonly stillRetired: string;
  noSuch(name: string): string;
}

const ja: DocumentsText = {
  noFiles: '.md のファイルがありません。',
  checked: (files, errors, warnings) => `ファイル ${files} 件、エラー ${errors} 件、注意 ${warnings} 件`,
  notPushed: 'エラーがあるため、何も送っていません。直してからもう一度送ってください。',
  pushed: {
    new: (version) => `新規 ${version}`,
    changed: (version, before, by, time) => `更新 ${before} → ${version}（前の版: ${by}、${time}）`,
    same: (version) => `変更なし ${version}`,
    older: (before, by, time) =>
      `送りませんでした。${by} が ${time} に新しい版 ${before} を保存しています。pull で取り込むか、--force で戻してください。`,
  },
  pushSummary: (changed, same, refused, dry) =>
    `${dry ? '送る予定' : '送信'} ${changed} 件、変更なし ${same} 件、見送り ${refused} 件`,
  pulled: {
    new: (version) => `新規 ${version}`,
    changed: (version) => `更新 ${version}`,
    same: (version) => `変更なし ${version}`,
    edited: '上書きしませんでした。まだ送っていない変更があります。push で送るか、--force で捨ててください。',
  },
  pullSummary: (changed, same, refused, dry) =>
    `${dry ? '書く予定' : '書き込み'} ${changed} 件、変更なし ${same} 件、見送り ${refused} 件`,
  retired: {
    retired: '使用を終えました。新しくは始められません。進行中のものは最後まで進みます。',
    restored: 'また使えるようにしました。',
    same: 'すでにその状態です。',
  },
  stillRetired: '使用終了のままです。restore で戻せます',
  noSuch: (name) =>
    `「${name}」はありません。id を確かめてください。pull で、あるものがすべて書き出されます。`,
};

const en: DocumentsText = {
  noFiles: 'There is no .md file.',
  checked: (files, errors, warnings) => `${files} files, ${errors} errors, ${warnings} warnings`,
  notPushed: 'Nothing was pushed, because there are errors. Mend them and push again.',
  pushed: {
    new: (version) => `new ${version}`,
    changed: (version, before, by, time) => `changed ${before} → ${version} (before: ${by}, ${time})`,
    same: (version) => `unchanged ${version}`,
    older: (before, by, time) =>
      `not pushed: ${by} saved the newer version ${before} at ${time}. Pull it, or go back with --force.`,
  },
  pushSummary: (changed, same, refused, dry) =>
    `${changed} ${dry ? 'would be pushed' : 'pushed'}, ${same} unchanged, ${refused} refused`,
  pulled: {
    new: (version) => `new ${version}`,
    changed: (version) => `changed ${version}`,
    same: (version) => `unchanged ${version}`,
    edited: 'not overwritten: it has changes that were never pushed. Push them, or drop them with --force.',
  },
  pullSummary: (changed, same, refused, dry) =>
    `${changed} ${dry ? 'would be written' : 'written'}, ${same} unchanged, ${refused} refused`,
  retired: {
    retired: 'retired: it cannot be started any more, and what is under way goes on to its end.',
    restored: 'brought back.',
    same: 'was so already.',
  },
  stillRetired: 'still retired, restore brings it back',
  noSuch: (name) => `There is no “${name}”. Check the id; pull writes all there are.`,
};

export const documentsText = (locale: Locale): DocumentsText => (locale === 'ja' ? ja : en);
