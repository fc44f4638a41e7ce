import {
  type ConversationKind,
  methodScopes,
  type SlackMethod,
  scopesFor,
} from '../../shared/slack/index.ts';
import { refuse, refuseShape, SlackRefusal } from './errors.ts';
import type { Faults } from './faults.ts';
import type { Call, Method } from './methods/define.ts';
import { methods } from './methods/index.ts';
import { isDm, type SimToken } from './model.ts';
import type { Pacing } from './pacing.ts';
import type { Sim } from './sim.ts';

export interface WebApiParts {
  readonly sim: Sim;
  readonly faults: Faults;
  readonly pacing: Pacing;
  readonly calls: string[];
}

export interface WebApiRequest {
  readonly method: string;
  readonly authorization: string | undefined;
  readonly contentType: string;
  readonly body: string;
}

export interface WebApiAnswer {
  readonly status: number;
  readonly json: object;
  readonly headers: Readonly<Record<string, string>>;
  /** The call was done, but its answer never arrives. */
  readonly lost: boolean;
  readonly delayMs: number;
}

/** One call of the Web API: planned faults first, then Slack's own order of refusals. */
export async function callWebApi(parts: WebApiParts, request: WebApiRequest): Promise<WebApiAnswer> {
  const { sim, faults, calls } = parts;
  calls.push(request.method);
  const fault = faults.take(request.method);
  const delayMs = sim.workspace.state.settings.latencyMs + (fault?.kind === 'slow' ? fault.delayMs : 0);
  const plain = (json: object, more: Partial<WebApiAnswer> = {}) =>
    ({ status: 200, json, headers: {}, lost: false, delayMs, ...more }) satisfies WebApiAnswer;
  const limited = (seconds: number) =>
    plain({ ok: false, error: 'ratelimited' }, { status: 429, headers: { 'retry-after': String(seconds) } });
  if (fault?.kind === '429') return limited(fault.retryAfterS);
  if (fault?.kind === '500') return plain({}, { status: 500 });
  if (fault && fault.kind !== 'lost' && fault.kind !== 'slow') return plain({ ok: false, error: fault.kind });
  try {
    const { json, scopes } = await perform(parts, request);
    return plain(
      { ok: true, ...json },
      { headers: { 'x-oauth-scopes': scopes.join(',') }, lost: fault?.kind === 'lost' },
    );
  } catch (error) {
    if (error instanceof TooFast) return limited(error.seconds);
    if (error instanceof SlackRefusal) return plain({ ok: false, error: error.code, ...error.detail });
    throw error;
  }
}

class TooFast extends Error {
  readonly seconds: number;
  constructor(seconds: number) {
    super('ratelimited');
    this.seconds = seconds;
  }
}

async function perform({ sim, pacing }: WebApiParts, request: WebApiRequest) {
  const method = methods[request.method] ?? refuse('unknown_method');
  const { token: inBody, ...args } = argumentsOf(request);
  const token = method.open ? openToken() : tokenOf(sim, request.authorization, inBody);
  // A token of another workspace says whose it is, can be ended, and does nothing here.
  if (token.team && !request.method.startsWith('auth.')) refuse('team_access_not_granted');
  if (!method.open) checkScopes(sim, request.method, token, args);
  const parsed = parseArguments(method, args);
  const seconds = pacing.wait(
    request.method,
    method,
    token.token,
    String(args.channel ?? ''),
    sim.workspace.state.settings,
  );
  if (seconds !== null) throw new TooFast(seconds);
  const { token: value, ...rest } = token;
  const call: Call = { ...sim, token: { value, ...rest } };
  return { json: await method.run(call, parsed as never), scopes: token.scopes };
}

/** A form, as the official client sends it, or JSON. */
function argumentsOf({ contentType, body }: WebApiRequest): Record<string, unknown> {
  if (!contentType.startsWith('application/json')) return Object.fromEntries(new URLSearchParams(body));
  try {
    return body === '' ? {} : (JSON.parse(body) as Record<string, unknown>);
  } catch {
    return refuseShape('invalid_arguments', 'the body is not JSON');
  }
}

const openToken = (): SimToken => ({ token: '', kind: 'user', user: '', scopes: [], revoked: false });

function tokenOf({ workspace }: Sim, authorization: string | undefined, inBody: unknown): SimToken {
  const value = authorization?.replace(/^Bearer /, '') ?? (typeof inBody === 'string' ? inBody : '');
  if (value === '') refuse('not_authed');
  const token = workspace.get('tokens', value) ?? refuse('invalid_auth');
  if (token.revoked) refuse('token_revoked');
  if (workspace.user(token.user)?.deactivated) refuse('account_inactive');
  return token;
}

function checkScopes(sim: Sim, name: string, token: SimToken, args: Record<string, unknown>): void {
  if (!(name in methodScopes)) return;
  const kind = token.kind === 'bot' ? 'bot' : 'user';
  const needed = scopesFor(name as SlackMethod, kind, kindOf(sim, args));
  if (needed === null) refuse('not_allowed_token_type');
  if (needed.length > 0 && !needed.some((scope) => token.scopes.includes(scope)))
    refuse('missing_scope', { needed: needed.join(','), provided: token.scopes.join(',') });
}

/** What kind of conversation a call is about, also where the conversation is yet to be made. */
function kindOf({ workspace }: Sim, args: Record<string, unknown>): ConversationKind {
  const channel = String(args.channel ?? '');
  if (isDm(channel)) return 'im';
  const secret = workspace.channel(channel)?.private || String(args.is_private) === 'true';
  return secret || args.types === 'private_channel' ? 'group' : 'channel';
}

function parseArguments(method: Method, args: Record<string, unknown>): unknown {
  const parsed = method.args.safeParse(args);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues;
  return refuseShape(
    'invalid_arguments',
    ...issues.map((issue) => `${issue.message} [json-pointer:/${issue.path.join('/')}]`),
  );
}
