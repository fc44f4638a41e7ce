import type { Locale } from '../../shared/language/index.ts';
import { type Operations, ROUTES, type Schemas } from './generated.ts';

export interface ClientOptions {
  /** Of the pages, such as `https://toban.example.com`. */
  readonly url: string;
  readonly token: string;
  readonly locale: Locale;
  readonly timeoutMs?: number;
}

/** What an operation takes; what it does not take may be left out. */
export type Input<O extends keyof Operations> = {
  readonly [K in 'path' | 'query' | 'headers' | 'body' as Operations[O][K] extends undefined
    ? never
    : K]?: Operations[O][K];
};
export type Answer<O extends keyof Operations> = Operations[O]['answer'];

/** Operations that answer with a page of a list, and what one of its items is. */
export type Listing = {
  [O in keyof Operations]: Answer<O> extends { readonly items: readonly unknown[] } ? O : never;
}[keyof Operations];
export type Item<O extends Listing> = Answer<O> extends { readonly items: readonly (infer I)[] } ? I : never;

/** Operations that answer with a file. */
export type Filing = {
  [O in keyof Operations]: Answer<O> extends ReadableStream<Uint8Array> ? O : never;
}[keyof Operations];

/** Toban answered that it will not: RFC 9457. Never holds the token. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Schemas['Problem'];
  /** Of whoever was asked. */
  readonly origin: string;
  /** Of whoever asked. */
  readonly locale: Locale;
  constructor(problem: Schemas['Problem'], url: string, locale: Locale) {
    super(
      [problem.title, problem.detail, ...(problem.errors ?? []).map(faultText)].filter(Boolean).join('\n'),
    );
    this.problem = problem;
    this.origin = new URL(url).origin;
    this.locale = locale;
  }
}
const faultText = ({ pointer, detail }: { pointer: string; detail: string }) => `${pointer}: ${detail}`;

/** There was no answer, or (`answered`) none of Toban's. `reason`: a code such as ECONNREFUSED, or a status. */
export class NoReach extends Error {
  override readonly name = 'NoReach';
  readonly reason: string;
  readonly answered: boolean;
  /** Of whoever asked. */
  readonly locale: Locale;
  constructor(url: string, reason: string, locale: Locale, answered = false) {
    super(`${new URL(url).origin}: ${reason}`);
    this.reason = reason;
    this.answered = answered;
    this.locale = locale;
  }
}

export interface Client {
  /** One request. Throws `ApiProblem` and `NoReach`. */
  call<O extends Exclude<keyof Operations, Filing>>(operation: O, input?: Input<O>): Promise<Answer<O>>;
  /** Items of a list, page after page, at most so many. */
  list<O extends Listing>(operation: O, input: Input<O>, most: number): Promise<Item<O>[]>;
  /** A file, piece by piece, however long it takes. Throws `ApiProblem` and `NoReach`, the latter also where it breaks off. */
  download<O extends Filing>(operation: O, input?: Input<O>): AsyncIterable<Uint8Array>;
}

/** The API, typed by its own OpenAPI document. Redirects are not followed: the token is for this address alone. */
export function createClient({ url, token, locale, timeoutMs = 20_000 }: ClientOptions): Client {
  /** What is sent for an operation, and where to. */
  function requestFor<O extends keyof Operations>(operation: O, input: Input<O>): [string, RequestInit] {
    const [method, path] = ROUTES[operation];
    const { path: pieces = {}, query = {}, headers = {}, body } = input as Loose;
    const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
      encodeURIComponent(pieces[name] ?? ''),
    );
    const given = Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as [string, string]],
    );
    const target = `${url.replace(/\/$/, '')}/api/v1${filled}?${new URLSearchParams(given)}`;
    const init: RequestInit = {
      method,
      redirect: 'error',
      headers: {
        ...(headers as Record<string, string>),
        authorization: `Bearer ${token}`,
        'accept-language': locale,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    };
    return [target, init];
  }
  async function call<O extends Exclude<keyof Operations, Filing>>(
    operation: O,
    input: Input<O> = {},
  ): Promise<Answer<O>> {
    const [target, init] = requestFor(operation, input);
    const answer = await reach(target, locale, { ...init, signal: AbortSignal.timeout(timeoutMs) });
    return answer as Answer<O>;
  }
  async function* download<O extends Filing>(operation: O, input: Input<O> = {}): AsyncGenerator<Uint8Array> {
    const [target, init] = requestFor(operation, input);
    try {
      const response = await fetch(target, init);
      if (!response.ok) answerIn(target, locale, response, await response.text());
      yield* response.body ?? [];
    } catch (error) {
      throw error instanceof ApiProblem || error instanceof NoReach
        ? error
        : new NoReach(target, reasonOf(error), locale);
    }
  }
  return {
    call,
    download,
    async list(operation, input, most) {
      const items: Item<typeof operation>[] = [];
      let cursor: string | null = null;
      do {
        const query = { ...(input as Loose).query, ...(cursor !== null && { cursor }) };
        const page: Page = (await call(operation, { ...input, query } as typeof input)) as Page;
        items.push(...(page.items as typeof items));
        ({ cursor } = page);
      } while (cursor !== null && items.length < most);
      return items.slice(0, most);
    },
  };
}

/** An input as it is sent, whichever operation it is for. */
interface Loose {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}
interface Page {
  readonly items: readonly unknown[];
  readonly cursor: string | null;
}

async function reach(target: string, locale: Locale, init: RequestInit): Promise<unknown> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(target, init);
    text = await response.text();
  } catch (error) {
    throw new NoReach(target, reasonOf(error), locale);
  }
  return answerIn(target, locale, response, text);
}

function answerIn(target: string, locale: Locale, response: Response, text: string): unknown {
  const type = response.headers.get('content-type') ?? '';
  const answer = parsed(text) as { title?: unknown } | null;
  if (type.startsWith('application/problem+json') && typeof answer?.title === 'string')
    throw new ApiProblem(answer as Schemas['Problem'], target, locale);
  // A proxy, or another service that may speak JSON, too: whatever Toban's API answers says what is left to ask.
  const ours = type.startsWith('application/json') && response.headers.has('ratelimit');
  if (!response.ok || !ours || answer === null)
    throw new NoReach(target, `HTTP ${response.status}`, locale, true);
  return answer;
}

/** Null for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function reasonOf(error: unknown): string {
  const { cause, name = 'Error' } = error as { cause?: { code?: unknown; message?: unknown }; name?: string };
  // Waited for in vain: as the network calls it.
  if (name === 'TimeoutError') return 'ETIMEDOUT';
  return typeof cause?.code === 'string' ? cause.code : String(cause?.message ?? name);
}
