import type { Role } from '../../shared/access/index.ts';
import type { Locale } from '../../shared/language/index.ts';

export type ErrorKind =
  | 'notFound'
  | 'badInput'
  | 'conflict'
  | 'unavailable'
  | 'tooMany'
  | 'bug'
  | 'foreign'
  | 'signedOut'
  | 'expired'
  | 'notAllowed'
  | 'signInFailed'
  | 'signInCancelled'
  | 'noAccess';

interface Sentence {
  readonly title: string;
  readonly body: string;
}

/** What the pages' frame says. A page's own sentences stand with its noun. */
export interface WebText {
  readonly skip: string;
  /** What a list is narrowed by, and nobody knows any more. */
  gone(id: string): string;
  readonly pages: string;
  readonly home: string;
  readonly signOut: string;
  readonly sendAgain: string;
  readonly stale: string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly signIn: Sentence & { readonly button: string; readonly guests: string };
  readonly errors: Readonly<Record<ErrorKind, Sentence>>;
  readonly laptop: Sentence;
}

const ja: WebText = {
  skip: '本文へ移動',
  gone: (id) => `${id}（今はありません）`,
  pages: 'ページ',
  home: 'ホームへ',
  signOut: 'サインアウト',
  sendAgain: 'もう一度送る',
  stale: '更新できていません。接続を確かめています。',
  roles: { viewer: '閲覧', responder: '対応', editor: '編集', admin: '管理' },
  signIn: {
    title: 'サインイン',
    body: '当番、呼び出し、これまでの経緯を見るには、Slack でサインインしてください。',
    button: 'Slack でサインイン',
    guests: 'ゲストの方もサインインできます。',
  },
  errors: {
    notFound: {
      title: 'ページが見つかりません',
      body: 'アドレスが変わったか、間違っています。見られる人が限られているものも、このように表示します。ホームから探してください。',
    },
    badInput: {
      title: 'アドレスか入力が読み取れません',
      body: '何も変更していません。前のページに戻って、もう一度お試しください。',
    },
    conflict: {
      title: 'ほかの人が先に変更しました',
      body: '何も変更していません。最新の内容を確かめてから、もう一度お試しください。',
    },
    unavailable: {
      title: 'いま読み出せません',
      body: '記録は失われていません。数秒待ってから、もう一度開いてください。',
    },
    tooMany: {
      title: '少し時間をおいてください',
      body: '同じネットワークからのサインインが短い間に続きました。1 分ほどたってから、もう一度お試しください。',
    },
    bug: {
      title: 'Toban の不具合です',
      body: '記録に残しました。もう一度試しても同じなら、管理者に時刻を伝えてください。',
    },
    foreign: {
      title: '送信元を確認できません',
      body: '別のサイトからの送信は受け付けません。Toban のページを開いて操作してください。',
    },
    signedOut: {
      title: 'サインアウトしています',
      body: '何も変更していません。別のタブでサインインしてから、このページで「もう一度送る」を押してください。',
    },
    expired: {
      title: 'ページが古くなりました',
      body: '何も変更していません。内容を確かめて「もう一度送る」を押してください。',
    },
    notAllowed: {
      title: 'この操作はできません',
      body: '権限が足りません。必要なら、Toban の管理者に頼んでください。',
    },
    signInFailed: {
      title: 'サインインできませんでした',
      body: 'Slack の確認が取れませんでした。もう一度サインインしてください。',
    },
    signInCancelled: {
      title: 'サインインを中止しました',
      body: '使うには、もう一度サインインして、Slack で許可してください。',
    },
    noAccess: {
      title: 'このアカウントでは入れません',
      body: '停止されたアカウントか、人のものではないアカウントです。Slack の管理者に確かめてください。',
    },
  },
  laptop: {
    title: 'このパソコンの中',
    body: '全部この中で動いています。チャットで当番を呼び、表の名前を変えて、もう一度呼んでみてください。',
  },
};

const en: WebText = {
  skip: 'Skip to content',
  gone: (id) => `${id} (no longer there)`,
  pages: 'Pages',
  home: 'Go to home',
  signOut: 'Sign out',
  sendAgain: 'Send again',
  stale: 'Not up to date. Trying to connect again.',
  roles: { viewer: 'viewer', responder: 'responder', editor: 'editor', admin: 'admin' },
  signIn: {
    title: 'Sign in',
    body: 'Sign in with Slack to see who is on duty, the calls for help, and what happened.',
    button: 'Sign in with Slack',
    guests: 'Guests can sign in too.',
  },
  errors: {
    notFound: {
      title: 'There is no such page',
      body: 'The address has changed or is mistyped, or it is open to certain people alone. Start from the home page.',
    },
    badInput: {
      title: 'The address or the input cannot be read',
      body: 'Nothing was changed. Go back and try again.',
    },
    conflict: {
      title: 'Somebody else changed it first',
      body: 'Nothing was changed. Look at the latest state, then try again.',
    },
    unavailable: {
      title: 'It cannot be read just now',
      body: 'No record is lost. Wait a few seconds and open the page again.',
    },
    tooMany: {
      title: 'Wait a moment',
      body: 'Too many sign-ins came from this network. Try again in a minute.',
    },
    bug: {
      title: 'Toban made a mistake',
      body: 'It is in the log. If it happens again, tell your administrator the time.',
    },
    foreign: {
      title: 'The sender cannot be confirmed',
      body: 'Forms from other sites are not accepted. Open the page in Toban and try there.',
    },
    signedOut: {
      title: 'You are signed out',
      body: 'Nothing was changed. Sign in in another tab, then press “Send again” here.',
    },
    expired: {
      title: 'This page was out of date',
      body: 'Nothing was changed. Check what you typed and press “Send again”.',
    },
    notAllowed: {
      title: 'You may not do this',
      body: 'Your role does not allow it. If you need it, ask an administrator of Toban.',
    },
    signInFailed: {
      title: 'You are not signed in',
      body: 'Slack could not confirm who you are. Please sign in again.',
    },
    signInCancelled: {
      title: 'Sign-in was cancelled',
      body: 'To use Toban, sign in again and allow it in Slack.',
    },
    noAccess: {
      title: 'This account cannot enter',
      body: 'It is deactivated, or not a person’s account. Ask an administrator of Slack.',
    },
  },
  laptop: {
    title: 'On this machine',
    body: 'Everything runs here. Call for help in the chat, change the name in the sheet, and call again.',
  },
};

export const webText = (locale: Locale): WebText => (locale === 'ja' ? ja : en);
