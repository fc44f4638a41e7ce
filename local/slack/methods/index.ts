import { auth } from './auth.ts';
import { bookmarks } from './bookmarks.ts';
import { chat } from './chat.ts';
import { conversations } from './conversations.ts';
import type { Method } from './define.ts';
import { files } from './files.ts';
import { history } from './history.ts';
import { oauth } from './oauth.ts';
import { pins } from './pins.ts';
import { reactions } from './reactions.ts';
import { usergroups } from './usergroups.ts';
import { users } from './users.ts';
import { views } from './views.ts';

/** The Web API as a table; a method that is not here is `unknown_method`. */
export const methods: Readonly<Record<string, Method>> = {
  ...auth,
  ...bookmarks,
  ...chat,
  ...conversations,
  ...files,
  ...history,
  ...oauth,
  ...pins,
  ...reactions,
  ...usergroups,
  ...users,
  ...views,
};
