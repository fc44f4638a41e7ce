import type { SlackUser } from '../../ports/slack.ts';

/** Slack's user object, as far as we read it. */
export interface RawUser {
  readonly id?: string;
  readonly name?: string;
  readonly real_name?: string;
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  readonly is_admin?: boolean;
  readonly is_owner?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly locale?: string;
  readonly profile?: {
    readonly display_name?: string;
    readonly real_name?: string;
    readonly email?: string;
  };
}

export function toUser(raw: RawUser): SlackUser {
  const { id = '', name = '', profile } = raw;
  const realName = raw.real_name || profile?.real_name || name;
  return {
    id,
    name: profile?.display_name || realName || name || id,
    realName,
    handle: name,
    email: profile?.email ?? null,
    locale: raw.locale ?? null,
    deactivated: raw.deleted === true,
    bot: raw.is_bot === true || id === 'USLACKBOT',
    admin: raw.is_admin === true || raw.is_owner === true,
    guest: raw.is_ultra_restricted ? 'single-channel' : raw.is_restricted ? 'multi-channel' : 'no',
  };
}
