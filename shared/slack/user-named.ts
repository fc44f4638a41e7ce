import type { SlackUser } from '../ports/slack.ts';

/** Somebody of whom no more is known than id and name. */
export const userNamed = (id: string, name: string): SlackUser => ({
  id,
  name,
  realName: name,
  handle: '',
  email: null,
  locale: null,
  deactivated: false,
  bot: false,
  admin: false,
  guest: 'no',
});
