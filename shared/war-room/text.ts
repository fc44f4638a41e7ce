import type { Locale } from '../language/index.ts';

/** Why Slack did not let something be done, and what a person can do about it. */
export interface Explained {
  readonly why: string;
  readonly todo: string;
  /** Whether pressing "try again" may help once that is done. */
  readonly retry: boolean;
}

type Sentence = readonly [
  ja: readonly [why: string, todo: string],
  en: readonly [why: string, todo: string],
  retry: boolean,
];

const SENTENCES: Readonly<Record<string, Sentence>> = {
  'needs-admin': [
    [
      'ワークスペースの設定で、Toban だけではできません',
      '手作業で行うか、管理者アカウントを Toban につないでください',
    ],
    [
      "the workspace's settings do not let Toban do it alone",
      'Do it by hand, or connect an administrator to Toban',
    ],
    true,
  ],
  'admin-token-lost': [
    ['管理者アカウントの権限が取り消されています', '手作業で行い、管理者アカウントをつなぎ直してください'],
    ["the administrator's token was revoked", 'Do it by hand, and connect the administrator again'],
    true,
  ],
  'single-channel-guest': [
    ['シングルチャンネルゲストは、ほかのチャンネルに入れません', '内容を直接知らせてください'],
    ['a single-channel guest cannot join another channel', 'Tell them directly'],
    false,
  ],
  deactivated: [
    ['アカウントが停止されています', '当番表や設定の名前を直してください'],
    ['the account is deactivated', 'Correct the rota or the configuration'],
    false,
  ],
  'not-a-person': [
    ['ボットは招待しません', '人を指定してください'],
    ['bots are not invited', 'Name a person'],
    false,
  ],
  user_not_found: [
    ['このIDのアカウントが見つかりません', '設定のIDを直してください'],
    ['there is no account with this ID', 'Correct the ID in the configuration'],
    false,
  ],
  no_such_subteam: [
    ['ユーザーグループが見つかりません', '設定のグループIDを直してください'],
    ['there is no such user group', 'Correct the ID of the group in the configuration'],
    false,
  ],
  ura_max_channels: [
    ['このゲストが入れるチャンネル数の上限です', '内容を直接知らせてください'],
    ['this guest is in as many channels as allowed', 'Tell them directly'],
    false,
  ],
  not_in_channel: [
    [
      'Toban がチャンネルから外されています',
      'チャンネルで `/invite @Toban` を実行し、もう一度試してください',
    ],
    ['Toban was removed from the channel', 'Run `/invite @Toban` there, then try again'],
    true,
  ],
  channel_not_found: [
    [
      'チャンネルが見つからないか、Toban が入っていません',
      'チャンネルに Toban を招待し、もう一度試してください',
    ],
    ['the channel was not found, or Toban is not in it', 'Invite Toban there, then try again'],
    true,
  ],
  is_archived: [
    ['チャンネルがアーカイブされています', 'アーカイブを解除し、もう一度試してください'],
    ['the channel is archived', 'Unarchive it, then try again'],
    true,
  ],
  name_taken: [
    ['使えるチャンネル名がありません', '設定のチャンネル名を変え、もう一度試してください'],
    ['no channel name is free', 'Change the pattern of names, then try again'],
    true,
  ],
  missing_scope: [
    ['Toban の Slack アプリに権限が足りません', 'アプリを入れ直して権限を加えてください'],
    ['the Slack app lacks a permission', 'Reinstall the app with the permission added'],
    true,
  ],
};

/** The sentences for a reason of ours or a code of Slack's; a code nobody foresaw is shown as it is. */
export function explain(reason: string | null, locale: Locale): Explained {
  const known = SENTENCES[reason ?? ''];
  if (known) {
    const [why, todo] = known[locale === 'ja' ? 0 : 1];
    return { why, todo, retry: known[2] };
  }
  const code = reason ?? '?';
  return locale === 'ja'
    ? {
        why: `Slack に断られました（${code}）`,
        todo: 'もう一度試し、続くなら手作業で行ってください',
        retry: true,
      }
    : { why: `Slack refused (${code})`, todo: 'Try again; if it goes on, do it by hand', retry: true };
}
