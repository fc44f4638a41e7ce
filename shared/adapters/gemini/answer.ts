import { z } from 'zod';
import { TobanError } from '../../platform/errors.ts';
import type { Written } from '../../ports/writer.ts';

const Answer = z.object({
  sentences: z.array(z.object({ text: z.string(), cites: z.array(z.string()).default([]) })),
  unknown: z.array(z.string()).default([]),
});

/** What is read of the client's response. */
export interface Response {
  readonly text?: string | undefined;
  readonly promptFeedback?: { readonly blockReason?: string } | undefined;
  readonly candidates?: readonly { readonly finishReason?: string | undefined }[] | undefined;
}

const unusable = (message: string): TobanError =>
  new TobanError('bad-input', message, { reason: 'unusable' });

/** The model's answer in our words. Never quotes what it says: that may be anything. */
export function writtenIn({ text, promptFeedback, candidates }: Response): Written {
  const finish = candidates?.[0]?.finishReason;
  if (promptFeedback?.blockReason || (finish && finish !== 'STOP' && finish !== 'MAX_TOKENS'))
    throw new TobanError('refused', 'the model does not write about this', { reason: 'blocked' });
  if (finish === 'MAX_TOKENS') throw unusable('the model was cut off');
  let parsed: unknown;
  try {
    parsed = JSON.parse(text ?? '');
  } catch {
    throw unusable('the model answered something that is no JSON');
  }
  const answer = Answer.safeParse(parsed);
  if (!answer.success) throw unusable('the model answered in another form than it was asked for');
  return answer.data;
}
