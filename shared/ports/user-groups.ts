export interface UserGroup {
  readonly id: string;
  /** The @handle, without the sign. */
  readonly handle: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly users: readonly string[];
}

/** What Slack may refuse the app and allow an administrator. */
export interface UserGroupWriter {
  /**
   * Replaces all members at once. Refused with `permission_denied` (the setting asks for an administrator),
   * `invalid_users` or `single_channel_guests_cannot_be_added` (a guest, a bot or somebody deactivated is among them:
   * nothing was changed), `no_users_provided` (a group is never empty: disable it), `plan_upgrade_required`.
   */
  setMembers(group: string, users: readonly string[], signal: AbortSignal): Promise<void>;
  /** Being so already counts as done. */
  setEnabled(group: string, enabled: boolean, signal: AbortSignal): Promise<void>;
}

/** User groups in Slack. Errors as in the port of messages. */
export interface UserGroups extends UserGroupWriter {
  /** All of them, disabled ones too, with their members. */
  list(signal: AbortSignal): Promise<readonly UserGroup[]>;
}
