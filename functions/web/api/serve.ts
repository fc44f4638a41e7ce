import { type Context, Hono } from 'hono';
import { type Locale, localeOf } from '../../../shared/language/index.ts';
import { inTime } from '../in-time.ts';
import type { WebParts } from '../parts.ts';
import { securityOf } from '../security.ts';
import { mustBeAllowed } from './allowed.ts';
import { bodyText, readBody } from './body.ts';
import { createDoor } from './door.ts';
import { failureOf } from './failure.ts';
import { PER_MINUTE } from './limit.ts';
import { readMatch } from './match.ts';
import { type Answered, answeredOnce, NO_BODY } from './once.ts';
import { openApi } from './openapi.ts';
import { actorOf, type Caller, type FileResult, notAFile, type Operation, type Result } from './operation.ts';
import { operations } from './operations.ts';
import { Problem } from './problem.ts';
import { queryOf } from './query.ts';
import { only, readFields, readQuery } from './request.ts';
import { API, answer, download, problemDocument, specOf } from './respond.ts';

/** The API as an application of its own: it knows no cookie, no session and no page. */
export function createApi(parts: WebParts, perMinute = PER_MINUTE): Hono {
  const app = new Hono().basePath(API);
  app.use(inTime());
  const enter = createDoor(parts, perMinute);
  const localeFor = (c: Context): Locale => languageOf(c, parts.config.workspace.locale);
  const safe = securityOf(parts.baseUrl);
  app.get(
    '/openapi.json',
    specOf(() => JSON.stringify(openApi(parts.baseUrl)), safe),
  );
  for (const one of operations)
    app.on(one.method, honoPath(one.path), async (c) => {
      const { caller, headers } = await enter(c, localeFor(c));
      mustBeAllowed(one, caller);
      // It would be counted as taken, and made for nobody.
      if (one.file !== undefined && c.req.method === 'HEAD') throw notHere(['GET']);
      const done = await carryOut(c, parts, one, caller);
      const more = { ...safe, ...headers };
      return 'download' in done ? download(c, done.download, more) : answer(c, one, done, more);
    });
  app.all('*', (c) => {
    const others = methodsAt(c.req.path.slice(API.length));
    if (others.length === 0) throw new Problem('not-found');
    throw notHere(others);
  });
  app.onError((error, c) => {
    const problem = failureOf(parts.log, 'api-failed', { method: c.req.method }, error);
    return problemDocument(c, problem, localeFor(c), parts.baseUrl);
  });
  return app;
}

const notHere = (others: readonly string[]) =>
  new Problem('method-not-allowed', null, { headers: { allow: others.join(', ') } });

export const languageOf = (c: Context, workspace: Locale): Locale => {
  const asked = c.req.header('accept-language')?.split(/[,;]/, 1)[0]?.trim();
  return localeOf(asked === '*' ? null : asked, workspace);
};

const honoPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

/** What may be done at a path, for somebody who tried something else. */
function methodsAt(path: string): readonly string[] {
  const fits = (pattern: string) => new RegExp(`^${pattern.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
  const methods = operations
    .filter((one) => fits(one.path))
    .flatMap(({ method, file }) => (method === 'GET' && !file ? ['GET', 'HEAD'] : [method]));
  return [...new Set(path === '/openapi.json' ? ['GET', 'HEAD'] : methods)];
}

async function carryOut(
  c: Context,
  parts: WebParts,
  one: Operation,
  caller: Caller,
): Promise<Answered | FileResult> {
  const { locale } = caller;
  const { fields, ...query } = readQuery(c.req.url, queryOf(one), locale);
  const names = readFields(fields as string | undefined, one.item, locale);
  const seen = readMatch(one, c.req.header('if-match'), caller);
  const text = one.body ? await bodyText(c.req, locale) : NO_BODY;
  const body = one.body ? readBody(text, one.body, locale) : {};
  const said = { key: c.req.header('idempotency-key'), path: c.req.path, text };
  const run = (cause: string) =>
    one.run({
      parts,
      caller,
      now: parts.clock.now(),
      zone: parts.config.workspace.timezone,
      path: (name) => c.req.param(name) ?? '',
      query,
      body,
      by: actorOf(caller),
      cause,
      seen,
      matched: c.req.header('if-match') !== undefined,
      signal: c.req.raw.signal,
    });
  if (one.file !== undefined) {
    const made = await run('');
    if ('download' in made) return made;
  }
  return answeredOnce(parts, one, caller, said, async (cause) => answered(notAFile(await run(cause)), names));
}

function answered(result: Result<object>, names: readonly string[] | null): Answered {
  if ('items' in result)
    return { body: { items: result.items.map((item) => only(item, names)), cursor: result.cursor } };
  const { item, version, at } = result;
  // Of a choice of fields the bytes' own tag is made: it is not the whole.
  return { body: only(item, names), ...(names === null && { version }), at };
}
