import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './google-error.ts';

/** Thrown by a handler: the request is wrong, and this is what to say. `code` is for the page's own sentence. */
export class BadRequest extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, message: string, detail: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.detail = detail;
  }
}

/** The whole body; beyond `limit` bytes a 413. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limit) throw new BadRequest(413, 'too-large', `the body is larger than ${limit} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** JSON only: a form of some other web page cannot send this type, so it cannot edit the sheet. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  if (!request.headers['content-type']?.startsWith('application/json')) {
    throw new BadRequest(415, 'not-json', 'send content-type: application/json');
  }
  const body = await readBody(request, 5_000_000);
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw new BadRequest(
      400,
      'bad-json',
      `the body is not JSON: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** A page elsewhere that resolves its own name to 127.0.0.1 would carry that name here. */
export function isLocalHost(request: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? '');
}

export function send(response: ServerResponse, { status, body, headers }: Answer): void {
  const isText = typeof body === 'string';
  const type = isText ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers });
  response.end(status === 304 || body === undefined ? undefined : isText ? body : JSON.stringify(body));
}
