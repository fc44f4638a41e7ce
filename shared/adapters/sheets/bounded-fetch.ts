import { TobanError } from '../../platform/errors.ts';

/** Far above any rota (10,000 rows × 20 columns answer about 8 MB), far below what would kill an instance. */
const LARGEST_ANSWER = 20 * 1024 * 1024;

/** fetch whose body fails beyond the limit. Content-Length says nothing about compressed answers, so bytes are counted. */
export async function boundedFetch(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request);
  if (!response.body) return response;
  let size = 0;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.byteLength;
      if (size > LARGEST_ANSWER) controller.error(tooLarge());
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(limit), { status, statusText, headers });
}

const tooLarge = () =>
  new TobanError('bad-input', `the spreadsheet's answer is larger than ${LARGEST_ANSWER / 1024 / 1024} MB`, {
    reason: 'too-large',
  });
