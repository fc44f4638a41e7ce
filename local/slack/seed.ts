import { APP_USER, type SimState, type SimUser } from './model.ts';

const user = (
  id: string,
  handle: string,
  realName: string,
  kind: SimUser['kind'] = 'member',
  locale = 'ja-JP',
): SimUser => ({
  id,
  handle,
  realName,
  locale,
  kind,
  deactivated: false,
  admin: id === 'U0SRELEAD' || id === 'U0CTO',
});

/** The scene: a support channel, an on-call contractor who is a guest outside it, a substitute, a lead. */
export const seedScene = (): SimState => ({
  users: [
    user(APP_USER, 'toban', 'Toban', 'bot'),
    user('U0CS', 'nakamura', '中村 美咲'),
    user('U0ONO', 'ono', '小野 健'),
    user('U0ARAI', 'arai', '新井 さくら', 'guest'),
    user('U0KATO', 'kato', '加藤 誠'),
    user('U0SATO', 'sato', '佐藤 花'),
    user('U0SRELEAD', 'mori', '森 由紀'),
    user('U0CTO', 'okada', '岡田 淳'),
    user('U0ALICE', 'alice', 'Alice Moore', 'member', 'en-US'),
    user('U0SOLO', 'tanabe', '田辺 修', 'single-channel-guest'),
    { ...user('U0GONE', 'hayashi', '林 進'), deactivated: true },
  ],
  channels: [
    {
      id: 'C0CSHELP',
      name: 'cs-help',
      members: [APP_USER, 'U0CS', 'U0ONO', 'U0SRELEAD', 'U0CTO', 'U0ALICE'],
    },
    { id: 'C0MOBILITY', name: 'mobility-dev', members: ['U0ONO', 'U0ARAI', 'U0KATO', 'U0SATO', 'U0SRELEAD'] },
  ],
  messages: [],
  notifications: [],
  sequence: 0,
});
