import type { Locale } from '../../shared/language/index.ts';

/** What a comparison of two texts says. */
export interface DiffText {
  readonly none: string;
  readonly before: string;
  readonly after: string;
  readonly line: string;
  readonly removed: string;
  readonly added: string;
  same(count: number): string;
  counts(added: number, removed: number): string;
}

const TEXT: Readonly<Record<Locale, DiffText>> = {
  ja: {
    none: '違いはありません。',
    before: '前の行',
    after: '後の行',
    line: '内容',
    removed: '削除',
    added: '追加',
    same: (count) => `${count}行は同じ`,
    counts: (added, removed) => `追加 ${added}行 · 削除 ${removed}行`,
  },
  en: {
    none: 'There is no difference.',
    before: 'Line before',
    after: 'Line after',
    line: 'Text',
    removed: 'removed',
    added: 'added',
    same: (count) => (count === 1 ? '1 line is the same' : `${count} lines are the same`),
    counts: (added, removed) => `${added} added · ${removed} removed`,
  },
};

export const diffText = (locale: Locale): DiffText => TEXT[locale];
