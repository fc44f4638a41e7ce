import type { DeliveryStatus, Dropped, EventKind } from '../delivery/index.ts';
import type { Locale } from '../language/index.ts';
import { escapeMrkdwn, link } from '../slack/index.ts';
import type { OffWhy, Webhook } from './model.ts';

/** What the pages about webhooks say, and Slack of one that was switched off. Plain text but for `switchedOff` (mrkdwn). */
export interface WebhookText {
  readonly title: string;
  readonly intro: string;
  readonly docs: string;
  /** For who writes the receiver. */
  readonly receive: readonly string[];
  readonly none: { readonly title: string; readonly body: string };
  readonly list: string;
  readonly make: string;
  readonly standings: { readonly on: string; readonly failing: string };
  readonly off: Readonly<Record<OffWhy, string>>;
  readonly offHelp: Readonly<Record<OffWhy, string>>;
  failingSince(time: string): string;
  switchedOff(webhook: Pick<Webhook, 'url' | 'description'>, why: OffWhy, address: string): string;
  readonly fields: {
    readonly url: string;
    readonly urlHint: string;
    readonly description: string;
    readonly descriptionHint: string;
    readonly kinds: string;
    readonly private: string;
    readonly privateHint: string;
  };
  readonly groups: Readonly<Record<'call' | 'incident' | 'action_item' | 'postmortem', string>>;
  readonly kinds: Readonly<Record<EventKind | 'webhook.test', string>>;
  events(count: number): string;
  readonly privateToo: string;
  madeBy(name: string, time: string): string;
  readonly errors: {
    readonly url: string;
    readonly description: string;
    readonly kinds: string;
    readonly full: string;
    readonly period: string;
  };
  readonly create: string;
  readonly save: string;
  readonly settings: string;
  readonly done: Readonly<
    Record<'edited' | 'on' | 'off' | 'deleted' | 'test' | 'replayed' | 'replaying', string>
  >;
  readonly secret: {
    readonly title: string;
    readonly once: string;
    readonly label: string;
    readonly use: string;
    readonly overlap: string;
    readonly back: string;
    hint(hint: string, time: string): string;
    both(until: string): string;
    readonly rotate: string;
    readonly rotateHelp: string;
  };
  readonly switchOn: string;
  readonly switchOff: string;
  readonly remove: string;
  readonly removeHelp: string;
  readonly danger: string;
  readonly test: string;
  readonly testHelp: string;
  readonly log: {
    readonly title: string;
    readonly help: string;
    readonly none: string;
    readonly all: string;
    readonly filter: string;
    readonly statuses: Readonly<Record<DeliveryStatus, string>>;
    readonly dropped: Readonly<Record<Dropped, string>>;
    tries(count: number): string;
    next(time: string): string;
    answered(status: number, ms: number): string;
    readonly reasons: Readonly<Record<string, string>>;
    reason(code: string): string;
    readonly body: string;
    readonly answer: string;
    readonly empty: string;
    readonly replay: string;
    readonly again: string;
    readonly older: string;
    readonly period: string;
    readonly periodHelp: string;
    readonly from: string;
    readonly to: string;
    readonly replayPeriod: string;
  };
}

const shown = ({ url, description }: Pick<Webhook, 'url' | 'description'>): string =>
  escapeMrkdwn(description === '' ? new URL(url).host : description);

const ja: WebhookText = {
  title: 'Webhook',
  intro: '起きたことを、ほかのシステムに署名付きの HTTPS リクエストで知らせます。',
  docs: '受け取り方と署名の確かめ方',
  receive: [
    '本文は { type, timestamp, version, data } です。data は、この API が返すものと同じ形です。知らない type や項目は無視してください。',
    '署名は Standard Webhooks の方式です。鍵の whsec_ より後を Base64 で戻し、webhook-id・webhook-timestamp・受け取ったままの本文を「.」でつないだものの HMAC-SHA256 を取り、Base64 にします。webhook-signature には「v1,」に続けてこれが入ります。鍵の切り替え中は、空白で区切って 2 つあります。',
    'webhook-timestamp が 5 分より離れたものは受け取らないでください。同じ webhook-id は、同じ出来事の送り直しです。',
    '8 秒以内に 2xx を返してください。それ以外は、5 秒後から 14 時間後まで間隔をあけて 7 回送り直します。Retry-After があれば、そのあいだは待ちます（最長 1 日）。410 を返すと停止します。',
  ],
  none: { title: '知らせる先はまだありません', body: '下のフォームで追加できます。' },
  list: '知らせる先',
  make: '知らせる先を追加',
  standings: { on: '有効', failing: '届いていません' },
  off: { person: '停止中', gone: '自動で停止しました', failing: '自動で停止しました' },
  offHelp: {
    person: '停止しています。起きたことは送られません。',
    gone: '受け取る側が「もうない」(410) と答えたため、停止しました。アドレスを確かめてから再開してください。',
    failing:
      '5日間一度も届かなかったため、停止しました。受け取る側を直してから再開し、届かなかったものを送り直してください。',
  },
  failingSince: (time) => `${time} から届いていません。間隔をあけて送り直しています。5日続くと停止します。`,
  switchedOff: (webhook, why, address) =>
    why === 'gone'
      ? `Webhook「${shown(webhook)}」の受け取り先が「もうない」(410) と答えたため、停止しました。${link(address, 'アドレスを確かめて再開する')}`
      : `Webhook「${shown(webhook)}」に5日間一度も届かなかったため、停止しました。${link(address, '記録を見て再開する')}`,
  fields: {
    url: 'アドレス',
    urlHint: 'https:// で始まる、公開されたアドレス。転送には従いません。',
    description: '説明',
    descriptionHint: '何に使うかが分かるように。例: 問い合わせ管理との連携',
    kinds: '知らせること',
    private: '非公開のインシデントも知らせる',
    privateHint:
      '非公開のインシデントと、そのアクションアイテム・ポストモーテムの中身が、このアドレスに送られます。',
  },
  groups: {
    call: '呼び出し',
    incident: 'インシデント',
    action_item: 'アクションアイテム',
    postmortem: 'ポストモーテム',
  },
  kinds: {
    'call.created': '呼び出しが届いた',
    'call.person_called': '次の人を呼んだ',
    'call.acknowledged': '受領された・担当が替わった',
    'call.unanswered': '誰も応答しない',
    'call.done': '完了した',
    'call.became_incident': 'インシデントになった',
    'incident.declared': '宣言された',
    'incident.status_changed': 'ステータスが変わった',
    'incident.severity_changed': '重要度が変わった',
    'incident.updated': 'そのほかの変更',
    'action_item.created': '追加された',
    'action_item.state_changed': '状態が変わった',
    'action_item.updated': '内容が変わった',
    'postmortem.created': '作られた',
    'postmortem.state_changed': '状態が変わった',
    'postmortem.updated': '内容が変わった',
    'webhook.test': 'テスト',
  },
  events: (count) => `${count}種類`,
  privateToo: '非公開も含む',
  madeBy: (name, time) => `${name}さんが ${time} に追加`,
  errors: {
    url: 'https:// で始まる、インターネットに公開されたアドレスを入力してください。社内や自分自身を指すアドレス、パスワードを含むアドレスには送れません。',
    description: '200 文字までで入力してください。',
    kinds: '知らせることを 1 つ以上選んでください。',
    full: '知らせる先は 20 件までです。使っていないものを削除してください。',
    period: '期間の初めと終わりを、読める日時で入力してください。終わりは初めより後にします。',
  },
  create: '追加する',
  save: '保存する',
  settings: '設定',
  done: {
    edited: '保存しました。これから起きることに当てはまります。',
    on: '再開しました。',
    off: '停止しました。起きたことは送られません。',
    deleted: '削除しました。',
    test: 'テストを送りました。結果は数秒で下の記録に出ます。',
    replayed: '送り直します。結果は数秒で下の記録に出ます。',
    replaying: '期間中に届かなかったものを、古い順に送り直します。',
  },
  secret: {
    title: '署名の鍵',
    once: '鍵が表示されるのは、この一度だけです。いま控えて、受け取る側に設定してください。',
    label: '鍵',
    use: '受け取る側は、この鍵で webhook-signature を確かめます。',
    overlap: '前の鍵でも 24 時間は署名します。そのあいだに受け取る側を切り替えてください。',
    back: '設定へ戻る',
    hint: (hint, time) => `…${hint} · ${time} に作成`,
    both: (until) => `${until} までは、前の鍵でも署名します。`,
    rotate: '鍵を作り直す',
    rotateHelp: '新しい鍵を一度だけ表示します。前の鍵は 24 時間後に使えなくなります。',
  },
  switchOn: '再開する',
  switchOff: '停止する',
  remove: '削除する',
  removeHelp: '鍵も消えます。送った記録は保存期間のあとに消えます。',
  danger: '停止と削除',
  test: 'テストを送る',
  testHelp: '意味のない webhook.test を 1 件送ります。',
  log: {
    title: '送った記録',
    help: '保存期間の分だけあります（決めていなければ 30 日）。',
    none: 'まだ何も送っていません。',
    all: 'すべて',
    filter: '絞り込み',
    statuses: { pending: '送信中', delivered: '届いた', undelivered: '届かなかった' },
    dropped: {
      off: '停止中のため送っていません。',
      deleted: '削除されたため送っていません。',
      'not-to-be-told': 'この Webhook には知らせない内容になったため、送っていません。',
      failed: 'Toban の不具合で送れませんでした。ログに残しました。',
    },
    tries: (count) => `${count}回目まで送信`,
    next: (time) => `次は ${time}`,
    answered: (status, ms) => `${status} · ${ms} ms`,
    reasons: {
      'not-public': '公開されていないアドレスです',
      'no-secret': '鍵がありません。作り直してください',
      TimeoutError: '8 秒以内に応答がありません',
      ENOTFOUND: 'その名前のホストがありません',
      ECONNREFUSED: '接続を断られました',
      ECONNRESET: '接続が途中で切れました',
      permission: 'Cloud KMS の権限がなく、鍵を開けません',
      key: 'Cloud KMS の鍵が無効です',
    },
    reason: (code) => `応答がありません（${code}）`,
    body: '送った内容',
    answer: '応答の初めの部分',
    empty: '（空）',
    replay: '送り直す',
    again: 'もう一度送る',
    older: '前のものを見る',
    period: '期間で送り直す',
    periodHelp: 'その期間に届かなかったものだけを、同じ id と同じ内容で送り直します。',
    from: '初め',
    to: '終わり',
    replayPeriod: '送り直す',
  },
};

const en: WebhookText = {
  title: 'Webhooks',
  intro: 'Tell other systems what happens, by signed HTTPS requests.',
  docs: 'How to receive them and verify their signature',
  receive: [
    'The body is { type, timestamp, version, data }; data has the very shape of this API. Ignore types and fields that you do not know.',
    'It is signed as Standard Webhooks describe: decode what follows whsec_ in the secret from base64, and take the HMAC-SHA256 of webhook-id, webhook-timestamp and the body as it came, joined by dots, in base64. In webhook-signature it follows “v1,”. While a secret is being changed there are two, parted by a space.',
    'Refuse a webhook-timestamp that is more than five minutes off. The same webhook-id is the same event, sent again.',
    'Answer 2xx within 8 seconds. Anything else is sent again seven times, after 5 seconds to 14 hours, and not before Retry-After (a day at most). 410 switches the webhook off.',
  ],
  none: { title: 'Nobody is told yet', body: 'Add an address with the form below.' },
  list: 'Addresses',
  make: 'Add an address',
  standings: { on: 'On', failing: 'Failing' },
  off: { person: 'Off', gone: 'Switched off by Toban', failing: 'Switched off by Toban' },
  offHelp: {
    person: 'It is off: nothing that happens is sent.',
    gone: 'The receiver answered that it is gone for good (410). Check the address, then switch it on again.',
    failing:
      'Nothing got through for five days. Mend the receiver, switch it on again, and send once more what did not arrive.',
  },
  failingSince: (time) =>
    `Nothing has got through since ${time}. It is tried again, less and less often; after five days it is switched off.`,
  switchedOff: (webhook, why, address) =>
    why === 'gone'
      ? `The receiver of the webhook “${shown(webhook)}” says that it is gone for good (410), so it was switched off. ${link(address, 'Check the address and switch it on')}`
      : `Nothing has got through to the webhook “${shown(webhook)}” for five days, so it was switched off. ${link(address, 'Look at its log and switch it on')}`,
  fields: {
    url: 'Address',
    urlHint: 'A public address that begins with https://. Redirects are not followed.',
    description: 'Description',
    descriptionHint: 'Say what it is for, such as “ticket system”.',
    kinds: 'What to tell',
    private: 'Private incidents, too',
    privateHint:
      'What private incidents, their action items and postmortems contain is sent to this address.',
  },
  groups: {
    call: 'Calls',
    incident: 'Incidents',
    action_item: 'Action items',
    postmortem: 'Postmortems',
  },
  kinds: {
    'call.created': 'A call came in',
    'call.person_called': 'Somebody else was called',
    'call.acknowledged': 'Acknowledged, or it changed hands',
    'call.unanswered': 'Nobody answers',
    'call.done': 'Done',
    'call.became_incident': 'Became an incident',
    'incident.declared': 'Declared',
    'incident.status_changed': 'Status changed',
    'incident.severity_changed': 'Severity changed',
    'incident.updated': 'Any other change',
    'action_item.created': 'Added',
    'action_item.state_changed': 'State changed',
    'action_item.updated': 'Content changed',
    'postmortem.created': 'Begun',
    'postmortem.state_changed': 'State changed',
    'postmortem.updated': 'Content changed',
    'webhook.test': 'Test',
  },
  events: (count) => (count === 1 ? '1 kind of event' : `${count} kinds of events`),
  privateToo: 'private ones, too',
  madeBy: (name, time) => `Added by ${name}, ${time}`,
  errors: {
    url: 'Enter an address that begins with https:// and is public on the Internet. Inner addresses, this machine and addresses with a password are not sent to.',
    description: 'Enter at most 200 characters.',
    kinds: 'Choose at least one.',
    full: 'There may be 20 addresses. Delete one that is not used.',
    period: 'Enter a beginning and an end as dates and times; the end comes after the beginning.',
  },
  create: 'Add',
  save: 'Save',
  settings: 'Settings',
  done: {
    edited: 'Saved. It holds for what happens from now on.',
    on: 'Switched on.',
    off: 'Switched off: nothing that happens is sent.',
    deleted: 'Deleted.',
    test: 'A test is on its way. What came of it stands in the log below within seconds.',
    replayed: 'It is being sent again. What came of it stands in the log below within seconds.',
    replaying: 'What did not arrive in that time is being sent again, oldest first.',
  },
  secret: {
    title: 'Signing secret',
    once: 'The secret is shown this one time only. Copy it now, and set it in the receiver.',
    label: 'Secret',
    use: 'With it the receiver verifies webhook-signature.',
    overlap: 'For 24 hours the secret before signs, too. Change the receiver within that time.',
    back: 'Back to the settings',
    hint: (hint, time) => `…${hint} · made ${time}`,
    both: (until) => `The secret before signs, too, until ${until}.`,
    rotate: 'Make a new secret',
    rotateHelp: 'The new one is shown once. The one before ends after 24 hours.',
  },
  switchOn: 'Switch on',
  switchOff: 'Switch off',
  remove: 'Delete',
  removeHelp: 'Its secret goes, too. What was sent stays in the log as long as retention says.',
  danger: 'Switch off or delete',
  test: 'Send a test',
  testHelp: 'Sends one webhook.test that means nothing.',
  log: {
    title: 'Log',
    help: 'As long as retention says: the last 30 days, if nothing else is configured.',
    none: 'Nothing has been sent yet.',
    all: 'All',
    filter: 'Filter',
    statuses: { pending: 'Under way', delivered: 'Delivered', undelivered: 'Not delivered' },
    dropped: {
      off: 'Not sent: the webhook was off.',
      deleted: 'Not sent: the webhook was deleted.',
      'not-to-be-told': 'Not sent: it is no longer for this webhook to know.',
      failed: 'Not sent, by a fault of Toban. It has been noted in the log of the service.',
    },
    tries: (count) => (count === 1 ? 'tried once' : `tried ${count} times`),
    next: (time) => `next ${time}`,
    answered: (status, ms) => `${status} · ${ms} ms`,
    reasons: {
      'not-public': 'Not a public address',
      'no-secret': 'It has no secret: make a new one',
      TimeoutError: 'No answer within 8 seconds',
      ENOTFOUND: 'There is no host of that name',
      ECONNREFUSED: 'The connection was refused',
      ECONNRESET: 'The connection broke off',
      permission: 'Cloud KMS does not let the secret be opened: a permission is missing',
      key: 'The key in Cloud KMS is disabled or gone',
    },
    reason: (code) => `No answer (${code})`,
    body: 'What was sent',
    answer: 'How the answer begins',
    empty: '(empty)',
    replay: 'Send again',
    again: 'Send once more',
    older: 'Older ones',
    period: 'Send a period again',
    periodHelp: 'Only what did not arrive in that time, with the same ids and contents.',
    from: 'From',
    to: 'To',
    replayPeriod: 'Send again',
  },
};

export const webhookText = (locale: Locale): WebhookText => (locale === 'ja' ? ja : en);
