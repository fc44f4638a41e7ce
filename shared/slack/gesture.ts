import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { InboundAction, InboundShortcut, InboundSubmission } from './inbound.ts';

/** `trigger` opens one view within 3 s. It stays at the edge. */
export type ParsedInteraction =
  | {
      readonly kind: 'inbound';
      readonly inbound: InboundAction | InboundShortcut | InboundSubmission;
      readonly trigger: string;
    }
  | { readonly kind: 'ignored'; readonly code: string }
  | { readonly kind: 'invalid'; readonly code: string };

/** Fields that every interaction of a person has. */
export const gestureFields = {
  team: z.optional(z.nullable(z.looseObject({ id: z.string() }))),
  user: z.looseObject({ id: z.string(), team_id: z.optional(z.string()) }),
  trigger_id: z.optional(z.string()),
};

interface Gesture {
  readonly team?: { readonly id: string } | null | undefined;
  readonly user: { readonly id: string; readonly team_id?: string | undefined };
}

/** Who did it and when; `team` is null in the payload of an app installed for a whole organisation. */
export function who({ team, user }: Gesture, receivedAt: number) {
  return { team: team?.id ?? user.team_id ?? '', user: user.id, receivedAt };
}

/** One id for one gesture, from what Slack gives only once. Hashed, because a trigger is a capability. */
export const causeOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
