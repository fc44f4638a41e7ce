import type { Locale } from '../language/index.ts';
import type { Said } from './finding.ts';

/** What is said of Google's services: Pub/Sub and Vertex AI. Plain text. */
export interface GoogleText {
  busWell(lane: string): Said;
  topicMissing(topic: string): Said;
  mayNotPublish(topic: string): Said;
  subscriptionMissing(name: string, topic: string): Said;
  notPushed(name: string): Said;
  noDeadLetters(name: string, dead: string): Said;
  busOff(): Said;
  /** Doctor itself may not look. */
  busClosed(): Said;
  aiAnswers(model: string, location: string): Said;
  aiRefused(): Said;
  aiMissing(model: string, location: string): Said;
  aiSilent(model: string, code: string): Said;
  /** On the pages: the work lane looks each hour. */
  notLookedYet(): Said;
}

const APPLY_JA = '`terraform -chdir=terraform apply` を実行してください。足りないものだけが作られます。';
const APPLY_EN =
  'Run `terraform -chdir=terraform apply`: it makes what is missing and leaves the rest alone.';

const ja: GoogleText = {
  busWell: (lane) => [`${lane}: トピック、プッシュ、届かなかったものの保管先がそろっています。`],
  topicMissing: (topic) => [
    `トピック ${topic} がありません。${topic.endsWith('-dead') ? '届かなかったメッセージが失われます。' : 'Slack からの知らせを受け付けられません。'}`,
    APPLY_JA,
  ],
  mayNotPublish: (topic) => [`確かめているアカウントが、トピック ${topic} に送信できません。`, APPLY_JA],
  subscriptionMissing: (name, topic) => [
    `トピック ${topic} のサブスクリプション ${name} がないか、別のトピックにつながっています。${topic.endsWith('-dead') ? '届かなかったメッセージが失われます。' : 'メッセージがどこにも届きません。'}`,
    APPLY_JA,
  ],
  notPushed: (name) => [
    `サブスクリプション ${name} に送り先がありません。メッセージがたまるだけで、処理されません。`,
    APPLY_JA,
  ],
  noDeadLetters: (name, dead) => [
    `サブスクリプション ${name} の届かなかったメッセージが、${dead} に送られません。処理できないものは 7 日間繰り返され、知らされないまま失われます。`,
    APPLY_JA,
  ],
  busOff: () => ['Pub/Sub の API が有効になっていません。Slack からの知らせを受け付けられません。', APPLY_JA],
  busClosed: () => [
    '確かめているアカウントに、Pub/Sub の設定を見る権限がありません。動作には影響しません。',
    '権限は Terraform が付けます（terraform/doctor.tf）。`terraform -chdir=terraform apply` を実行し、docs/doctor.md のアカウントで試してください。',
  ],
  aiAnswers: (model, location) => [`${model}（${location}）が応答しています。`],
  aiRefused: () => [
    'Vertex AI を使う権限がありません。ポストモーテムの下書きに、AI の文章が入りません。',
    'terraform.tfvars に `ai = true` と書き、`terraform -chdir=terraform apply` を実行してください。',
  ],
  aiMissing: (model, location) => [
    `${location} に ${model} というモデルがありません。ポストモーテムの下書きに、AI の文章が入りません。`,
    'toban.yaml の ai.model か ai.location を直してください。どの地域でどのモデルを使えるかは、Vertex AI の「モデルのロケーション」にあります。',
  ],
  aiSilent: (model, code) => [
    `${model} が応答しません（${code}）。この間の下書きは、記録からの骨組みだけになります。`,
    '数分後にもう一度確かめてください。続く場合は、Vertex AI の割り当てと稼働状況を確かめてください。',
  ],
  notLookedYet: () => [
    'まだ確かめていません。1 時間ごとに確かめます。',
    'しばらく待っても変わらなければ、先に「処理の遅れ」を直してください。コマンド `npm run -s toban -- doctor` なら、すぐに確かめられます。',
  ],
};

const en: GoogleText = {
  busWell: (lane) => [`${lane}: topic, push and dead letters are there.`],
  topicMissing: (topic) => [
    `There is no topic ${topic}. ${topic.endsWith('-dead') ? 'Messages that cannot be delivered are lost.' : 'What Slack sends cannot be accepted.'}`,
    APPLY_EN,
  ],
  mayNotPublish: (topic) => [`Whoever looks may not publish to the topic ${topic}.`, APPLY_EN],
  subscriptionMissing: (name, topic) => [
    `The subscription ${name} of the topic ${topic} is not there, or belongs to another topic. ${topic.endsWith('-dead') ? 'Messages that cannot be delivered are lost.' : 'Messages reach nobody.'}`,
    APPLY_EN,
  ],
  notPushed: (name) => [
    `The subscription ${name} pushes to nowhere: messages wait there and nothing is done about them.`,
    APPLY_EN,
  ],
  noDeadLetters: (name, dead) => [
    `What the subscription ${name} cannot deliver does not go to ${dead}: it is tried again for seven days and then lost, and nobody hears of it.`,
    APPLY_EN,
  ],
  busOff: () => ['The API of Pub/Sub is not enabled. What Slack sends cannot be accepted.', APPLY_EN],
  busClosed: () => [
    'Whoever looks may not see how Pub/Sub is set up. The services that run are not touched by that.',
    'Terraform grants it (terraform/doctor.tf): run `terraform -chdir=terraform apply`, and doctor as the account that docs/doctor.md names.',
  ],
  aiAnswers: (model, location) => [`${model} answers (${location}).`],
  aiRefused: () => [
    'Vertex AI may not be used. Drafts of postmortems have no prose.',
    'Set `ai = true` in terraform.tfvars and run `terraform -chdir=terraform apply`.',
  ],
  aiMissing: (model, location) => [
    `There is no model ${model} at ${location}. Drafts of postmortems have no prose.`,
    'Correct ai.model or ai.location in toban.yaml; the page "Locations" of Vertex AI says which model is where.',
  ],
  aiSilent: (model, code) => [
    `${model} does not answer (${code}). Drafts made meanwhile are the skeleton from the record alone.`,
    'Look again in some minutes; if it stays so, check the quota and the state of Vertex AI.',
  ],
  notLookedYet: () => [
    'Not looked at yet: that is done each hour.',
    'If that stays so, mend "Work in time" first. The command `npm run -s toban -- doctor` looks at once.',
  ],
};

export const googleText: Readonly<Record<Locale, GoogleText>> = { ja, en };
