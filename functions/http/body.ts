import type { IncomingMessage } from 'node:http';

/** The raw bytes of a request, or null when there are more than `limit`. Rejects when the connection breaks. */
export function readBody(req: IncomingMessage, limit: number): Promise<Buffer | null> {
  // functions-framework has read the stream already and keeps the bytes here.
  const kept = (req as { rawBody?: unknown }).rawBody;
  if (Buffer.isBuffer(kept)) return Promise.resolve(kept.length > limit ? null : kept);
  if (Number(req.headers['content-length'] ?? 0) > limit) return Promise.resolve(null);
  // Listeners rather than `for await`, which costs a third of the edge's throughput.
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else resolve(null);
    });
    req.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    req.on('error', reject);
  });
}
