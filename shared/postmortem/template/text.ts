import type { Locale } from '../../language/index.ts';
import type { ProblemCode, TemplateProblem } from './model.ts';

type Sentences = Readonly<Record<ProblemCode, (about: string) => string>>;

const ja: Sentences = {
  'front-matter-missing': () =>
    '先頭に --- で囲んだ設定がありません。id、title、language を --- と --- の間に書いてください。',
  'front-matter-broken': (about) => `設定をYAMLとして読めません（${about}）。`,
  'field-unknown': (about) => `設定に ${about} という項目はありません。つづりを確かめるか、消してください。`,
  'field-absent': (about) => `設定に ${about} がありません。書き足してください。`,
  'field-wrong': (about) => `設定の ${about} の値が正しくありません。`,
  'options-missing': (about) => `項目 ${about} は choice です。options に選択肢を書いてください。`,
  'options-unwanted': (about) => `項目 ${about} は choice ではないので、options は使えません。`,
  'id-twice': (about) => `id「${about}」が2回使われています。別の id にしてください。`,
  'too-long': (about) => `長すぎます。${about}文字までにしてください。`,
  'no-sections': () =>
    'セクションがありません。「## 概要 {#summary required}」のような見出しを書いてください。',
  'too-many-sections': (about) => `セクションが多すぎます。${about}個までにしてください。`,
  'section-without-id': (about) =>
    `見出し「${about}」に id がありません。「## 見出し {#id}」のように書いてください。`,
  'section-wrong': (about) =>
    `見出し「${about}」の書き方が正しくありません。「## 見出し {#id}」か「## 見出し {#id required}」と書いてください。id は英小文字・数字・ハイフンです。`,
  'section-twice': (about) => `id「${about}」のセクションが2つあります。別の id にしてください。`,
};

const en: Sentences = {
  'front-matter-missing': () =>
    'There are no settings at the top. Write id, title and language between --- and ---.',
  'front-matter-broken': (about) => `The settings are not valid YAML (${about}).`,
  'field-unknown': (about) => `There is no setting "${about}". Check the spelling or remove it.`,
  'field-absent': (about) => `The setting "${about}" is missing. Add it.`,
  'field-wrong': (about) => `The value of the setting "${about}" does not fit.`,
  'options-missing': (about) => `The property "${about}" is a choice. List its options.`,
  'options-unwanted': (about) => `The property "${about}" is no choice and takes no options.`,
  'id-twice': (about) => `The id "${about}" is used twice. Give one of them another id.`,
  'too-long': (about) => `This is too long. Keep it within ${about} characters.`,
  'no-sections': () => 'There are no sections. Write headings such as "## Summary {#summary required}".',
  'too-many-sections': (about) => `There are too many sections. Keep to ${about}.`,
  'section-without-id': (about) => `The heading "${about}" has no id. Write "## Heading {#id}".`,
  'section-wrong': (about) =>
    `The heading "${about}" cannot be read. Write "## Heading {#id}" or "## Heading {#id required}"; an id is lower-case letters, digits and dashes.`,
  'section-twice': (about) => `Two sections have the id "${about}". Give one of them another id.`,
};

/** `12:3 …`: where, what, and what to do. Plain text. */
export const templateProblemText = (problem: TemplateProblem, locale: Locale): string =>
  `${problem.line}:${problem.column} ${templateProblemSentence(problem, locale)}`;

/** The same without the place. */
export const templateProblemSentence = ({ code, about }: TemplateProblem, locale: Locale): string =>
  (locale === 'ja' ? ja : en)[code](about);
