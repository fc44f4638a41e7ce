import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Locale } from '../../../shared/language/index.ts';
import { type Download, downloadHeaders } from '../archive.ts';
import { securityOf } from '../security.ts';
import type { Answered } from './once.ts';
import type { Operation } from './operation.ts';
import { PROBLEMS, type Problem } from './problem.ts';
import { apiText } from './text.ts';

export const API = '/api/v1';

type Headers = Readonly<Record<string, string>>;

/**
 * An answer as it is sent, with all its headers at once: taken apart and put together again by one middleware after the
 * other, it took as long as all the rest.
 */
export function answer(
  c: Context,
  { method, status }: Operation,
  { body, version, at, again }: Answered,
  more: Headers,
): Response {
  const text = JSON.stringify(body);
  const tag = version !== undefined ? `"${version}"` : method === 'GET' ? tagOf(text) : null;
  const headers = {
    ...more,
    'content-type': 'application/json',
    'cache-control': method === 'GET' ? 'private, no-cache' : 'no-store',
    vary: 'authorization, accept-language',
    ...(tag !== null && { etag: tag }),
    ...(at !== undefined && { location: `${API}${at}` }),
    ...(again && { 'idempotency-replayed': 'true' }),
  };
  return method === 'GET' ? unlessKnown(c, text, headers) : c.body(text, status ?? 200, headers);
}

/** A file, as it is made. */
export const download = (c: Context, file: Download, more: Headers): Response =>
  c.body(file.stream, 200, { ...more, ...downloadHeaders(file) });

/** The OpenAPI document, which is the same until the next version runs. Made when first asked for: few ask. */
export const specOf = (make: () => string, more: Headers): ((c: Context) => Response) => {
  let made: { readonly text: string; readonly headers: Headers } | null = null;
  const whole = () => {
    const text = make();
    const json = { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' };
    return { text, headers: { ...more, ...json, etag: tagOf(text) } };
  };
  return (c) => {
    made ??= whole();
    return unlessKnown(c, made.text, made.headers);
  };
};

/** A read: not sent again to whoever has it already. */
function unlessKnown(c: Context, text: string, headers: Headers): Response {
  const known = isKnown(headers.etag ?? '', c.req.header('if-none-match'));
  return known ? c.body(null, 304, headers) : c.body(text, 200, headers);
}

/** Of what has no version. Weak: the same answer, whatever is done to its bytes on the way. */
const tagOf = (text: string): string => `W/"${createHash('sha1').update(text).digest('base64url')}"`;

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
