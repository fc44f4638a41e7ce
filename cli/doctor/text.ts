import type { Locale } from '../../shared/language/index.ts';
import type { Check, Said } from './finding.ts';

/** What a secret is for. */
export type SecretUse = 'bot' | 'edge' | 'pages' | 'alerts' | 'webhook';

/** Every sentence of doctor, in both languages: what is so and what it means, then how to mend it. Plain text. */
export interface DoctorText {
  readonly checks: Readonly<Record<Check, string>>;
  noFile(file: string): Said;
  valid(file: string, rotas: number, routes: number): Said;
  invalid(line: string): Said;
  secretThere(name: string): Said;
  secretMissing(name: string, use: SecretUse): Said;
  tokenWorks(name: string, user: string, team: string): Said;
  tokenRefused(name: string, code: string): Said;
  slackUnreachable(code: string): Said;
  scopesGranted(name: string, count: number): Said;
  scopesMissing(name: string, scopes: readonly string[]): Said;
  inChannel(channel: string, uses: readonly string[]): Said;
  notInChannel(channel: string, uses: readonly string[]): Said;
  channelUnknown(channel: string, uses: readonly string[], code: string): Said;
  groupsUnknown(code: string): Said;
  groupMissing(id: string): Said;
  groupMirrors(group: string): Said;
  groupDisabled(group: string): Said;
  groupQuiet(group: string): Said;
  groupPings(group: string, people: readonly string[]): Said;
  sheetRead(rota: string, rows: number, people: readonly string[]): Said;
  moreProblems(count: number): Said;
  sheetUnknown(rota: string, code: string): Said;
  personThere(name: string, id: string, uses: readonly string[]): Said;
  personMissing(id: string, uses: readonly string[]): Said;
  personIsBot(name: string, id: string, uses: readonly string[]): Said;
  personGone(name: string, id: string, uses: readonly string[]): Said;
  personUnknown(id: string, code: string): Said;
  storeNotNamed(): Said;
  storeAnswers(): Said;
  storeFails(code: string): Said;
  /** Doctor itself may not ask it. */
  storeClosed(code: string): Said;
  canaryWell(ago: string): Said;
  canaryNever(): Said;
  canaryFails(trouble: string, reason: string | null, since: string): Said;
  summary(errors: number, warnings: number): string;
  /** The dry call. */
  readonly call: {
    title(time: string): string;
    route(channel: string, name: string): string;
    step(time: string, name: string, id: string, why: string): string;
    readonly by: Readonly<Record<'duty' | 'fallback' | 'named' | 'handed', string>>;
    shift(cell: string, from: string, to: string): string;
    stale(time: string): string;
    readonly nobody: string;
    readonly free: string;
    closed(opens: string | null): string;
    failed(code: string): string;
  };
}

const list = (uses: readonly string[]) => uses.join(', ');

const ja: DoctorText = {
  checks: {
    configuration: '設定',
    secrets: '秘密情報',
    slack: 'Slack',
    scopes: 'Slack の権限',
    channels: 'チャンネル',
    'user-groups': 'ユーザーグループ',
    sheets: '当番表',
    people: '呼ぶ人',
    store: 'データベース',
    canary: 'カナリア',
  },
  noFile: (file) => [
    `${file} がないため、設定を確かめられません。`,
    'TOBAN_CONFIG に toban.yaml の場所を指定してください。',
  ],
  valid: (file, rotas, routes) => [
    `${file} は正しく読めます（当番表 ${rotas} 件、呼び出し設定 ${routes} 件）。`,
  ],
  invalid: (line) => [
    `${line}（この設定では起動しません。動いている版は前の設定のままです）`,
    'この行を直し、もう一度 doctor を実行してください。',
  ],
  secretThere: (name) => [`${name} があります。`],
  secretMissing: (name, use) => [
    `${name} がこの環境にありません。${
      {
        bot: 'Slack を確かめられません。',
        edge: 'Slack からの通知を受け取るサービス（ingress）に必要です。',
        pages: '画面へのサインインに必要です。',
        alerts: 'ほかのシステムからのアラートの受信に必要です。',
        webhook: '呼び出しを外部サービスへ知らせるのに必要です。ないと Slack だけで呼びます。',
      }[use]
    }`,
    use === 'bot'
      ? 'Slack アプリの「OAuth & Permissions」にある Bot User OAuth Token を設定してください。'
      : '本番では Secret Manager に登録されていれば問題ありません（docs/operations.md）。',
  ],
  tokenWorks: (name, user, team) => [`${name} は有効です（${user}、ワークスペース ${team}）。`],
  tokenRefused: (name, code) => [
    `${name} を Slack が受け付けません（${code}）。この間、誰も呼べません。`,
    'Slack アプリを再インストールし、新しいトークンを設定してください。',
  ],
  slackUnreachable: (code) => [
    `Slack につながらず、確かめられませんでした（${code}）。`,
    'ネットワークと SLACK_API_URL を確かめ、もう一度実行してください。',
  ],
  scopesGranted: (name, count) => [`${name} に必要な権限 ${count} 件がすべてあります。`],
  scopesMissing: (name, scopes) => [
    `${name} に権限が足りません: ${list(scopes)}。これを使う機能は動きません。`,
    '`npm run -s manifest` の内容をアプリに反映し、再インストールしてください。',
  ],
  inChannel: (channel, uses) => [`${channel} に参加しています（${list(uses)}）。`],
  notInChannel: (channel, uses) => [
    `${channel} に Toban がいません（${list(uses)}）。ここでの呼び出しは届きません。`,
    'このチャンネルで /invite @Toban を実行してください。',
  ],
  channelUnknown: (channel, uses, code) => [
    `${channel} を開けません（${list(uses)}、${code}）。ここでの呼び出しは届きません。`,
    'ID を確かめてください。非公開チャンネルなら、そこで /invite @Toban を実行してください。',
  ],
  groupsUnknown: (code) => [
    `ユーザーグループを確かめられませんでした（${code}）。`,
    '権限 usergroups:read があるか確かめてください。',
  ],
  groupMissing: (id) => [
    `ユーザーグループ ${id} がありません。このグループ宛てのメンションでは呼べません。`,
    'toban.yaml の ID を直してください。',
  ],
  groupMirrors: (group) => [`${group} は当番に合わせて Toban が更新します。`],
  groupDisabled: (group) => [
    `${group} は無効になっていて、メンションできません。`,
    'Slack でグループを有効に戻すか、toban.yaml から外してください。',
  ],
  groupQuiet: (group) => [`${group} へのメンションで Slack が直接通知する人はいません。`],
  groupPings: (group, people) => [
    `${group} へのメンションで、当番でない人にも Slack が直接通知します: ${people.join('、')}。`,
    'グループから外し、誰も使っていないアカウントだけにするか、rotas の userGroup に設定して Toban に任せてください。',
  ],
  sheetRead: (rota, rows, people) => [`${rota}: ${rows} 行を読み、${people.length} 人が見つかりました。`],
  moreProblems: (count) => [
    `ほかに ${count} 件の問題があります。`,
    'Slack の `/oncall check` で一覧を確かめてください。',
  ],
  sheetUnknown: (rota, code) => [
    `${rota} の当番表を確かめられませんでした（${code}）。`,
    'もう一度実行してください。続く場合は、ネットワークを確かめてください。',
  ],
  personThere: (name, id, uses) => [`${name}さん（${id}）を呼べます（${list(uses)}）。`],
  personMissing: (id, uses) => [
    `${id} が Slack にいません（${list(uses)}）。この段では誰も呼べません。`,
    'toban.yaml のメンバー ID を直してください。',
  ],
  personIsBot: (name, id, uses) => [
    `${name}（${id}）はアプリです（${list(uses)}）。この段では誰も呼べません。`,
    '人のメンバー ID に変えてください。',
  ],
  personGone: (name, id, uses) => [
    `${name}さん（${id}）の Slack アカウントは停止しています（${list(uses)}）。この段では誰も呼べません。`,
    '呼べる方に変えてください。',
  ],
  personUnknown: (id, code) => [`${id} を確かめられませんでした（${code}）。`, 'もう一度実行してください。'],
  storeNotNamed: () => [
    'データベースが指定されていないため、確かめられません。',
    '本番は GOOGLE_CLOUD_PROJECT、手元は TOBAN_DATA（npm start のフォルダー）を指定してください。',
  ],
  storeAnswers: () => ['応答しています。'],
  storeFails: (code) => [
    `応答がありません（${code}）。この間、新しい呼び出しは Slack と Pub/Sub が再送します。`,
    'プロジェクト ID とデータベース名（FIRESTORE_DATABASE）、ネットワークを確かめてください。',
  ],
  storeClosed: (code) => [
    `doctor を実行したアカウントでは読めません（${code}）。動いているサービスには影響しません。`,
    '`gcloud auth application-default login` をし直してください（docs/doctor.md）。',
  ],
  canaryWell: (ago) => [`${ago}前に、呼び出しの経路を一周しました。`],
  canaryNever: () => [
    'まだ一度も一周していません。経路が生きているかは分かりません。',
    '設定した間隔を過ぎても変わらなければ、Cloud Scheduler の実行を確かめてください。',
  ],
  canaryFails: (trouble, reason, since) => [
    `${since}前から経路が途切れています（${trouble}${reason ? `、${reason}` : ''}）。呼び出しも届かないおそれがあります。`,
    'docs/operations.md の手順で、止まった場所を調べてください。',
  ],
  summary: (errors, warnings) =>
    errors + warnings === 0 ? '問題はありません。' : `直すべき問題 ${errors} 件、注意 ${warnings} 件。`,
  call: {
    title: (time) => `${time} に呼ぶと、この順でつながります（誰も呼んでいません）。`,
    route: (channel, name) => `${channel} ${name}`,
    step: (time, name, id, why) => `${time}  ${name}さん（${id}）… ${why}`,
    by: {
      duty: '当番',
      fallback: '当番表では決まらないときの、代わりの連絡先',
      named: '呼び出し順で指名',
      handed: '引き継ぎ',
    },
    shift: (cell, from, to) => `${cell} · ${from}–${to}`,
    stale: (time) => `${time} の控えを使用`,
    nobody: '呼べる人がいません。fallback を確かめてください。',
    free: '当番を置かない時間のため、誰も呼びません。',
    closed: (opens) => `受付時間外のため、誰も呼びません。${opens ? `次の受付は ${opens} からです。` : ''}`,
    failed: (code) => `確かめられませんでした（${code}）。もう一度実行してください。`,
  },
};

const en: DoctorText = {
  checks: {
    configuration: 'Configuration',
    secrets: 'Secrets',
    slack: 'Slack',
    scopes: "Slack's permissions",
    channels: 'Channels',
    'user-groups': 'User groups',
    sheets: 'Rotas',
    people: 'People',
    store: 'Store',
    canary: 'Canary',
  },
  noFile: (file) => [
    `There is no ${file}, so the configuration cannot be checked.`,
    'Say in TOBAN_CONFIG where toban.yaml is.',
  ],
  valid: (file, rotas, routes) => [`${file} is valid (rotas: ${rotas}, routes: ${routes}).`],
  invalid: (line) => [
    `${line} (nothing starts with this file; what runs keeps the one before)`,
    'Correct this line and run doctor again.',
  ],
  secretThere: (name) => [`${name} is set.`],
  secretMissing: (name, use) => [
    `${name} is not set in this environment. ${
      {
        bot: 'Slack cannot be checked.',
        edge: 'The service that hears Slack (ingress) needs it.',
        pages: 'Signing in to the pages needs it.',
        alerts: 'Receiving alerts of other systems needs it.',
        webhook: 'Telling another service of calls needs it; without it people are called in Slack alone.',
      }[use]
    }`,
    use === 'bot'
      ? 'Set the Bot User OAuth Token from "OAuth & Permissions" of your Slack app.'
      : 'In production it is enough that Secret Manager has it (docs/operations.md).',
  ],
  tokenWorks: (name, user, team) => [`${name} works (${user}, workspace ${team}).`],
  tokenRefused: (name, code) => [
    `Slack does not accept ${name} (${code}). Nobody can be called until it does.`,
    'Install the Slack app again and set the new token.',
  ],
  slackUnreachable: (code) => [
    `Slack could not be reached (${code}), so nothing of it was checked.`,
    'Check the network and SLACK_API_URL, and run doctor again.',
  ],
  scopesGranted: (name, count) => [`${name} was granted all ${count} scopes that are needed.`],
  scopesMissing: (name, scopes) => [
    `${name} lacks scopes: ${list(scopes)}. What needs them does not work.`,
    'Put what `npm run -s manifest` prints into the app, and install it again.',
  ],
  inChannel: (channel, uses) => [`Toban is in ${channel} (${list(uses)}).`],
  notInChannel: (channel, uses) => [
    `Toban is not in ${channel} (${list(uses)}). Calls from there are not heard.`,
    'Run /invite @Toban in that channel.',
  ],
  channelUnknown: (channel, uses, code) => [
    `${channel} cannot be opened (${list(uses)}, ${code}). Calls from there are not heard.`,
    'Check the ID. If it is a private channel, run /invite @Toban there.',
  ],
  groupsUnknown: (code) => [
    `The user groups could not be checked (${code}).`,
    'Check that the scope usergroups:read was granted.',
  ],
  groupMissing: (id) => [
    `There is no user group ${id}. Mentioning it calls nobody.`,
    'Correct the ID in toban.yaml.',
  ],
  groupMirrors: (group) => [`${group} is kept by Toban to whoever is on duty.`],
  groupDisabled: (group) => [
    `${group} is disabled and cannot be mentioned.`,
    'Enable it in Slack, or take it out of toban.yaml.',
  ],
  groupQuiet: (group) => [`Mentioning ${group} makes Slack itself notify nobody.`],
  groupPings: (group, people) => [
    `Mentioning ${group} makes Slack itself notify people whether or not they are on duty: ${list(people)}.`,
    'Leave only an account in it that nobody uses, or set it as userGroup of the rota and let Toban keep it.',
  ],
  sheetRead: (rota, rows, people) => [`${rota}: ${rows} rows read, ${people.length} people found.`],
  moreProblems: (count) => [
    `There are ${count} more problems.`,
    'See them all with `/oncall check` in Slack.',
  ],
  sheetUnknown: (rota, code) => [
    `The sheet of ${rota} could not be checked (${code}).`,
    'Run doctor again; if it stays so, check the network.',
  ],
  personThere: (name, id, uses) => [`${name} (${id}) can be called (${list(uses)}).`],
  personMissing: (id, uses) => [
    `${id} is not in Slack (${list(uses)}). That step calls nobody.`,
    'Correct the member ID in toban.yaml.',
  ],
  personIsBot: (name, id, uses) => [
    `${name} (${id}) is an app (${list(uses)}). That step calls nobody.`,
    'Name a person there.',
  ],
  personGone: (name, id, uses) => [
    `The Slack account of ${name} (${id}) is deactivated (${list(uses)}). That step calls nobody.`,
    'Name somebody who can be called.',
  ],
  personUnknown: (id, code) => [`${id} could not be checked (${code}).`, 'Run doctor again.'],
  storeNotNamed: () => [
    'No store is named, so it cannot be checked.',
    'Set GOOGLE_CLOUD_PROJECT for production, or TOBAN_DATA to the folder of `npm start`.',
  ],
  storeAnswers: () => ['It answers.'],
  storeFails: (code) => [
    `It does not answer (${code}). Until it does, Slack and Pub/Sub send new calls again.`,
    'Check the project, the name of the database (FIRESTORE_DATABASE) and the network.',
  ],
  storeClosed: (code) => [
    `Whoever runs doctor may not read it (${code}). The services that run are not touched by that.`,
    'Run `gcloud auth application-default login` again, as docs/doctor.md says.',
  ],
  canaryWell: (ago) => [`It went the whole way of a call ${ago} ago.`],
  canaryNever: () => [
    'It has not gone the whole way yet, so nobody knows whether calls arrive.',
    'If that stays so for longer than its interval, check the runs of Cloud Scheduler.',
  ],
  canaryFails: (trouble, reason, since) => [
    `It has failed for ${since} (${trouble}${reason ? `, ${reason}` : ''}). Calls may not arrive either.`,
    'Find out where it stops as docs/operations.md says.',
  ],
  summary: (errors, warnings) =>
    errors + warnings === 0 ? 'All is well.' : `${errors} to mend, ${warnings} to look at.`,
  call: {
    title: (time) => `A call at ${time} would reach, in this order (nobody was called):`,
    route: (channel, name) => `${channel} ${name}`,
    step: (time, name, id, why) => `${time}  ${name} (${id}) … ${why}`,
    by: {
      duty: 'on duty',
      fallback: 'the fallback, for when the sheet does not say',
      named: 'named in the ladder',
      handed: 'handed on',
    },
    shift: (cell, from, to) => `${cell} · ${from}–${to}`,
    stale: (time) => `copy of ${time}`,
    nobody: 'There is nobody to call. Check fallback.',
    free: 'Nobody is on duty then, on purpose, and nobody is called.',
    closed: (opens) => `Outside the hours: nobody is called.${opens ? ` They begin again ${opens}.` : ''}`,
    failed: (code) => `It could not be found out (${code}). Run it again.`,
  },
};

export const doctorText = (locale: Locale): DoctorText => (locale === 'ja' ? ja : en);
