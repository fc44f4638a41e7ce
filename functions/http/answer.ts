import type { ServerResponse } from 'node:http';

/** What a request is answered with: a status, and one kind of body or none. */
export type Answer = { readonly status: number; readonly headers?: Readonly<Record<string, string>> } & (
  | { readonly text?: string; readonly json?: never }
  | { readonly json: object; readonly text?: never }
);

const EMPTY = { 'content-length': 0 };

/** Writes an answer once; a connection that is already gone is left alone. */
export function send(res: ServerResponse, answer: Answer): void {
  if (res.headersSent || res.destroyed) return;
  const body = answer.json ? JSON.stringify(answer.json) : (answer.text ?? '');
  // Most answers to Slack are empty; the shortest head is a measurable part of their cost.
  if (body === '' && !answer.headers) {
    res.writeHead(answer.status, EMPTY);
    res.end();
    return;
  }
  res.writeHead(answer.status, {
    ...answer.headers,
    'content-type': answer.json ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  res.end(body);
}
