import { randomUUID } from 'node:crypto';
import type { Clock } from '../../shared/platform/clock.ts';
import { act } from './act.ts';
import { authorize } from './authorize.ts';
import { Control, type ControlParts } from './control.ts';
import { SlackRefusal } from './errors.ts';
import type { HttpAnswer } from './http-answer.ts';
import { pageFile } from './page-routes.ts';
import { respond } from './respond.ts';
import type { RotaPeek } from './rota-peek.ts';
import { sceneAnswer } from './scene-routes.ts';
import { discovery } from './sign-in.ts';
import { stateOf } from './state.ts';
import { NotThere } from './there.ts';

export interface RouteParts extends ControlParts {
  readonly clock: Clock;
  readonly sheetsUrl: string | null;
  readonly peek: RotaPeek;
}

/** Told apart from the numbers of the process before: a page may outlive a restart. */
const STARTED = randomUUID();

const CONSENT: Readonly<Record<string, 'install' | 'sign-in'>> = {
  '/oauth/v2/authorize': 'install',
  '/openid/connect/authorize': 'sign-in',
};

/** Everything beside the Web API: the page, its state and control, response_urls, consent, keys. `tag`: what the asker has seen. */
export async function route(
  parts: RouteParts,
  method: string,
  url: URL,
  body: string,
  tag: string | undefined,
): Promise<HttpAnswer> {
  const { sim, sheetsUrl } = parts;
  const { pathname: path, searchParams: query } = url;
  if (method === 'POST' && path === '/control') return control(parts, body);
  if (method === 'POST' && path.startsWith('/respond/')) return answerUrl(parts, path, body);
  const scene = await sceneAnswer(parts, method, path, body);
  if (scene) return scene;
  const consent = CONSENT[path];
  if (consent) return authorize(sim, consent, method === 'POST' ? new URLSearchParams(body) : query);
  if (method !== 'GET') return json(404, { error: 'not-found' });
  switch (path) {
    case '/state':
      return stateAnswer(parts, query.get('user'), tag);
    case '/openid/connect/keys':
      return json(200, await sim.signIn.jwks());
    case '/.well-known/openid-configuration':
      return json(200, discovery(sim.url));
    default:
      return pageFile(path, sheetsUrl) ?? json(404, { error: 'not-found' });
  }
}

/** Unchanged since `tag`: 304 without a body. The time goes on by itself and stands in a header. */
function stateAnswer(
  { sim, clock, sheetsUrl }: RouteParts,
  viewer: string | null,
  tag: string | undefined,
): HttpAnswer {
  const etag = `"${STARTED}.${sim.workspace.revision}.${sim.events.log.length}"`;
  const headers = { etag, 'x-business-time': String(clock.now()), 'cache-control': 'no-cache' };
  if (tag === etag) return { status: 304, body: '', headers };
  const answer = json(200, stateOf(sim, clock, sheetsUrl, viewer));
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

async function control(parts: RouteParts, body: string): Promise<HttpAnswer> {
  const parsed = Control.safeParse(parse(body));
  if (!parsed.success) return json(400, { error: 'see local/slack/README.md for what can be done here' });
  try {
    return json(200, await act(parts, parsed.data));
  } catch (error) {
    if (error instanceof NotThere) return json(404, { error: error.message });
    if (error instanceof SlackRefusal) return json(400, { error: error.code, ...error.detail });
    throw error;
  }
}

function answerUrl({ sim }: RouteParts, path: string, body: string): HttpAnswer {
  const target = sim.responseUrls.use(path.slice('/respond/'.length));
  if (typeof target === 'string') return json(404, { ok: false, error: target });
  const result = respond(sim, target, parse(body));
  return result === 'ok' ? { status: 200, body: 'ok', headers: {} } : json(400, { ok: false, error: result });
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const json = (status: number, value: object): HttpAnswer => ({
  status,
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json' },
});
