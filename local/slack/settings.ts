import * as z from 'zod/mini';

const whoMay = z.enum(['everyone', 'admins']);

/** What an administrator of the workspace may set, and how the simulation behaves. */
export const Settings = z.object({
  /** Who may create channels (else `restricted_action`). */
  channelCreation: whoMay,
  /** Who may change user groups (else `permission_denied`); a bot counts as a member. */
  userGroups: whoMay,
  /** With which code Slack refuses a guest invited by somebody who may not; none was observed, so each may be tried. */
  guestInviteError: z.enum(['user_is_restricted', 'cant_invite', 'no_permission']),
  /** On the free plan user groups refuse with `plan_upgrade_required`. */
  plan: z.enum(['free', 'paid']),
  /** `posting`: one message a second in a channel. `all`: each method's tier a minute, too. */
  rateLimits: z.enum(['off', 'posting', 'all']),
  /** Messages that a quiet channel takes at once before the pace of one a second rules. */
  messageBurst: z.number().check(z.gte(1)),
  /** Real time that each Web API call takes, in ms. */
  latencyMs: z.number().check(z.gte(0)),
});
export type Settings = z.infer<typeof Settings>;

export const defaultSettings: Settings = {
  channelCreation: 'everyone',
  userGroups: 'everyone',
  guestInviteError: 'user_is_restricted',
  plan: 'paid',
  rateLimits: 'posting',
  messageBurst: 5,
  latencyMs: 0,
};
