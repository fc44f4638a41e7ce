import type { SlackUser } from '../ports/slack.ts';
import type { WebConfig } from './schemas.ts';

/** Least first; each may do all that the ones before may. */
export const roles = ['viewer', 'responder', 'editor', 'admin'] as const;
export type Role = (typeof roles)[number];

/**
 * What a person may do on the pages. toban.yaml has the first word; otherwise Slack's owners and admins are admins, and
 * everybody else, guests too, is a responder. Null: no access (deactivated, or not a person).
 */
export function roleOf(user: SlackUser, config: WebConfig): Role | null {
  if (user.deactivated || user.bot) return null;
  if (config.admins.includes(user.id)) return 'admin';
  if (config.editors.includes(user.id)) return 'editor';
  if (config.viewers.includes(user.id)) return 'viewer';
  return user.admin ? 'admin' : 'responder';
}

export const allows = (role: Role, needed: Role): boolean => roles.indexOf(role) >= roles.indexOf(needed);
