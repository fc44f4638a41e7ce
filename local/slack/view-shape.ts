import * as z from 'zod/mini';
import { checkBlocks } from './blocks.ts';
import { refuse, refuseShape } from './errors.ts';
import type { SimView } from './model.ts';

const label = z.object({
  type: z.literal('plain_text'),
  text: z.string().check(z.minLength(1), z.maxLength(24)),
  emoji: z.optional(z.boolean()),
});
const View = z.strictObject({
  type: z.enum(['modal', 'home']),
  blocks: z.array(z.unknown()),
  title: z.optional(label),
  submit: z.optional(label),
  close: z.optional(label),
  callback_id: z.optional(z.string().check(z.maxLength(255))),
  private_metadata: z.optional(z.string().check(z.maxLength(3_000))),
  external_id: z.optional(z.string().check(z.maxLength(255))),
  clear_on_close: z.optional(z.boolean()),
  notify_on_close: z.optional(z.boolean()),
});

const LARGEST = 250_000;

/** What an app says of a view; the rest of `SimView` is Slack's. */
export type ViewShape = Omit<SimView, 'id' | 'user' | 'rootId' | 'previousId' | 'hash'>;

/** Refuses a view that Slack would refuse. */
export function checkView(value: unknown, type: SimView['type']): ViewShape {
  if (Buffer.byteLength(JSON.stringify(value ?? null)) > LARGEST) refuse('view_too_large');
  const parsed = View.safeParse(value);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(
      (issue) => `${issue.message} [json-pointer:/view/${issue.path.join('/')}]`,
    );
    return refuseShape('invalid_arguments', ...issues);
  }
  const view = parsed.data;
  if (view.type !== type) refuseShape('invalid_arguments', `a ${type} is expected here`);
  const blocks = [...checkBlocks(view.blocks, type)];
  if (type === 'modal' && !view.title) refuseShape('invalid_arguments', 'a modal needs a title');
  const asks = blocks.some((block) => block.type === 'input');
  if (type === 'modal' && asks && !view.submit)
    refuseShape('invalid_arguments', 'a modal with inputs needs submit');
  return {
    type,
    blocks,
    title: view.title ?? null,
    submit: view.submit ?? null,
    close: view.close ?? null,
    callbackId: view.callback_id ?? '',
    privateMetadata: view.private_metadata ?? '',
    externalId: view.external_id ?? '',
    clearOnClose: view.clear_on_close ?? false,
    notifyOnClose: view.notify_on_close ?? false,
  };
}
