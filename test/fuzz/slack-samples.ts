/** What Slack really sends, to be changed: https://docs.slack.dev/reference/events and /interaction-payloads. */

const message = {
  type: 'message',
  channel: 'C0CSHELP',
  channel_type: 'channel',
  user: 'U0ONO',
  ts: '1764048600.000100',
  thread_ts: '1764048600.000100',
  text: '<!subteam^S0ONCALL|@oncall> 至急 <@U0TOBAN>',
  client_msg_id: 'c1',
  blocks: [
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'usergroup', usergroup_id: 'S0ONCALL' }] }],
    },
  ],
};

export function eventOf(event: object): object {
  return { type: 'event_callback', team_id: 'T0', authorizations: [{ user_id: 'U0TOBAN' }], event };
}

export const events = [
  message,
  { ...message, type: 'app_mention' },
  { ...message, subtype: 'bot_message', bot_id: 'B0FORM', app_id: 'A0FORM' },
  { ...message, subtype: 'message_changed', message, previous_message: message },
  { ...message, subtype: 'message_deleted', deleted_ts: '1764048600.000100' },
  {
    type: 'reaction_added',
    user: 'U0ONO',
    reaction: 'eyes',
    item: { type: 'message', channel: 'C0', ts: '1.2' },
  },
  { type: 'app_home_opened', user: 'U0ONO', tab: 'home', event_ts: '1.2' },
  { type: 'member_joined_channel', channel: 'C0ROOM', user: 'U0ONO', inviter: 'U0TOBAN' },
  { type: 'channel_rename', channel: { id: 'C0ROOM', name: 'new' } },
  { type: 'tokens_revoked', tokens: { oauth: ['U0ADMIN'], bot: [] } },
  { type: 'user_change', user: { id: 'U0ONO' } },
].map(eventOf);

export const EVENT_TYPES = [
  ...[
    'message',
    'app_mention',
    'reaction_removed',
    'app_home_opened',
    'channel_left',
    'group_archive',
    'app_uninstalled',
  ],
  ...['toString', 'constructor', '__proto__', 'hasOwnProperty', 'U0TOBAN', 'tombstone', 'thread_broadcast'],
];

const gesture = {
  team: { id: 'T0', domain: 'd' },
  user: { id: 'U0ONO', team_id: 'T0' },
  trigger_id: '1.2.a',
  response_url: 'https://hooks.slack.com/actions/T0/1/a',
};

const state = {
  values: {
    title: { value: { type: 'plain_text_input', value: '返却できない' } },
    severity: { value: { type: 'static_select', selected_option: { value: 'SEV2' } } },
    people: { value: { type: 'multi_users_select', selected_users: ['U0ONO', 'U0MORI'] } },
    at: { value: { type: 'datetimepicker', selected_date_time: 1_764_048_600 } },
    none: { value: { type: 'users_select', selected_user: null } },
  },
};

const view = {
  id: 'V0',
  type: 'modal',
  callback_id: 'toban-declare',
  hash: '1.a',
  private_metadata: '{}',
  state,
};

export const interactions = [
  {
    type: 'block_actions',
    ...gesture,
    container: { message_ts: '1.2', channel_id: 'C0' },
    channel: { id: 'C0' },
    message: { ts: '1.2', thread_ts: '1.1' },
    actions: [{ type: 'button', action_id: 'call:ack', block_id: 'b', value: 'esc_1', action_ts: '1.3' }],
  },
  {
    type: 'block_actions',
    ...gesture,
    view,
    actions: [
      { type: 'multi_static_select', action_id: 'a', selected_options: [{ value: '1' }, { value: '2' }] },
    ],
  },
  {
    type: 'message_action',
    ...gesture,
    callback_id: 'toban-call',
    action_ts: '1.2',
    channel: { id: 'C0' },
    message,
  },
  { type: 'shortcut', ...gesture, callback_id: 'toban-declare', action_ts: '1.2' },
  { type: 'view_submission', ...gesture, view },
  { type: 'view_closed', ...gesture, view },
];

export const INTERACTION_TYPES = [
  'block_actions',
  'message_action',
  'shortcut',
  'view_submission',
  'view_closed',
  'home',
];

export const command = {
  command: '/toban',
  text: 'status 至急',
  team_id: 'T0',
  channel_id: 'C0CSHELP',
  user_id: 'U0ONO',
  response_url: 'https://hooks.slack.com/commands/T0/1/a',
  trigger_id: '1.2.a',
};
