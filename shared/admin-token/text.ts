import { type Locale, momentIn } from '../language/index.ts';
import { never } from '../platform/errors.ts';
import { escapeMrkdwn, link } from '../slack/index.ts';
import type { Warning } from './judge.ts';
import type { Fault, Named, Notice } from './model.ts';

interface Seen {
  readonly zone: string;
  readonly now: number;
  readonly baseUrl: string | null;
}

interface Sentence {
  readonly title: string;
  readonly body: string;
}

export interface AdminTokenText {
  /** mrkdwn. */
  notice(notice: Notice, seen: Seen): string;
  /** What became of a token in use, and what to do. */
  readonly faults: Readonly<Record<Fault, string>>;
  /** Why an installation changed nothing. Plain text. */
  refused(fault: Fault, name: string): Sentence;
  readonly cancelled: Sentence;
  readonly stale: Sentence;
  readonly code: Sentence;
  readonly warnings: Readonly<Record<Warning, string>>;
  readonly page: Readonly<
    Record<
      | 'title'
      | 'lead'
      | 'can'
      | 'cannot'
      | 'none'
      | 'noneHelp'
      | 'works'
      | 'lost'
      | 'holder'
      | 'since'
      | 'by'
      | 'checked'
      | 'never'
      | 'scopes'
      | 'missing'
      | 'warnings'
      | 'connect'
      | 'again'
      | 'advice'
      | 'check'
      | 'disconnect'
      | 'disconnectHelp'
      | 'environment'
      | 'adminsOnly'
      | 'connected'
      | 'disconnected'
      | 'looking'
      | 'settings'
      | 'back',
      string
    >
  >;
}

export const adminTokenText = (locale: Locale): AdminTokenText => (locale === 'ja' ? ja : en);

const at = (instant: number, seen: Seen, locale: Locale): string => momentIn(instant, { ...seen, locale });
const settings = ({ baseUrl }: Seen, label: string): string =>
  baseUrl ? ` ${link(`${baseUrl}/settings/slack`, label)}` : '';
const code = (reason: string | null): string => (reason ? `\`${reason.replaceAll(/[^\w.: -]/g, '')}\`` : '');
const nameOf = ({ name }: Named): string => escapeMrkdwn(name);

const jaFaults: AdminTokenText['faults'] = {
  'not-admin':
    'ワークスペースのオーナーでも管理者でもなくなっています。権限を戻すか、別の管理者アカウントをつないでください。',
  guest: 'ゲストアカウントになっています。権限を戻すか、別の管理者アカウントをつないでください。',
  deactivated: 'アカウントが停止されています。別の管理者アカウントをつないでください。',
  'not-a-person': '人のアカウントではありません。管理者のアカウントをつないでください。',
  'other-workspace':
    'Toban のボットとは別のワークスペースのものです。同じワークスペースの管理者アカウントをつないでください。',
  'missing-scopes': '必要な権限が足りません。つなぎ直すと加わります。',
  revoked: 'Slack で許可が取り消されています。つなぎ直してください。',
  uninstalled: 'Toban のアプリが Slack から外されています。アプリを入れ直してから、つなぎ直してください。',
  unreadable: '保管したトークンを読み出せません。鍵（KMS）と権限を確かめるか、つなぎ直してください。',
};

const enFaults: AdminTokenText['faults'] = {
  'not-admin':
    'The account is no longer an owner or admin of the workspace. Give the role back, or connect another administrator.',
  guest: 'The account has become a guest. Give the role back, or connect another administrator.',
  deactivated: 'The account is deactivated. Connect another administrator.',
  'not-a-person': 'It is not a person’s account. Connect an administrator.',
  'other-workspace':
    'It belongs to another workspace than Toban’s bot. Connect an administrator of the same workspace.',
  'missing-scopes': 'Scopes are missing. Connecting again adds them.',
  revoked: 'Its permission was revoked in Slack. Connect it again.',
  uninstalled: 'Toban’s app was removed from Slack. Install the app again, then connect the account.',
  unreadable: 'The kept token cannot be read. Check the key (KMS) and who may use it, or connect again.',
};

const ja: AdminTokenText = {
  notice(notice, seen) {
    const who = nameOf(notice.holder);
    switch (notice.kind) {
      case 'connected':
        return `🟩 *管理者アカウントをつなぎました*: ${who}（操作: ${notice.by ? nameOf(notice.by) : '環境設定'}）\nToban が Slack に断られたチャンネル作成・ゲストの招待・グループの変更にだけ使います。投稿には使いません。${settings(seen, '状態を見る')}`;
      case 'failed': {
        const { fault, reason, since } = notice.trouble;
        const why = reason ? `（${code(reason)}）` : '';
        return `🟥 *管理者アカウントが使えなくなりました*: ${who}（${at(since, seen, 'ja')} に確認）\n${jaFaults[fault]}${why}\nインシデントの宣言は続けられますが、ゲストの招待などは手作業になります。${settings(seen, '管理者アカウントをつなぐ')}`;
      }
      case 'recovered':
        return `🟩 *管理者アカウントがまた使えるようになりました*: ${who}（${at(notice.at, seen, 'ja')}）\n${at(notice.since, seen, 'ja')} から使えませんでした。その間のインシデントに、招待できていない人がいないか確かめてください。`;
      case 'removed':
        return `🟨 *管理者アカウントを外しました*: ${who}（操作: ${notice.by ? nameOf(notice.by) : '環境設定'}）\nゲストの招待など、Toban だけではできないことは手作業になります。${settings(seen, '管理者アカウントをつなぐ')}`;
      default:
        return never(notice);
    }
  },
  faults: jaFaults,
  refused(fault, name) {
    const stays = 'いままでの設定は変わっていません。';
    const other = 'オーナーか管理者のアカウントで Slack にサインインしてから、もう一度つないでください。';
    const why: Readonly<Record<Fault, string>> = {
      'not-admin': `${name}さんは、このワークスペースのオーナーでも管理者でもありません。`,
      guest: `${name}さんはゲストです。`,
      deactivated: `${name}さんのアカウントは停止されています。`,
      'not-a-person': `${name} は人のアカウントではありません。`,
      'other-workspace': 'Toban のボットとは別のワークスペースのアカウントです。',
      'missing-scopes': `${name}さんの許可に、必要な権限が足りません。Slack アプリの User Token Scopes を確かめてください。`,
      revoked: '許可がすぐに取り消されました。',
      uninstalled: 'Toban のアプリが Slack から外されています。',
      unreadable: 'トークンを保管できませんでした。',
    };
    return { title: 'このアカウントはつなげません', body: `${why[fault]}${stays}${other}` };
  },
  cancelled: {
    title: '接続を中止しました',
    body: 'Slack で許可されなかったため、いままでの設定は変わっていません。必要なときに、もう一度つないでください。',
  },
  stale: {
    title: 'この接続の手続きは終わっています',
    body: '10分を過ぎたか、一度使われたか、別のブラウザーで始めたものです。いままでの設定は変わっていません。もう一度つないでください。',
  },
  code: {
    title: 'Slack に確認できませんでした',
    body: 'Slack がこの許可を受け付けませんでした。いままでの設定は変わっていません。もう一度つないでください。',
  },
  warnings: {
    'on-call':
      '当番や代わりの連絡先に入っている人のアカウントです。その人が異動すると止まるため、専用アカウントをおすすめします。',
    writes:
      '普段の投稿に使われているアカウントです。その人が異動すると止まるため、専用アカウントをおすすめします。',
    'more-scopes':
      '必要のない権限まで許可されています。Slack の「アプリを管理」で外してからつなぎ直すと、必要なものだけになります。',
  },
  page: {
    title: 'Slack の管理者アカウント',
    lead: '対応チャンネルの作成やゲストの招待を、Slack が Toban のボットに許さないことがあります。そのときだけ、断られた操作を管理者アカウントで行います。',
    can: 'できること: チャンネルの作成、チャンネルへの招待、ユーザーグループの変更',
    cannot: 'できないこと: 投稿、会話を読むこと。メッセージは必ず Toban のボットから届きます。',
    none: 'つないでいません',
    noneHelp: 'Slack に断られた招待などは、できなかったこととして、宣言した人に手順を示します。',
    works: '使えます',
    lost: '使えません',
    holder: 'アカウント',
    since: 'つないだ日時',
    by: '操作した人',
    checked: '最後の確認',
    never: 'まだ確認していません',
    scopes: '許可されている権限',
    missing: '足りない権限',
    warnings: '注意',
    connect: '管理者アカウントをつなぐ',
    again: '管理者アカウントをつなぎ直す',
    advice:
      '人が毎日使うアカウントではなく、Toban 専用の管理者アカウントをおすすめします。そのアカウントで Slack にサインインしてから押してください。',
    check: 'いま確認する',
    disconnect: '外す',
    disconnectHelp: 'トークンを Slack で無効にし、保管したものを消します。',
    environment: '環境変数 SLACK_ADMIN_TOKEN のトークンです。ここからつなぐと、つないだほうを使います。',
    adminsOnly: 'つなぐ・外すことができるのは、Toban の管理者だけです。',
    connected: 'つなぎました。',
    disconnected: '外しました。まもなく Slack でも無効になります。',
    looking: '確認しています。数秒後に、この表示が変わります。',
    settings: '設定',
    back: 'Slack の設定に戻る',
  },
};

const en: AdminTokenText = {
  notice(notice, seen) {
    const who = nameOf(notice.holder);
    switch (notice.kind) {
      case 'connected':
        return `🟩 *An administrator account was connected*: ${who} (by ${notice.by ? nameOf(notice.by) : 'the environment'})\nToban uses it only to repeat what Slack refused the bot: making channels, inviting guests, changing user groups. It never posts.${settings(seen, 'See its state')}`;
      case 'failed': {
        const { fault, reason, since } = notice.trouble;
        const why = reason ? ` (${code(reason)})` : '';
        return `🟥 *The administrator account cannot be used any more*: ${who} (found ${at(since, seen, 'en')})\n${enFaults[fault]}${why}\nIncidents can be declared as before, but guests must be invited by hand.${settings(seen, 'Connect an administrator')}`;
      }
      case 'recovered':
        return `🟩 *The administrator account works again*: ${who} (${at(notice.at, seen, 'en')})\nIt had not since ${at(notice.since, seen, 'en')}. Check that nobody is missing in the incidents of that time.`;
      case 'removed':
        return `🟨 *The administrator account was disconnected*: ${who} (by ${notice.by ? nameOf(notice.by) : 'the environment'})\nWhat Toban may not do alone, such as inviting guests, must be done by hand.${settings(seen, 'Connect an administrator')}`;
      default:
        return never(notice);
    }
  },
  faults: enFaults,
  refused(fault, name) {
    const stays = ' Nothing was changed.';
    const other = ' Sign in to Slack with an owner’s or admin’s account, then connect again.';
    const why: Readonly<Record<Fault, string>> = {
      'not-admin': `${name} is neither an owner nor an admin of this workspace.`,
      guest: `${name} is a guest.`,
      deactivated: `The account of ${name} is deactivated.`,
      'not-a-person': `${name} is not a person’s account.`,
      'other-workspace': 'The account belongs to another workspace than Toban’s bot.',
      'missing-scopes': `What ${name} allowed lacks scopes. Check User Token Scopes in the Slack app’s settings.`,
      revoked: 'The permission was revoked at once.',
      uninstalled: 'Toban’s app was removed from Slack.',
      unreadable: 'The token could not be kept.',
    };
    return { title: 'This account cannot be connected', body: `${why[fault]}${stays}${other}` };
  },
  cancelled: {
    title: 'Nothing was connected',
    body: 'It was not allowed in Slack, so nothing was changed. Connect again when you need it.',
  },
  stale: {
    title: 'This attempt is over',
    body: 'It is older than 10 minutes, was used before, or was begun in another browser. Nothing was changed. Please connect again.',
  },
  code: {
    title: 'Slack did not confirm it',
    body: 'Slack did not accept this permission. Nothing was changed. Please connect again.',
  },
  warnings: {
    'on-call':
      'It is the account of somebody who is on call or a fallback. It ends when they leave: use an account of its own.',
    writes:
      'Somebody writes with this account in daily work. It ends when they leave: use an account of its own.',
    'more-scopes':
      'It allows more than Toban needs. Remove the app under “Manage apps” in Slack and connect again to keep only what is needed.',
  },
  page: {
    title: 'Slack administrator account',
    lead: 'Slack may not let Toban’s bot make the incident’s channel or invite guests. Only then the refused call is repeated with an administrator’s account.',
    can: 'It can: make channels, invite to channels, change user groups',
    cannot: 'It cannot: post, or read conversations. Messages always come from Toban’s bot.',
    none: 'Not connected',
    noneHelp: 'Where Slack refuses an invitation, whoever declared the incident is told what to do by hand.',
    works: 'Works',
    lost: 'Cannot be used',
    holder: 'Account',
    since: 'Connected',
    by: 'By',
    checked: 'Last checked',
    never: 'Not checked yet',
    scopes: 'Allowed scopes',
    missing: 'Missing scopes',
    warnings: 'Take care',
    connect: 'Connect an administrator',
    again: 'Connect again',
    advice:
      'Use an administrator account that is Toban’s alone, not one that somebody works with. Sign in to Slack with it first, then press.',
    check: 'Check now',
    disconnect: 'Disconnect',
    disconnectHelp: 'Ends the token in Slack and deletes what is kept.',
    environment:
      'It is the token of the environment variable SLACK_ADMIN_TOKEN. An account connected here is used instead.',
    adminsOnly: 'Only administrators of Toban may connect or disconnect.',
    connected: 'Connected.',
    disconnected: 'Disconnected. It ends in Slack in a moment.',
    looking: 'Checking. This page changes in a few seconds.',
    settings: 'Settings',
    back: 'Back to the Slack settings',
  },
};
