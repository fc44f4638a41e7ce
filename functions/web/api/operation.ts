import { z } from 'zod';
import type { Role } from '../../../shared/access/index.ts';
import type { Place } from '../../../shared/api-schema/index.ts';
import type { ApiToken, Scope } from '../../../shared/api-token/index.ts';
import type { Locale } from '../../../shared/language/index.ts';
import { TobanError } from '../../../shared/platform/errors.ts';
import type { Download } from '../archive.ts';
import type { WebParts } from '../parts.ts';
import type { ProblemCode } from './problem.ts';

export const TAGS = [
  'me',
  'calls',
  'rotas',
  'incidents',
  'runbooks',
  'runs',
  'action-items',
  'postmortems',
  'insights',
  'audit',
  'search',
  'export',
] as const;
export type Tag = (typeof TAGS)[number];

/** For whom a request is answered: the owner of its token with the role they have now, or a service of Google Cloud. */
export interface Caller {
  readonly user: string;
  readonly name: string;
  /** It is a service by itself, and no account of Slack. */
  readonly program?: true;
  readonly team: string;
  readonly role: Role;
  /** With what they came, and what it may do. */
  readonly token: Pick<ApiToken, 'id' | 'name' | 'scopes' | 'expiresAt'>;
  readonly locale: Locale;
}

/** Who is written down as having done something: the owner of the token, and by which of their programs. */
export interface Actor {
  readonly user: string;
  readonly name: string;
  readonly via: string;
  /** It is a service by itself: nobody writes to it, or asks it in. */
  readonly bot?: true;
}

export const actorOf = ({ user, name, token, program }: Caller): Actor => ({
  user,
  name,
  via: token.name,
  ...(program && { bot: program }),
});

/** A request that was read and let in. */
export interface Call<Q = unknown, B = unknown> {
  readonly parts: WebParts;
  readonly caller: Caller;
  readonly now: number;
  readonly zone: string;
  /** The pieces of the path by name. */
  readonly path: (name: string) => string;
  readonly query: Q;
  readonly body: B;
  readonly by: Actor;
  /** What the request is known by: sent again with its Idempotency-Key, it is the same. */
  readonly cause: string;
  /** The version in `If-Match`, as an answer's ETag gave it; null where any will do. */
  readonly seen: string | null;
  /** Whether there was an `If-Match` at all. */
  readonly matched: boolean;
  readonly signal: AbortSignal;
}

/** One thing, or a page of a list. `version`: its ETag, without quotes. `at`: where what was made is read, beneath the API. */
export type Result<I> =
  | { readonly item: I; readonly version?: string; readonly at?: string }
  | { readonly items: readonly I[]; readonly cursor: string | null };

/** A file, made while it is sent. */
export interface FileResult {
  readonly download: Download;
}

/** What is told in JSON. Throws `bug` for a file. */
export function notAFile<I>(result: Result<I> | FileResult): Result<I> {
  if ('download' in result) throw new TobanError('bug', 'a file is no JSON');
  return result;
}

/** One operation of the API: what routes it, checks it, describes it and carries it out. */
export interface Operation<
  Q extends z.ZodObject = z.ZodObject,
  I extends z.ZodObject = z.ZodObject,
  B extends z.ZodObject = z.ZodObject,
> {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** As OpenAPI writes it: `/incidents/{incident}`. */
  readonly path: string;
  readonly tag: Tag;
  readonly summary: Readonly<Record<Locale, string>>;
  /** What each piece of the path is. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query: Q;
  readonly item: I;
  readonly list: boolean;
  /** Its answer is a file of this type, and `item` holds nothing. */
  readonly file?: string;
  /** What it takes besides reading. */
  readonly needs?: Needs;
  readonly body?: B;
  /** `Idempotency-Key`, and `If-Match`: whether they must, or may, be sent. */
  readonly key?: 'required' | 'accepted';
  readonly match?: 'required' | 'accepted';
  /** How it is refused besides what follows from the rest. */
  readonly problems?: readonly ProblemCode[];
  /** 200 where it is left out. */
  readonly status?: 201;
  readonly run: (call: Call<z.output<Q>, z.output<B>>) => Promise<Result<z.output<I>> | FileResult>;
}

/** A scope of the token, and a role of whoever it acts for. */
export interface Needs {
  readonly scope: Scope;
  readonly role: Role;
}

/** In a table all operations are alike: each is only ever run with what its own schemas have read. */
export const operation = <Q extends z.ZodObject, I extends z.ZodObject, B extends z.ZodObject>(
  one: Operation<Q, I, B>,
): Operation => one as unknown as Operation;

export const NO_QUERY = z.strictObject({});

/** Hand back what the page before gave; leave it out for the first. */
export const cursor = z
  .string()
  .max(2_000)
  .optional()
  .describe('The cursor that the page before answered with. Leave it out for the first page.');

/** An instant in RFC 3339, read as epoch ms. */
export const instant = z.iso
  .datetime({ offset: true })
  // The format says it all; the pattern is longer than many a description, and stands in every tool of a model.
  .meta({ pattern: undefined })
  .transform((text) => Date.parse(text))
  .describe('RFC 3339, such as 2026-11-24T12:00:00+09:00.');

export { iso, isoOrNull, Person, personOut, time } from '../../../shared/api-schema/index.ts';

/** What is told leads back to here. */
export const placeOf = ({ parts, zone }: Pick<Call<unknown>, 'parts' | 'zone'>): Place => ({
  baseUrl: parts.baseUrl,
  threadUrl: parts.threadUrl,
  zone,
});
