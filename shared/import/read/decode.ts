import { TobanError } from '../../platform/errors.ts';

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** Bytes beyond the first sign that is not ASCII: enough to tell one encoding from the other. */
const SAMPLE = 4_096;
const NOTHING: Uint8Array = new Uint8Array(0);
type Decoder = InstanceType<typeof TextDecoder>;

/**
 * The text of a file, piece by piece: by its mark where it has one, else UTF-8, else Shift_JIS as Excel writes it. Which of
 * the two shows at the first sign beyond ASCII. Throws `bad-input` (reason `not-text`) where it is neither.
 */
export async function* decode(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: Decoder | null = null;
  let held = NOTHING;
  for await (const chunk of chunks) {
    if (decoder) {
      yield strict(decoder, chunk);
      continue;
    }
    held = joined(held, chunk);
    const found = choose(held, false);
    if (found === 'later') continue;
    if (found instanceof TextDecoder) decoder = found;
    yield strict(found === 'ascii' ? new TextDecoder() : found, held);
    held = NOTHING;
  }
  if (!decoder && held.length > 0) {
    const found = choose(held, true);
    decoder = found instanceof TextDecoder ? found : new TextDecoder();
    yield strict(decoder, held);
  }
  if (decoder) yield strict(decoder, null);
}

/** `later`: too little is known; `ascii`: whichever it is, these bytes are the same in each. */
function choose(bytes: Uint8Array, whole: boolean): Decoder | 'later' | 'ascii' {
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked) return new TextDecoder(marked[0], { fatal: true });
  const first = bytes.findIndex((byte) => byte >= 0x80);
  if (first === -1) return 'ascii';
  if (!whole && bytes.length - first < SAMPLE) return 'later';
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !whole });
      return new TextDecoder(encoding, { fatal: true });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw notText();
}

/** Null ends it. */
function strict(decoder: Decoder, bytes: Uint8Array | null): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw notText();
  }
}

const notText = () =>
  new TobanError('bad-input', 'The file is neither UTF-8 nor Shift_JIS text.', { reason: 'not-text' });

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  const all = new Uint8Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}
