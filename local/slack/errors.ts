/**
 * Every code with which the simulated Slack refuses. `documented`: Slack's reference lists it for where it is used here.
 * `assumed`: the code exists, but when exactly a real workspace gives it was not observed.
 */
export const errorCodes = {
  account_inactive: 'documented',
  already_archived: 'documented',
  already_in_channel: 'documented',
  already_pinned: 'documented',
  already_reacted: 'documented',
  bad_client_secret: 'documented',
  bad_redirect_uri: 'documented',
  cant_delete_message: 'documented',
  cant_invite: 'assumed',
  cant_invite_self: 'documented',
  cant_kick_self: 'documented',
  cant_update_message: 'documented',
  channel_not_found: 'documented',
  duplicate_external_id: 'documented',
  exchanged_trigger_id: 'documented',
  expired_trigger_id: 'documented',
  file_not_found: 'documented',
  handle_already_exists: 'assumed',
  hash_conflict: 'documented',
  invalid_arguments: 'documented',
  invalid_auth: 'documented',
  invalid_blocks: 'documented',
  invalid_client_id: 'documented',
  invalid_code: 'documented',
  invalid_cursor: 'documented',
  invalid_link: 'documented',
  invalid_metadata_format: 'documented',
  invalid_name: 'documented',
  invalid_name_maxlength: 'documented',
  invalid_name_punctuation: 'documented',
  invalid_name_required: 'documented',
  invalid_name_specials: 'documented',
  invalid_trigger_id: 'documented',
  invalid_users: 'assumed',
  is_archived: 'documented',
  message_not_found: 'documented',
  metadata_too_large: 'documented',
  method_not_supported_for_channel_type: 'documented',
  missing_scope: 'documented',
  msg_blocks_too_long: 'assumed',
  msg_too_long: 'documented',
  name_already_exists: 'documented',
  name_taken: 'documented',
  no_permission: 'assumed',
  no_pin: 'documented',
  no_reaction: 'documented',
  no_such_subteam: 'assumed',
  no_text: 'documented',
  no_users_provided: 'documented',
  not_allowed_token_type: 'documented',
  not_archived: 'documented',
  not_authed: 'documented',
  not_found: 'documented',
  not_in_channel: 'documented',
  permission_denied: 'documented',
  plan_upgrade_required: 'documented',
  push_limit_reached: 'documented',
  ratelimited: 'documented',
  restricted_action: 'documented',
  single_channel_guests_cannot_be_added: 'assumed',
  team_access_not_granted: 'documented',
  thread_not_found: 'documented',
  token_revoked: 'documented',
  too_long: 'documented',
  too_many_bookmarks: 'documented',
  too_many_users: 'assumed',
  unknown_method: 'documented',
  ura_max_channels: 'assumed',
  user_disabled: 'documented',
  user_is_restricted: 'assumed',
  user_not_found: 'documented',
  user_not_in_channel: 'documented',
  users_not_found: 'documented',
  view_too_large: 'documented',
} as const satisfies Record<string, 'documented' | 'assumed'>;

export type SlackCode = keyof typeof errorCodes;

/** Thrown by a method: Slack's own error code, and what else the answer says. */
export class SlackRefusal extends Error {
  readonly code: SlackCode;
  readonly detail: object;

  constructor(code: SlackCode, detail: object = {}) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

export function refuse(code: SlackCode, detail?: object): never {
  throw new SlackRefusal(code, detail);
}

/** Refuses for a shape that Slack cannot read, with the sentences a developer sees. */
export function refuseShape(code: SlackCode, ...messages: readonly string[]): never {
  return refuse(code, { response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) } });
}
