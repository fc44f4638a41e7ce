import * as z from 'zod/mini';
import { parseAction } from './block-actions.ts';
import type { ParsedInteraction } from './gesture.ts';
import { parseShortcut } from './shortcuts.ts';
import { parseSubmission } from './submissions.ts';

const Typed = z.looseObject({ type: z.string() });

/** The `payload` field of an interactivity request (already JSON) in our words. Never throws. */
export function parseInteraction(payload: unknown, receivedAt: number): ParsedInteraction {
  const typed = Typed.safeParse(payload);
  if (!typed.success) return { kind: 'invalid', code: 'not-an-interaction' };
  switch (typed.data.type) {
    case 'block_actions':
      return parseAction(payload, receivedAt);
    case 'message_action':
    case 'shortcut':
      return parseShortcut(payload, receivedAt);
    case 'view_submission':
      return parseSubmission(payload, receivedAt);
    case 'view_closed':
      return { kind: 'ignored', code: 'view-closed' };
    default:
      return { kind: 'ignored', code: 'unused-interaction' };
  }
}
