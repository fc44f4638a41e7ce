import type { Locale } from '../language/index.ts';
import type { Refused } from './model.ts';

export interface SavedFilterText {
  readonly title: string;
  readonly save: string;
  readonly name: string;
  readonly button: string;
  remove(name: string): string;
  readonly refused: Readonly<Record<Refused, string>>;
}

const ja: SavedFilterText = {
  title: '保存した条件',
  save: 'この条件を保存',
  name: '名前',
  button: '保存する',
  remove: (name) => `「${name}」を削除`,
  refused: {
    name: '名前を 1〜40 文字で入力してください。',
    nothing: '条件がありません。絞り込んでから保存してください。',
    'too-many': '保存できるのは 20 件までです。使わないものを削除してください。',
  },
};

const en: SavedFilterText = {
  title: 'Saved filters',
  save: 'Save this filter',
  name: 'Name',
  button: 'Save',
  remove: (name) => `Remove “${name}”`,
  refused: {
    name: 'Enter a name of 1 to 40 characters.',
    nothing: 'Nothing is filtered. Narrow the list, then save it.',
    'too-many': '20 can be saved. Remove one you do not use.',
  },
};

export const savedFilterText = (locale: Locale): SavedFilterText => (locale === 'ja' ? ja : en);
