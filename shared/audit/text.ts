import type { Locale } from '../language/index.ts';

/** What the page of the audit says. Plain text: the page escapes it. */
export interface AuditText {
  readonly title: string;
  readonly intro: string;
  readonly who: string;
  readonly whoHint: string;
  readonly what: string;
  readonly anything: string;
  readonly from: string;
  readonly to: string;
  readonly apply: string;
  readonly reset: string;
  readonly file: string;
  readonly when: string;
  readonly of: string;
  readonly older: string;
  readonly newest: string;
  readonly none: { readonly title: string; readonly body: string };
  searchedTo(time: string): string;
  /** Of the file, where it would be longer. */
  cut(rows: number): string;
  readonly csv: readonly string[];
  /** By what an action begins with. */
  readonly nouns: Readonly<Record<string, string>>;
  /** By action; one that is not here is shown as it is kept. */
  readonly actions: Readonly<Record<string, string>>;
}

const ja: AuditText = {
  title: '操作の記録',
  intro:
    '誰が、いつ、何をしたか。記録は変更できません（個人情報の削除では、名前だけが仮の名前に変わります）。非公開のインシデントの中身は、ここには表示しません。',
  who: '人',
  whoHint: '名前か Slack ID',
  what: '対象',
  anything: 'すべて',
  from: '開始日',
  to: '終了日',
  apply: '絞り込む',
  reset: '条件を消す',
  file: 'CSV で保存',
  when: '日時',
  of: '操作',
  older: '古いものへ',
  newest: '最新へ戻る',
  none: { title: '当てはまる操作はありません', body: '条件を減らすか、期間を広げてください。' },
  searchedTo: (time) => `${time} までさかのぼって探しました。`,
  cut: (rows) => `${rows} 件で打ち切りました。期間を分けて保存してください。`,
  csv: ['日時（UTC）', '名前', 'Slack ID', 'トークン', '操作', '操作コード', '対象', '詳細'],
  nouns: {
    incident: 'インシデントの訂正',
    postmortem: 'ポストモーテム',
    'action-item': 'アクションアイテム',
    runbook: 'ランブック',
    template: 'テンプレート',
    cover: '代理・交代',
    feed: 'カレンダー',
    'api-token': 'API トークン',
    archive: 'データの書き出し',
    erasure: '個人情報の削除',
    'admin-token': '管理者の接続',
    webhook: 'Webhook',
    'legal-hold': '法的保全',
    retention: '保存期間',
    'dead-letter': '届かなかったもの',
    task: 'やり直し',
  },
  actions: {
    'incident.correct': 'インシデントの記録を訂正した',
    'postmortem.move': 'ポストモーテムの状態を変えた',
    'postmortem.link': 'ポストモーテムにインシデントを加えた',
    'postmortem.unlink': 'ポストモーテムからインシデントを外した',
    'postmortem.merge-into': 'ポストモーテムを別のものにまとめた',
    'postmortem.set-lead': 'ポストモーテムの担当を変えた',
    'postmortem.set-reviewers': 'ポストモーテムの確認者を変えた',
    'action-item.added': 'アクションアイテムを加えた',
    'action-item.edited': 'アクションアイテムを変えた',
    'action-item.related': 'アクションアイテムをインシデントに結び付けた',
    'action-item.open': 'アクションアイテムを未着手に戻した',
    'action-item.in-progress': 'アクションアイテムに着手した',
    'action-item.done': 'アクションアイテムを完了にした',
    'action-item.dropped': 'アクションアイテムをやめた',
    'runbook.push': 'ランブックを登録・更新した',
    'runbook.retire': 'ランブックの使用を終えた',
    'runbook.restore': 'ランブックをまた使えるようにした',
    'template.push': 'テンプレートを登録・更新した',
    'cover.ask': '代理・交代を頼んだ',
    'cover.accept': '代理・交代を引き受けた',
    'cover.decline': '代理・交代を断った',
    'cover.revoke': '代理・交代を取り消した',
    'cover.expire': '代理・交代の返事がないまま終わった',
    'feed.made': 'カレンダーのアドレスを作った',
    'feed.rotated': 'カレンダーのアドレスを作り直した',
    'feed.stopped': 'カレンダーの公開を止めた',
    'archive.exported': 'すべてのデータを書き出した',
    'erasure.begun': '個人情報の削除のために記録を調べた',
    'erasure.confirmed': '個人の名前を記録から消した',
    'erasure.discarded': '個人情報の削除を取りやめた',
    'api-token.made': 'API トークンを作った',
    'api-token.revoked': 'API トークンを失効させた',
    'admin-token.connect': '管理者のアカウントを接続した',
    'admin-token.disconnect': '管理者のアカウントの接続を解いた',
    'webhook.made': 'Webhook の知らせる先を加えた',
    'webhook.edited': 'Webhook の設定を変えた',
    'webhook.switched-on': 'Webhook を再開した',
    'webhook.switched-off': 'Webhook を停止した',
    'webhook.rotated': 'Webhook の鍵を作り直した',
    'webhook.deleted': 'Webhook を削除した',
    'webhook.replayed': 'Webhook で届かなかったものを送り直した',
    'legal-hold.set': '法的保全にした',
    'legal-hold.lifted': '法的保全を解除した',
    'retention.ran': '保存期間を過ぎたものを消した',
    'dead-letter.send': '届かなかったメッセージを送り直した',
    'task.replay': '失敗した処理をやり直した',
  },
};

const en: AuditText = {
  title: 'Audit log',
  intro:
    'Who did what, and when. It cannot be changed; the erasure of a person replaces their name alone. What is in a private incident is not shown here.',
  who: 'Person',
  whoHint: 'Name or Slack ID',
  what: 'About',
  anything: 'Anything',
  from: 'From',
  to: 'To',
  apply: 'Filter',
  reset: 'Clear',
  file: 'Save as CSV',
  when: 'When',
  of: 'What',
  older: 'Older',
  newest: 'Back to the latest',
  none: { title: 'Nothing of the kind was done', body: 'Try fewer conditions or a longer period.' },
  searchedTo: (time) => `Looked back as far as ${time}.`,
  cut: (rows) => `Cut after ${rows} rows. Save shorter periods.`,
  csv: ['When (UTC)', 'Name', 'Slack ID', 'Token', 'What', 'Code', 'Record', 'Detail'],
  nouns: {
    incident: 'Corrections of incidents',
    postmortem: 'Postmortems',
    'action-item': 'Action items',
    runbook: 'Runbooks',
    template: 'Templates',
    cover: 'Covers and swaps',
    feed: 'Calendars',
    'api-token': 'API tokens',
    archive: 'Export of all data',
    erasure: 'Erasure of persons',
    'admin-token': 'Administrator’s account',
    webhook: 'Webhooks',
    'legal-hold': 'Legal hold',
    retention: 'Retention',
    'dead-letter': 'Undelivered',
    task: 'Tried again',
  },
  actions: {
    'incident.correct': 'corrected the record of an incident',
    'postmortem.move': 'moved a postmortem to another state',
    'postmortem.link': 'added an incident to a postmortem',
    'postmortem.unlink': 'took an incident out of a postmortem',
    'postmortem.merge-into': 'merged a postmortem into another',
    'postmortem.set-lead': 'gave a postmortem another lead',
    'postmortem.set-reviewers': 'changed the reviewers of a postmortem',
    'action-item.added': 'added an action item',
    'action-item.edited': 'changed an action item',
    'action-item.related': 'linked an action item to an incident',
    'action-item.open': 'opened an action item again',
    'action-item.in-progress': 'started an action item',
    'action-item.done': 'finished an action item',
    'action-item.dropped': 'dropped an action item',
    'runbook.push': 'pushed a runbook',
    'runbook.retire': 'retired a runbook',
    'runbook.restore': 'brought a runbook back',
    'template.push': 'pushed a template',
    'cover.ask': 'asked for a cover or swap',
    'cover.accept': 'accepted a cover or swap',
    'cover.decline': 'declined a cover or swap',
    'cover.revoke': 'took a cover or swap back',
    'cover.expire': 'a cover or swap ran out without an answer',
    'feed.made': 'made a calendar address',
    'feed.rotated': 'renewed a calendar address',
    'feed.stopped': 'stopped a calendar address',
    'archive.exported': 'exported all data',
    'erasure.begun': 'looked for a person to erase',
    'erasure.confirmed': 'erased a person’s name',
    'erasure.discarded': 'called the erasure of a person off',
    'api-token.made': 'made an API token',
    'api-token.revoked': 'revoked an API token',
    'admin-token.connect': 'connected an administrator’s account',
    'admin-token.disconnect': 'disconnected the administrator’s account',
    'webhook.made': 'added a webhook',
    'webhook.edited': 'changed a webhook',
    'webhook.switched-on': 'switched a webhook on',
    'webhook.switched-off': 'switched a webhook off',
    'webhook.rotated': 'made a new secret for a webhook',
    'webhook.deleted': 'deleted a webhook',
    'webhook.replayed': 'sent again what a webhook had not delivered',
    'legal-hold.set': 'put under legal hold',
    'legal-hold.lifted': 'released from legal hold',
    'retention.ran': 'deleted what was too old to be kept',
    'dead-letter.send': 'sent an undelivered message again',
    'task.replay': 'tried a failed task again',
  },
};

export const auditText = (locale: Locale): AuditText => (locale === 'ja' ? ja : en);
