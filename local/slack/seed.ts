import {
  APP_USER,
  type SimBookmark,
  type SimChannel,
  type SimFile,
  type SimMessage,
  type SimNotification,
  type SimToken,
  type SimUser,
  type SimUserGroup,
  type SimView,
} from './model.ts';
import { seedTalk } from './seed-talk.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** Everything the simulated workspace remembers. */
export interface SimState {
  users: SimUser[];
  channels: SimChannel[];
  messages: SimMessage[];
  notifications: SimNotification[];
  userGroups: SimUserGroup[];
  views: SimView[];
  tokens: SimToken[];
  files: SimFile[];
  settings: Settings;
}

const user = (id: string, handle: string, realName: string, more: Partial<SimUser> = {}): SimUser => ({
  id,
  handle,
  realName,
  email: more.kind === 'bot' ? null : `${handle}@example.com`,
  locale: 'ja-JP',
  kind: 'member',
  admin: false,
  owner: false,
  deactivated: false,
  dnd: false,
  ...more,
});

const channel = (
  id: string,
  name: string,
  members: string[],
  more: Partial<SimChannel> = {},
): SimChannel => ({
  id,
  name,
  members,
  private: false,
  archived: false,
  creator: 'U0OWNER',
  created: 1_767_225_600,
  topic: '',
  purpose: '',
  bookmarks: [] as SimBookmark[],
  pins: [],
  ...more,
});

/** The scene: a support channel, an on-call contractor who is a guest outside it, a substitute, a lead. */
export const seedScene = (now: number): SimState => ({
  users: [
    user(APP_USER, 'toban', 'Toban', { kind: 'bot' }),
    user('U0CS', 'nakamura', '中村 美咲', { title: 'カスタマーサポート' }),
    user('U0ONO', 'ono', '小野 健', { title: '車両オンコール' }),
    user('U0ARAI', 'arai', '新井 さくら', { kind: 'guest', title: '車両オンコール（業務委託）' }),
    user('U0KATO', 'kato', '加藤 誠', { title: '車両オンコール' }),
    user('U0SATO', 'sato', '佐藤 花', { title: '車両オンコール' }),
    user('U0SRELEAD', 'mori', '森 由紀', { admin: true, title: 'SRE リード' }),
    user('U0CTO', 'okada', '岡田 淳', { admin: true, title: 'CTO' }),
    user('U0ALICE', 'alice', 'Alice Moore', { locale: 'en-US', title: 'Customer support' }),
    user('U0SOLO', 'tanabe', '田辺 修', { kind: 'single-channel-guest' }),
    user('U0GONE', 'hayashi', '林 進', { deactivated: true }),
    user('U0GUEST2', 'ito', '伊藤 翼', { kind: 'guest' }),
    user('U0ADMIN', 'toban-admin', 'Toban 管理用', { admin: true }),
    user('U0OWNER', 'ishikawa', '石川 恵', { admin: true, owner: true, title: '情報システム' }),
    user('U0BOB', 'bob', 'Bob Carter', { locale: 'en-US' }),
    user('U0OPS', 'yamada', '山田 亮', { title: 'サービス運用' }),
    user('U0FORM', 'form', '問い合わせフォーム', { kind: 'bot' }),
  ],
  channels: [
    channel('C0CSHELP', 'cs-help', [APP_USER, 'U0CS', 'U0ONO', 'U0SRELEAD', 'U0CTO', 'U0ALICE']),
    channel('C0MOBILITY', 'mobility-dev', ['U0ONO', 'U0ARAI', 'U0KATO', 'U0SATO', 'U0SRELEAD', 'U0SOLO']),
    channel('C0INCIDENTS', 'incidents', [APP_USER, 'U0CS', 'U0SRELEAD', 'U0CTO', 'U0OPS', 'U0OWNER']),
    channel('C0SERVICEOPS', 'service-ops', [APP_USER, 'U0OPS', 'U0CS']),
    channel('C0OWNERS', 'toban-owners', [APP_USER, 'U0SRELEAD', 'U0CTO'], { private: true }),
    channel('C0CANARY', 'canary', [APP_USER]),
  ],
  messages: seedTalk(now),
  notifications: [],
  userGroups: [
    {
      id: 'S0ONCALL',
      handle: 'mobility-oncall',
      name: '車両オンコール',
      description: '',
      users: ['U0ADMIN'],
      enabled: true,
    },
  ],
  views: [],
  tokens: [],
  files: [],
  settings: { ...defaultSettings },
});
