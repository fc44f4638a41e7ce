import * as z from 'zod/mini';
import { causeOf, gestureFields, type ParsedInteraction, who } from './gesture.ts';
import { bounded, State, valuesOf } from './view-values.ts';

const Submission = z.looseObject({
  type: z.literal('view_submission'),
  ...gestureFields,
  view: z.looseObject({
    id: z.string(),
    callback_id: z.string(),
    hash: z.optional(z.string()),
    private_metadata: z.optional(z.string()),
    state: State,
  }),
});

/** A modal was sent. The view's hash changes with each version, so sending the same one twice is one cause. */
export function parseSubmission(payload: unknown, receivedAt: number): ParsedInteraction {
  const parsed = Submission.safeParse(payload);
  if (!parsed.success) return { kind: 'invalid', code: 'malformed-submission' };
  const { view } = parsed.data;
  const by = who(parsed.data, receivedAt);
  return {
    kind: 'inbound',
    trigger: parsed.data.trigger_id ?? '',
    inbound: {
      type: 'submission',
      ...by,
      cause: causeOf(by.user, view.id, view.hash ?? ''),
      callbackId: view.callback_id,
      viewId: view.id,
      privateMetadata: bounded(view.private_metadata ?? ''),
      values: valuesOf(view.state),
    },
  };
}
