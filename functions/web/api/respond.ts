import { hash } from 'node:crypto';
import type { Context } from 'hono';
import type { Locale } from '../../../shared/language/index.ts';
import { type Download, downloadHeaders } from '../archive.ts';
import { securityOf } from '../security.ts';
import type { Answered } from './once.ts';
import type { Operation } from './operation.ts';
import { PROBLEMS, type Problem } from './problem.ts';
import { apiText } from './text.ts';

export const API = '/api/v1';

/** Of a text: encoded once, for its length, its tag and the wire. */
type Bytes = Buffer<ArrayBuffer>;
type Headers = Readonly<Record<string, string>>;

/**
 * An answer as it is sent, with all its headers at once and as they are: taken apart and put together again by one
 * middleware after the other, or by Hono's context, they took as long as all the rest.
 */
export function answer(
  c: Context,
  { method, status }: Operation,
  { body, version, at, again }: Answered,
  more: Headers,
): Response {
  const bytes = Buffer.from(JSON.stringify(body));
  const tag = version !== undefined ? `"${version}"` : method === 'GET' ? tagOf(bytes) : null;
  const headers = {
    ...more,
    'content-type': 'application/json',
    'cache-control': method === 'GET' ? 'private, no-cache' : 'no-store',
    vary: 'authorization, accept-language',
    ...(tag !== null && { etag: tag }),
    ...(at !== undefined && { location: `${API}${at}` }),
    ...(again && { 'idempotency-replayed': 'true' }),
  };
  return method === 'GET'
    ? unlessKnown(c, bytes, headers)
    : new Response(bytes, { status: status ?? 200, headers });
}

/** A file, as it is made. */
export const download = (c: Context, file: Download, more: Headers): Response =>
  c.body(file.stream, 200, { ...more, ...downloadHeaders(file) });

/** The OpenAPI document, which is the same until the next version runs. Made when first asked for: few ask. */
export const specOf = (make: () => string, more: Headers): ((c: Context) => Response) => {
  let made: { readonly bytes: Bytes; readonly headers: Headers } | null = null;
  const whole = () => {
    const bytes = Buffer.from(make());
    const json = { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' };
    return { bytes, headers: { ...more, ...json, etag: tagOf(bytes) } };
  };
  return (c) => {
    made ??= whole();
    return unlessKnown(c, made.bytes, made.headers);
  };
};

/** A read: not sent again to whoever has it already. */
function unlessKnown(c: Context, bytes: Bytes, headers: Headers): Response {
  const known = isKnown(headers.etag ?? '', c.req.header('if-none-match'));
  return known ? new Response(null, { status: 304, headers }) : new Response(bytes, { headers });
}

/** Of what has no version. Weak: the same answer, whatever is done to its bytes on the way. */
const tagOf = (bytes: Bytes): string => `W/"${hash('sha1', bytes, 'base64url')}"`;

/** Whether the reader has it already; compared as RFC 9110 has it for reads: weakly. */
function isKnown(tag: string, header: string | undefined): boolean {
  if (header?.trim() === '*') return true;
  const bare = tag.replace(/^W\//, '');
  return header?.match(/"[^"]*"/g)?.includes(bare) ?? false;
}

/** A problem as it is sent, in the reader's language. */
export function problemDocument(c: Context, problem: Problem, locale: Locale, baseUrl: string): Response {
  const { code, detail, errors, headers } = problem;
  const status = PROBLEMS[code];
  const body = {
    type: `${baseUrl}/api#${code}`,
    title: apiText(locale).problems[code],
    status,
    ...(detail !== null && { detail }),
    ...(errors.length > 0 && { errors }),
  };
  return c.body(JSON.stringify(body), status, {
    ...securityOf(baseUrl),
    ...headers,
    'content-type': 'application/problem+json',
    'content-language': locale,
    'cache-control': 'no-store',
  });
}
