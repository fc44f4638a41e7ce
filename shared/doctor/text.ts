import type { Locale } from '../language/index.ts';
import type { Check, Said } from './finding.ts';
import { type GoogleText, googleText } from './google-text.ts';

/** What a secret is for. */
export type SecretUse = 'bot' | 'edge' | 'pages' | 'alerts' | 'webhook' | 'runbook';

/** Every sentence of doctor, in both languages: what is so and what it means, then how to mend it. Plain text. */
export interface DoctorText {
  readonly checks: Readonly<Record<Check, string>>;
  readonly google: GoogleText;
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
  /** `heard`: calls come from there; elsewhere Toban only writes. */
  notInChannel(channel: string, uses: readonly string[], heard: boolean): Said;
  channelUnknown(channel: string, uses: readonly string[], heard: boolean, code: string): Said;
  groupsUnknown(code: string): Said;
  groupMissing(id: string): Said;
  groupMirrors(group: string): Said;
  groupThere(group: string): Said;
  groupDisabled(group: string, mirrored: boolean): Said;
  groupQuiet(group: string): Said;
  groupPings(group: string, people: readonly string[]): Said;
  sheetRead(rota: string, rows: number, people: number): Said;
  sheetNeverRead(rota: string): Said;
  moreProblems(count: number): Said;
  personThere(name: string, id: string, uses: readonly string[]): Said;
  personMissing(id: string, uses: readonly string[]): Said;
  personIsBot(name: string, id: string, uses: readonly string[]): Said;
  personGone(name: string, id: string, uses: readonly string[]): Said;
  personUnknown(id: string, code: string): Said;
  clockRight(): Said;
  /** `ahead`: this machine's clock is ahead of Slack's. */
  clockWrong(by: string, ahead: boolean, refused: boolean): Said;
  adminNone(): Said;
  adminWorks(name: string): Said;
  /** `what`: what became of it and what to do, in the words of the administrator's page. */
  adminLost(name: string, reason: string | null, what: string): Said;
  readonly adminSettings: string;
  templateThere(id: string, uses: readonly string[]): Said;
  templateMissing(id: string, uses: readonly string[], known: readonly string[]): Said;
  docsReady(folder: string): Said;
  runbooksWell(count: number): Said;
  runbookProblem(id: string, line: number, sentence: string): Said;
  tickComes(): Said;
  tickNever(): Said;
  tickMissing(since: string): Said;
  workInTime(lane: string): Said;
  workLate(lane: string, since: string): Said;
  allDelivered(): Said;
  givenUp(count: number): Said;
  deadLetters(topic: string, count: number): Said;
  /** A whole check failed, or took too long. */
  notFoundOut(code: string): Said;
  storeNotNamed(): Said;
  storeAnswers(): Said;
  storeFails(code: string): Said;
  /** Doctor itself may not ask it. */
  storeClosed(code: string): Said;
  canaryWell(ago: string): Said;
  canaryNever(): Said;
  canaryFails(trouble: string, reason: string | null, since: string): Said;
  summary(errors: number, warnings: number): string;
  /** Around the findings on the pages. */
  readonly page: {
    readonly title: string;
    readonly lead: string;
    at(time: string): string;
    readonly again: string;
    readonly wrong: string;
    readonly well: string;
    readonly levels: Readonly<Record<'ok' | 'warning' | 'error', string>>;
    /** What only the command can see. */
    readonly elsewhere: string;
  };
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
  google: googleText.ja,
  checks: {
    configuration: '設定',
    secrets: '秘密情報',
    slack: 'Slack',
    scopes: 'Slack の権限',
    channels: 'チャンネル',
    'user-groups': 'ユーザーグループ',
    sheets: '当番表',
    people: '呼ぶ人',
    clock: '時計',
    'admin-token': '管理者アカウント',
    runbooks: 'ランブック',
    templates: 'ポストモーテムのテンプレート',
    docs: 'Google ドキュメントのフォルダー',
    ai: '言語モデル（Vertex AI）',
    store: 'データベース',
    bus: 'メッセージ（Pub/Sub）',
    work: '処理の遅れ',
    undelivered: '届かなかったもの',
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
        runbook: 'ランブックの HTTP の手順に必要です。ないとその手順は失敗します。',
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
  notInChannel: (channel, uses, heard) => [
    `${channel} に Toban がいません（${list(uses)}）。${heard ? 'ここでの呼び出しは届きません' : 'ここへの知らせは届きません'}。`,
    'このチャンネルで /invite @Toban を実行してください。',
  ],
  channelUnknown: (channel, uses, heard, code) => [
    `${channel} を開けません（${list(uses)}、${code}）。${heard ? 'ここでの呼び出しは届きません' : 'ここへの知らせは届きません'}。`,
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
  groupThere: (group) => [`${group} の人をインシデントに招待できます。`],
  groupDisabled: (group, mirrored) => [
    `${group} は無効になっていて、メンションできません。${mirrored ? '当番が替わっても更新されません。' : ''}`,
    'Slack でグループを有効に戻すか、toban.yaml から外してください。',
  ],
  groupQuiet: (group) => [`${group} へのメンションで Slack が直接通知する人はいません。`],
  groupPings: (group, people) => [
    `${group} へのメンションで、当番でない人にも Slack が直接通知します: ${people.join('、')}。`,
    'グループから外し、誰も使っていないアカウントだけにするか、rotas の userGroup に設定して Toban に任せてください。',
  ],
  docsReady: (folder) => [`「${folder}」にポストモーテムを書き出せます。`],
  sheetRead: (rota, rows, people) => [`${rota}: ${rows} 行を読み、${people} 人が見つかりました。`],
  sheetNeverRead: (rota) => [
    `${rota} の当番表は、まだ一度も読まれていません。`,
    '数分待っても変わらなければ、「処理の遅れ」を先に直してください。',
  ],
  moreProblems: (count) => [
    `ほかに ${count} 件の問題があります。`,
    'Slack の `/oncall check` で一覧を確かめてください。',
  ],
  personThere: (name, id, uses) => [`${name}さん（${id}）に連絡できます（${list(uses)}）。`],
  personMissing: (id, uses) => [
    `${id} が Slack にいません（${list(uses)}）。ここからは誰にも届きません。`,
    'toban.yaml のメンバー ID を直してください。',
  ],
  personIsBot: (name, id, uses) => [
    `${name}（${id}）はアプリです（${list(uses)}）。ここからは誰にも届きません。`,
    '人のメンバー ID に変えてください。',
  ],
  personGone: (name, id, uses) => [
    `${name}さん（${id}）の Slack アカウントは停止しています（${list(uses)}）。ここからは誰にも届きません。`,
    'いまいる方に変えてください。',
  ],
  personUnknown: (id, code) => [`${id} を確かめられませんでした（${code}）。`, 'もう一度実行してください。'],
  clockRight: () => ['この環境の時計は Slack と合っています。'],
  clockWrong: (by, ahead, refused) => [
    `この環境の時計が Slack より ${by}${ahead ? '進んで' : '遅れて'}います。${
      refused
        ? '5分を超えてずれると、Slack からの知らせをすべて拒んでしまいます。'
        : '時刻の表示や次に呼ぶ時刻がずれます。'
    }`,
    '時刻の自動合わせ（NTP）を有効にしてください。',
  ],
  adminNone: () => ['つないでいません。Slack がボットに許さないゲストの招待などは、手作業になります。'],
  adminWorks: (name) => [`${name}さんのアカウントを使えます。`],
  adminLost: (name, reason, what) => [
    `${name}さんのアカウントを使えません${reason ? `（${reason}）` : ''}。ゲストの招待などは手作業になります。`,
    `${what}（画面の「Slack の設定」）`,
  ],
  adminSettings: '画面の「Slack の設定」で、専用の管理者アカウントにつなぎ直してください。',
  templateThere: (id, uses) => [`テンプレート ${id} があります（${list(uses)}）。`],
  templateMissing: (id, uses, known) => [
    `テンプレート ${id} がありません（${list(uses)}）。該当するインシデントには、代わりに付属のものが使われます。`,
    `toban.yaml の template を直すか、このテンプレートを登録してください。いまあるもの: ${list(known)}`,
  ],
  runbooksWell: (count) => [`${count} 件に問題はありません。`],
  runbookProblem: (id, line, sentence) => [
    `${id} の ${line} 行目: ${sentence}`,
    '画面の「ランブック」で直すか、`npm run -s toban -- runbooks push` で登録し直してください。',
  ],
  tickComes: () => ['毎分の実行が届いています。'],
  tickNever: () => [
    '毎分の実行が、まだ一度も届いていません。当番表を読めず、再度の呼び出しもできません。',
    'Cloud Scheduler の toban-tick-work が毎分成功しているかを確かめてください。手元なら npm start を動かしてください。',
  ],
  tickMissing: (since) => [
    `毎分の実行が ${since}前から届いていません。当番表の変更に気づけず、再度の呼び出しや次の人への呼び出しも止まります。`,
    'Cloud Scheduler の toban-tick-work と toban-tick-calls が毎分成功しているかを確かめてください（docs/operations.md）。手元なら npm start を動かしてください。',
  ],
  workInTime: (lane) => [`${lane}: 期限どおりに処理しています。`],
  workLate: (lane, since) => [
    `${lane}: ${since}前に済むはずの処理が残っています。`,
    `Cloud Scheduler の toban-tick-${lane} が毎分成功しているか、サービス toban-${lane} のログにエラーがないかを確かめてください（docs/operations.md）。`,
  ],
  allDelivered: () => ['この 1 日に諦めた処理はなく、届かなかったメッセージもありません。'],
  givenUp: (count) => [
    `この 1 日に諦めた処理が ${count} 件あります。`,
    '画面の「届かなかったもの」で理由を確かめ、直してから再実行してください。',
  ],
  deadLetters: (topic, count) => [
    `Pub/Sub の ${topic} で、届かなかったメッセージが ${count} 件あります。`,
    `サービス toban-${topic} のログで原因を直し、画面の「届かなかったもの」から送り直してください。`,
  ],
  notFoundOut: (code) => [
    `確かめられませんでした（${code}）。`,
    'もう一度実行してください。続く場合は、ネットワークと権限を確かめてください。',
  ],
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
  page: {
    title: '設定の診断',
    lead: 'Slack の権限、チャンネル、当番表、呼ぶ人などを、設定と突き合わせて確かめます。何も変更せず、誰にも知らせません。',
    at: (time) => `${time} に確認`,
    again: 'もう一度確かめる',
    wrong: '確かめてください',
    well: '問題のないところ',
    levels: { ok: '正常', warning: '注意', error: '要対応' },
    elsewhere:
      '当番表は、最後に読み取った結果です。Google ドキュメントのフォルダーと言語モデルは、処理側が 1 時間ごとに確かめた結果です。ほかのサービスの秘密情報は、コマンド `npm run -s toban -- doctor` で確かめられます。',
  },
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
  google: googleText.en,
  checks: {
    configuration: 'Configuration',
    secrets: 'Secrets',
    slack: 'Slack',
    scopes: "Slack's permissions",
    channels: 'Channels',
    'user-groups': 'User groups',
    sheets: 'Rotas',
    people: 'People',
    clock: 'Clock',
    'admin-token': "Administrator's account",
    runbooks: 'Runbooks',
    templates: 'Postmortem templates',
    docs: 'Folder of Google Docs',
    ai: 'Language model (Vertex AI)',
    store: 'Store',
    bus: 'Messages (Pub/Sub)',
    work: 'Work in time',
    undelivered: 'Undelivered',
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
        runbook: "Runbooks' HTTP steps need it; without it they fail.",
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
  notInChannel: (channel, uses, heard) => [
    `Toban is not in ${channel} (${list(uses)}). ${heard ? 'Calls from there are not heard.' : 'What it has to say there does not arrive.'}`,
    'Run /invite @Toban in that channel.',
  ],
  channelUnknown: (channel, uses, heard, code) => [
    `${channel} cannot be opened (${list(uses)}, ${code}). ${heard ? 'Calls from there are not heard.' : 'What Toban has to say there does not arrive.'}`,
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
  groupThere: (group) => [`The people of ${group} can be invited to incidents.`],
  groupDisabled: (group, mirrored) => [
    `${group} is disabled and cannot be mentioned.${mirrored ? ' It does not follow who is on duty.' : ''}`,
    'Enable it in Slack, or take it out of toban.yaml.',
  ],
  groupQuiet: (group) => [`Mentioning ${group} makes Slack itself notify nobody.`],
  groupPings: (group, people) => [
    `Mentioning ${group} makes Slack itself notify people whether or not they are on duty: ${list(people)}.`,
    'Leave only an account in it that nobody uses, or set it as userGroup of the rota and let Toban keep it.',
  ],
  docsReady: (folder) => [`Postmortems can be exported to "${folder}".`],
  sheetRead: (rota, rows, people) => [`${rota}: ${rows} rows read, ${people} people found.`],
  sheetNeverRead: (rota) => [
    `The sheet of ${rota} has not been read yet.`,
    'If that stays so for some minutes, mend "Work in time" first.',
  ],
  moreProblems: (count) => [
    `There are ${count} more problems.`,
    'See them all with `/oncall check` in Slack.',
  ],
  personThere: (name, id, uses) => [`${name} (${id}) can be reached (${list(uses)}).`],
  personMissing: (id, uses) => [
    `${id} is not in Slack (${list(uses)}). Nobody is reached by that.`,
    'Correct the member ID in toban.yaml.',
  ],
  personIsBot: (name, id, uses) => [
    `${name} (${id}) is an app (${list(uses)}). Nobody is reached by that.`,
    'Name a person there.',
  ],
  personGone: (name, id, uses) => [
    `The Slack account of ${name} (${id}) is deactivated (${list(uses)}). Nobody is reached by that.`,
    'Name somebody who is still there.',
  ],
  personUnknown: (id, code) => [`${id} could not be checked (${code}).`, 'Run doctor again.'],
  clockRight: () => ["This machine's clock agrees with Slack's."],
  clockWrong: (by, ahead, refused) => [
    `This machine's clock is ${by} ${ahead ? 'ahead of' : 'behind'} Slack's. ${
      refused
        ? 'Beyond 5 minutes everything that Slack sends is refused.'
        : 'Times that are shown, and the next step of a call, are wrong by as much.'
    }`,
    'Switch on automatic time (NTP).',
  ],
  adminNone: () => ['Not connected. What Slack refuses the bot, such as inviting guests, is left to people.'],
  adminWorks: (name) => [`The account of ${name} can be used.`],
  adminLost: (name, reason, what) => [
    `The account of ${name} cannot be used${reason ? ` (${reason})` : ''}. Guests must be invited by hand.`,
    `${what} (the page "Slack")`,
  ],
  adminSettings: 'Connect an administrator account that is Toban\'s alone, on the page "Slack".',
  templateThere: (id, uses) => [`The template ${id} is there (${list(uses)}).`],
  templateMissing: (id, uses, known) => [
    `There is no template ${id} (${list(uses)}). Incidents that it is meant for get the shipped one instead.`,
    `Correct the template in toban.yaml, or push one of that id. There are: ${list(known)}`,
  ],
  runbooksWell: (count) => [`Nothing is wrong in ${count} of them.`],
  runbookProblem: (id, line, sentence) => [
    `${id}, line ${line}: ${sentence}`,
    'Correct it on the page "Runbooks", or push it again with `npm run -s toban -- runbooks push`.',
  ],
  tickComes: () => ['The tick of each minute comes.'],
  tickNever: () => [
    'The tick of each minute has not come yet. No sheet is read, and nobody is called again.',
    "Check that Cloud Scheduler's toban-tick-work succeeds each minute. On a laptop, run npm start.",
  ],
  tickMissing: (since) => [
    `The tick of each minute has not come for ${since}. Edits of the sheet go unnoticed, and nobody is called again, nor the next person.`,
    "Check that Cloud Scheduler's toban-tick-work and toban-tick-calls succeed each minute (docs/operations.md). On a laptop, run npm start.",
  ],
  workInTime: (lane) => [`${lane}: what is due is done in time.`],
  workLate: (lane, since) => [
    `${lane}: something that was due ${since} ago is still waiting.`,
    `Check that Cloud Scheduler's toban-tick-${lane} succeeds each minute, and the log of the service toban-${lane} for errors (docs/operations.md).`,
  ],
  allDelivered: () => ['Nothing was given up in the last day, and no message is undelivered.'],
  givenUp: (count) => [
    `Given up in the last day: ${count}.`,
    'See why on the page "Undelivered", mend it, and try again from there.',
  ],
  deadLetters: (topic, count) => [
    `Messages of Pub/Sub's ${topic} that could not be delivered: ${count}.`,
    `Mend the cause that the log of the service toban-${topic} tells, and send them again on the page "Undelivered".`,
  ],
  notFoundOut: (code) => [
    `It could not be found out (${code}).`,
    'Run doctor again; if it stays so, check the network and who may read it.',
  ],
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
  page: {
    title: 'Doctor',
    lead: 'Compares the settings with what Slack grants: channels, rotas, people and more. It changes nothing and tells nobody.',
    at: (time) => `looked at ${time}`,
    again: 'Look again',
    wrong: 'Look at these',
    well: 'Well',
    levels: { ok: 'Well', warning: 'Look out', error: 'To mend' },
    elsewhere:
      'Rotas stand as they were read last, the folder of Google Docs and the language model as the work lane found them within the hour. The secrets of the other services are checked by the command `npm run -s toban -- doctor`.',
  },
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
