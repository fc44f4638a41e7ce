import type { Role } from '../../../../shared/access/index.ts';
import type { Locale } from '../../../../shared/language/index.ts';

export interface SettingsText {
  readonly title: string;
  readonly lead: string;
  /** What can be done where: by address. */
  readonly places: Readonly<Record<Place, { readonly name: string; readonly what: string }>>;
  readonly state: string;
  readonly admin: string;
  readonly adminWorks: string;
  readonly adminLost: string;
  readonly adminNone: string;
  readonly failed: string;
  readonly letters: string;
  readonly nothing: string;
  count(n: number, more: boolean): string;
  readonly sheets: string;
  readonly configuration: string;
  readonly configurationLead: string;
  readonly workspace: string;
  readonly zone: string;
  readonly language: string;
  readonly languages: Readonly<Record<Locale, string>>;
  readonly rotas: string;
  readonly routes: string;
  readonly sheet: string;
  readonly handover: string;
  readonly fallback: string;
  readonly channel: string;
  readonly calls: string;
  step(after: string | null, to: string): string;
  readonly toFallback: string;
  readonly triggers: string;
  readonly mention: string;
  readonly direct: string;
  groups(n: number): string;
  bots(n: number): string;
  readonly incidents: string;
  readonly announce: string;
  readonly nowhere: string;
  readonly services: string;
  readonly audiences: string;
  every(time: string): string;
  readonly called: string;
  readonly others: string;
  readonly alerts: string;
  readonly digest: string;
  readonly canary: string;
  readonly phones: string;
  readonly none: string;
  readonly on: string;
  readonly roles: string;
  readonly rolesLead: string;
  readonly may: Readonly<Record<Role, string>>;
  readonly everyone: string;
  readonly owners: string;
}

export const PLACES = [
  '/settings/notifications',
  '/settings/doctor',
  '/settings/slack',
  '/settings/tokens',
  '/settings/webhooks',
  '/settings/import',
  '/settings/export',
  '/settings/retention',
  '/settings/erasure',
  '/settings/audit',
  '/api',
  '/dead-letters',
] as const;
export type Place = (typeof PLACES)[number];

const ja: SettingsText = {
  title: '設定',
  lead: '設定は toban.yaml にあります。この画面では、いま何が効いているかを確かめられます。',
  places: {
    '/settings/notifications': { name: '通知', what: '自分に届く DM を選ぶ' },
    '/settings/doctor': { name: '診断', what: '足りない権限や設定の間違いと、その直し方' },
    '/settings/slack': { name: 'Slack の設定', what: '招待に使う管理者のアカウント' },
    '/settings/tokens': { name: 'API トークン', what: 'ほかのシステムや AI アシスタントのための鍵' },
    '/settings/webhooks': { name: 'Webhook', what: '起きたことを、ほかのシステムへ知らせる' },
    '/settings/import': {
      name: '過去のインシデントの取り込み',
      what: 'Notion・CSV・JSON から。誰にも知らせません',
    },
    '/settings/export': { name: 'データの書き出し', what: 'すべての記録を 1 つの zip に' },
    '/settings/retention': { name: '保存期間', what: '何をいつまで残すか、次に消えるもの、法的保全' },
    '/settings/erasure': { name: '個人情報の削除', what: '退職した方の名前を記録から消す。履歴は残ります' },
    '/settings/audit': { name: '操作の記録', what: '誰が、いつ、何をしたか' },
    '/api': { name: 'API の説明', what: '記録を読み書きする HTTP API' },
    '/dead-letters': { name: '届かなかったもの', what: '処理できなかったメッセージと、送り直し' },
  },
  state: 'いまの状態',
  admin: '管理者のアカウント',
  adminWorks: '接続中',
  adminLost: '使えなくなっています',
  adminNone: '接続していません',
  failed: 'あきらめた処理',
  letters: '届かなかったメッセージ',
  nothing: 'なし',
  count: (n, more) => `${n}件${more ? '以上' : ''}`,
  sheets: '当番表',
  configuration: '効いている設定',
  configurationLead:
    '間違いのある toban.yaml では起動しません。変えるには、ファイルを直して配備し直してください。',
  workspace: 'ワークスペース',
  zone: 'タイムゾーン',
  language: '言語',
  languages: { ja: '日本語', en: '英語' },
  rotas: '当番表',
  routes: '呼び出しの経路',
  sheet: 'シート',
  handover: '引き継ぎ',
  fallback: '代わりに呼ぶ人',
  channel: 'チャンネル',
  calls: '呼ぶ順番',
  step: (after, to) => (after === null ? to : `${after}後 ${to}`),
  toFallback: '代わりに呼ぶ人',
  triggers: 'きっかけ',
  mention: 'Toban へのメンション',
  direct: 'DM',
  groups: (n) => `ユーザーグループ ${n}個`,
  bots: (n) => `ボット ${n}個`,
  incidents: 'インシデント',
  announce: '告知するチャンネル',
  nowhere: 'なし',
  services: 'サービス',
  audiences: '状況を知らせる先',
  every: (time) => `${time}ごと`,
  called: '重要度で呼ぶ人',
  others: 'そのほか',
  alerts: 'アラートの受け取り',
  digest: '週のまとめ',
  canary: '動作確認の呼び出し',
  phones: '電話などへの通知',
  none: 'なし',
  on: 'あり',
  roles: 'この画面でできること',
  rolesLead:
    'toban.yaml の web: に書かれた人はその役割です。ほかは Slack のオーナーと管理者が「管理」、残りの全員が「対応」です。ゲストも含みます。',
  may: {
    viewer: '閲覧: 見るだけ',
    responder: '対応: インシデントやアクションアイテムを変える',
    editor: '編集: ランブックを書く',
    admin: '管理: トークン、管理者の接続、操作の記録',
  },
  everyone: 'ほかの全員',
  owners: 'Slack のオーナーと管理者',
};

const en: SettingsText = {
  title: 'Settings',
  lead: 'Settings stand in toban.yaml. This page shows what is in force.',
  places: {
    '/settings/notifications': { name: 'Notifications', what: 'Which direct messages you get' },
    '/settings/doctor': { name: 'Doctor', what: 'What is missing or wrong, and how to mend it' },
    '/settings/slack': { name: 'Slack', what: 'The administrator’s account that invites guests' },
    '/settings/tokens': { name: 'API tokens', what: 'Keys for other systems and for assistants' },
    '/settings/webhooks': { name: 'Webhooks', what: 'Telling other systems what happens' },
    '/settings/import': {
      name: 'Import',
      what: 'Incidents of the past from Notion, CSV or JSON. Nobody is told',
    },
    '/settings/export': { name: 'Export of all data', what: 'every record in one zip' },
    '/settings/retention': { name: 'Retention', what: 'How long what is kept, what goes next, legal holds' },
    '/settings/erasure': {
      name: 'Erase a person',
      what: 'take the name of somebody who has left out of the records; history stays',
    },
    '/settings/audit': { name: 'Audit log', what: 'Who did what, and when' },
    '/api': { name: 'API reference', what: 'The HTTP API to what Toban keeps' },
    '/dead-letters': {
      name: 'Undelivered',
      what: 'Messages that could not be handled, and sending them again',
    },
  },
  state: 'How it stands',
  admin: 'Administrator’s account',
  adminWorks: 'Connected',
  adminLost: 'No longer works',
  adminNone: 'Not connected',
  failed: 'Tasks given up',
  letters: 'Undelivered messages',
  nothing: 'None',
  count: (n, more) => `${n}${more ? ' or more' : ''}`,
  sheets: 'Rotas',
  configuration: 'Configuration in force',
  configurationLead:
    'With a mistake in toban.yaml nothing starts. To change something, edit the file and deploy it.',
  workspace: 'Workspace',
  zone: 'Time zone',
  language: 'Language',
  languages: { ja: 'Japanese', en: 'English' },
  rotas: 'Rotas',
  routes: 'Routes',
  sheet: 'Sheet',
  handover: 'Handover',
  fallback: 'Fallback',
  channel: 'Channel',
  calls: 'Ladder',
  step: (after, to) => (after === null ? to : `after ${after} ${to}`),
  toFallback: 'fallback',
  triggers: 'Triggers',
  mention: 'mention of Toban',
  direct: 'direct message',
  groups: (n) => `${n} user group${n === 1 ? '' : 's'}`,
  bots: (n) => `${n} bot${n === 1 ? '' : 's'}`,
  incidents: 'Incidents',
  announce: 'Announced in',
  nowhere: 'nowhere',
  services: 'Services',
  audiences: 'Audiences',
  every: (time) => `every ${time}`,
  called: 'Called by severity',
  others: 'Others',
  alerts: 'Alerts',
  digest: 'Weekly digest',
  canary: 'Canary',
  phones: 'Phone and other services',
  none: 'none',
  on: 'on',
  roles: 'Who may do what here',
  rolesLead:
    'Whoever stands under web: in toban.yaml has that role. Otherwise Slack’s owners and admins are admins, and everybody else, guests too, is a responder.',
  may: {
    viewer: 'Viewer: looks',
    responder: 'Responder: changes incidents and action items',
    editor: 'Editor: writes runbooks',
    admin: 'Admin: tokens, the administrator’s account, the audit',
  },
  everyone: 'everybody else',
  owners: 'owners and admins of Slack',
};

export const settingsText = (locale: Locale): SettingsText => (locale === 'ja' ? ja : en);
