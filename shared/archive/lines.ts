import { TobanError } from '../platform/errors.ts';

/** Twice what a document may have. */
const LONGEST = 2 * 1_048_576;

/** The lines of UTF-8 text, one after the other. Throws `bad-input` for other bytes and for a line without end. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let held = '';
  for await (const chunk of chunks) {
    const lines = (held + decoded(decoder, chunk)).split('\n');
    held = lines.pop() ?? '';
    yield* lines;
    if (held.length > LONGEST) throw broken('a line of it is longer than any document.');
  }
  yield held + decoded(decoder, null);
}

/** Null ends it. */
function decoded(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array | null): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw broken('it is not UTF-8 text.');
  }
}

const broken = (why: string) =>
  new TobanError('bad-input', `This export is broken: ${why}`, { reason: 'broken' });
