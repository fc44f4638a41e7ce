import type { Locale } from '../language/index.ts';
import { manifestText } from './manifest-text.ts';

/** What the app may do as itself. */
export const botScopes = [
  'app_mentions:read',
  'bookmarks:read',
  'bookmarks:write',
  'channels:history',
  'channels:join',
  'channels:manage',
  'channels:read',
  'channels:write.invites',
  'chat:write',
  'commands',
  'files:write',
  'groups:history',
  'groups:read',
  'groups:write',
  'groups:write.invites',
  'im:history',
  'im:read',
  'im:write',
  'pins:write',
  'reactions:read',
  'reactions:write',
  'usergroups:read',
  'usergroups:write',
  'users:read',
  'users:read.email',
] as const;

/** What the token of an administrator may do: what Slack refuses the app. Without `chat:write` it never speaks. */
export const adminScopes = [
  'channels:read',
  'channels:write',
  'channels:write.invites',
  'groups:read',
  'groups:write',
  'groups:write.invites',
  'usergroups:read',
  'usergroups:write',
  'users:read',
] as const;

/** Sign in with Slack. */
export const signInScopes = ['openid', 'profile', 'email'] as const;

const botEvents = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'channel_archive',
  'channel_left',
  'channel_rename',
  'channel_unarchive',
  'group_archive',
  'group_left',
  'group_rename',
  'group_unarchive',
  'member_joined_channel',
  'member_left_channel',
  'message.channels',
  'message.groups',
  'message.im',
  'reaction_added',
  'reaction_removed',
  'subteam_members_changed',
  'subteam_updated',
  'team_join',
  'tokens_revoked',
  'user_change',
] as const;

export interface ManifestOptions {
  /** The language of what members of the workspace read. */
  readonly locale?: Locale;
  /** Where people meet the pages, if not at the same address: installation and sign-in return there. */
  readonly pagesUrl?: string;
}

/** Slack's app manifest. `baseUrl`: https address of the edge, such as `https://toban.example.com`. */
export function manifest(baseUrl: string, { locale = 'ja', pagesUrl = baseUrl }: ManifestOptions = {}) {
  const text = manifestText[locale];
  const url = trimmed(baseUrl);
  const command = (name: string, description: string, hint: string) => ({
    command: name,
    url: `${url}/slack/commands`,
    description,
    usage_hint: hint,
    // People and channels arrive as ids, not as names that somebody may change.
    should_escape: true,
  });
  const shortcut = (callbackId: string, name: string, description: string) => ({
    name,
    type: 'message' as 'message' | 'global',
    callback_id: callbackId,
    description,
  });
  return {
    display_information: {
      name: 'Toban',
      description: text.description,
      long_description: text.long,
      background_color: '#1f3a5f',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Toban', always_online: true },
      shortcuts: [
        shortcut('call_for_help', text.callForHelp, text.callForHelpAbout),
        shortcut('declare_incident', text.declare, text.declareAbout),
        shortcut('add_to_timeline', text.timeline, text.timelineAbout),
        shortcut('add_action_item', text.actionItem, text.actionItemAbout),
      ],
      slash_commands: [
        command('/toban', text.toban, text.tobanHint),
        command('/oncall', text.oncall, text.oncallHint),
        command('/incident', text.incident, text.incidentHint),
        command('/runbook', text.runbook, text.runbookHint),
        command('/postmortem', text.postmortem, text.postmortemHint),
      ],
    },
    oauth_config: {
      // Slack accepts every address below a registered one.
      redirect_urls: [trimmed(pagesUrl)],
      scopes: { bot: [...botScopes] as string[], user: [...adminScopes, ...signInScopes] as string[] },
    },
    settings: {
      event_subscriptions: { request_url: `${url}/slack/events`, bot_events: [...botEvents] as string[] },
      interactivity: { is_enabled: true, request_url: `${url}/slack/interactivity` },
      org_deploy_enabled: false,
      socket_mode_enabled: false,
      token_rotation_enabled: false,
    },
  };
}

const trimmed = (url: string): string => url.replace(/\/+$/, '');

export type Manifest = ReturnType<typeof manifest>;
