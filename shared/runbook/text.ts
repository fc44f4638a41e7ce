import type { Locale } from '../language/index.ts';
import type { Problem, ProblemCode } from './model.ts';

type Sentences = Readonly<Record<ProblemCode, (about: string) => string>>;

const ja: Sentences = {
  'front-matter-missing': () =>
    '先頭に --- で囲んだ設定（id、title、language）がありません。追加してください。',
  'front-matter-broken': (about) => `先頭の設定を読めません（${about}）。字下げと引用符を確かめてください。`,
  'front-matter-wrong': (about) => `先頭の設定の「${about}」がないか、使えない値です。`,
  'too-long': (about) => `長すぎます（${about}文字まで）。いくつかのランブックに分けてください。`,
  'no-steps': () => '手順がありません。リスト（1. または -）で書いてください。',
  'too-many-steps': (about) =>
    `手順が${about}件を超えています。別のランブックに分けて \`run\` で呼んでください。`,
  'section-twice': (about) => `見出しの ID「${about}」が二つあります。どちらかを変えてください。`,
  'name-twice': (about) => `回答の名前「${about}」が二つあります。どちらかを変えてください。`,
  'directive-unknown': (about) =>
    `「${about}」という指示はありません。ask、confirm、say、do、wait、when、go、open、http、run のどれかにしてください。`,
  'directive-wrong': (about) => `指示の書き方が違います。例: \`${about}\``,
  'step-without-words': () => '手順に言葉がありません。何をするかを書いてください。',
  'too-few-options': (about) =>
    `「${about}」の選択肢が足りません。その下に二つ以上、リストで書いてください。`,
  'too-many-options': (about) => `選択肢は${about}個までです。`,
  'option-twice': (about) => `選択肢「${about}」が二つあります。`,
  'options-unwanted': () => '選択肢は ask choice か ask many の手順だけに書けます。',
  'goto-unknown': (about) => `行き先の見出し #${about} がありません。`,
  'goto-in-parallel': (about) =>
    `並行する見出し「${about}」の中からは移動できません。次の見出しに移してください。`,
  'name-unknown': (about) => `「${about}」という名前の質問がありません。`,
  'compare-numbers-only': (about) =>
    `「${about}」の比べ方が合っていません。大小は ask number の答えと数字だけを比べられます。`,
  'option-unknown': (about) => `選択肢に「${about}」がありません。`,
  'into-unknown': (about) =>
    `書き込み先「${about}」はありません。impact.users、timeline、postmortem.… などにしてください。`,
  'into-type': (about) => `書き込み先と答えの種類が合っていません（${about}）。`,
  'role-unknown': (about) => `役割「${about}」は設定にありません。`,
  'rota-unknown': (about) => `当番「${about}」は設定にありません。`,
  'audience-unknown': (about) => `連絡先「${about}」は設定にありません。`,
  'duty-unknown': (about) => `法令上の対応「${about}」は設定にありません。`,
  'service-unknown': (about) => `サービス「${about}」は設定にありません。`,
  'runbook-unknown': (about) => `ランブック「${about}」がありません。`,
  'secret-unknown': (about) => `シークレット「${about}」は設定にありません。`,
  'url-not-allowed': (about) =>
    `${about} は許可された宛先ではありません。設定の runbooks.urls に加えてください。`,
  unreachable: (about) => `手順「${about}」にはどこからも来られません。`,
  'no-exit': (about) => `手順「${about}」から終わりに行く道がありません。`,
  tab: () => '字下げにタブがあります。空白に変えてください。',
};

const en: Sentences = {
  'front-matter-missing': () =>
    'There are no settings (id, title, language) between --- lines at the top. Add them.',
  'front-matter-broken': (about) =>
    `The settings at the top cannot be read (${about}). Check indentation and quotes.`,
  'front-matter-wrong': (about) => `"${about}" in the settings at the top is missing or cannot be used.`,
  'too-long': (about) => `It is too long (at most ${about} characters). Make several runbooks of it.`,
  'no-steps': () => 'There are no steps. Write them as a list (1. or -).',
  'too-many-steps': (about) =>
    `There are more than ${about} steps. Move some to another runbook and call it with \`run\`.`,
  'section-twice': (about) => `Two headings have the id "${about}". Change one.`,
  'name-twice': (about) => `Two answers have the name "${about}". Change one.`,
  'directive-unknown': (about) =>
    `There is no command "${about}". Use ask, confirm, say, do, wait, when, go, open, http or run.`,
  'directive-wrong': (about) => `The command is not written as it should be. Example: \`${about}\``,
  'step-without-words': () => 'The step has no words. Write what has to be done.',
  'too-few-options': (about) => `"${about}" needs at least two options, as a list beneath it.`,
  'too-many-options': (about) => `There may be at most ${about} options.`,
  'option-twice': (about) => `The option "${about}" is there twice.`,
  'options-unwanted': () => 'Only ask choice and ask many take options.',
  'goto-unknown': (about) => `There is no heading #${about} to go to.`,
  'goto-in-parallel': (about) =>
    `Nothing can lead out of the parallel heading "${about}". Move the step to the next one.`,
  'name-unknown': (about) => `No question has the name "${about}".`,
  'compare-numbers-only': (about) =>
    `"${about}" cannot be compared so: more and less are for answers of ask number.`,
  'option-unknown': (about) => `"${about}" is not one of the options.`,
  'into-unknown': (about) =>
    `There is no target "${about}". Use impact.users, timeline, postmortem.… for example.`,
  'into-type': (about) => `The target does not take this kind of answer (${about}).`,
  'role-unknown': (about) => `The configuration has no role "${about}".`,
  'rota-unknown': (about) => `The configuration has no rota "${about}".`,
  'audience-unknown': (about) => `The configuration has no audience "${about}".`,
  'duty-unknown': (about) => `The configuration has no legal duty "${about}".`,
  'service-unknown': (about) => `The configuration has no service "${about}".`,
  'runbook-unknown': (about) => `There is no runbook "${about}".`,
  'secret-unknown': (about) => `The configuration has no secret "${about}".`,
  'url-not-allowed': (about) =>
    `${about} is not an allowed address. Add it to runbooks.urls in the configuration.`,
  unreachable: (about) => `Nothing leads to step "${about}".`,
  'no-exit': (about) => `No way leads from step "${about}" to the end.`,
  tab: () => 'The indentation has a tab. Use spaces.',
};

/** `12:3 見出しの ID…`: where and what to do. */
export const problemText = (problem: Problem, locale: Locale): string =>
  `${problem.line}:${problem.column} ${problemSentence(problem, locale)}`;

/** The same without its place. */
export const problemSentence = ({ code, about }: Problem, locale: Locale): string =>
  (locale === 'ja' ? ja : en)[code](about);
