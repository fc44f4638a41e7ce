import type { Locale } from '../shared/language/index.ts';

/** What is said of any command that was not understood, or could not do its work. */
export interface CliText {
  noCommand(name: string, near: string | null): string;
  noOption(option: string, near: string | null): string;
  valueMissing(option: string): string;
  noValue(option: string): string;
  tooMany(word: string): string;
  /** Where more can be read. */
  help(command: string): string;
  /** Why a file or folder could not be read or written, by the system's code. */
  file(path: string, code: string): string;
}

const ja: CliText = {
  noCommand: (name, near) =>
    `「${name}」というコマンドはありません。${near ? `「${near}」でしょうか。` : ''}`,
  noOption: (option, near) => `${option} という指定はありません。${near ? `${near} でしょうか。` : ''}`,
  valueMissing: (option) =>
    `${option} に値がありません。「-」で始まる値は ${option}=-x のように書いてください。`,
  noValue: (option) => `${option} に値は付けられません。`,
  tooMany: (word) => `「${word}」は余分です。空白を含む言葉は引用符で囲んでください。`,
  help: (command) => `詳しくは: npm run -s toban -- ${command} --help`,
  file: (path, code) => `${path}: ${FILE_JA[code] ?? code}`,
};
const FILE_JA: Readonly<Record<string, string>> = {
  ENOENT: 'ファイルかフォルダーがありません。場所を確かめてください。',
  ENOTDIR: '途中にフォルダーでないものがあります。場所を確かめてください。',
  EISDIR: 'フォルダーです。ファイルの名前を書いてください。',
  EACCES: '許可がありません。別の場所を選ぶか、許可を変えてください。',
  EPERM: '許可がありません。別の場所を選ぶか、許可を変えてください。',
  EROFS: '書き込めないディスクです。別の場所を選んでください。',
  ENOSPC: 'ディスクに空きがありません。空きを作ってから、もう一度実行してください。',
};

const en: CliText = {
  noCommand: (name, near) => `There is no command "${name}".${near ? ` Is it "${near}"?` : ''}`,
  noOption: (option, near) => `There is no option ${option}.${near ? ` Is it ${near}?` : ''}`,
  valueMissing: (option) => `${option} needs a value. One that begins with "-" is written ${option}=-x.`,
  noValue: (option) => `${option} takes no value.`,
  tooMany: (word) => `"${word}" is one word too many. Put words with spaces between quotes.`,
  help: (command) => `npm run -s toban -- ${command} --help says more.`,
  file: (path, code) => `${path}: ${FILE_EN[code] ?? code}`,
};
const FILE_EN: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder. Check the place.',
  ENOTDIR: 'something on the way there is no folder. Check the place.',
  EISDIR: 'it is a folder. Name a file.',
  EACCES: 'not permitted. Choose another place, or change who may.',
  EPERM: 'not permitted. Choose another place, or change who may.',
  EROFS: 'that disk cannot be written to. Choose another place.',
  ENOSPC: 'the disk is full. Make room and run it again.',
};

export const cliText = (locale: Locale): CliText => (locale === 'ja' ? ja : en);
