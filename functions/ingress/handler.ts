import type { IncomingMessage, ServerResponse } from 'node:http';
import { isTobanError } from '../../shared/platform/errors.ts';
import { traceOf, withTrace } from '../../shared/platform/trace.ts';
import { verifySignature } from '../../shared/slack/edge.ts';
import { clientAddress } from '../http/address.ts';
import { type Answer, send } from '../http/answer.ts';
import { readBody } from '../http/body.ts';
import { createStrangers, type Strangers } from '../http/strangers.ts';
import { acceptAlerts, alertSource, bearsToken } from './alerts.ts';
import { acceptCommand } from './commands.ts';
import { acceptEvent } from './events.ts';
import { acceptInteraction } from './interactions.ts';
import type { IngressParts } from './parts.ts';
import { acceptSheetEdit } from './sheets.ts';

/** Slack's largest bodies are messages of 40,000 characters with their blocks: well below this. */
const BODY_LIMIT = 1_048_576;

interface Route {
  readonly accept: (parts: IngressParts, body: Buffer) => Answer | Promise<Answer>;
  readonly secrets: (parts: IngressParts) => readonly string[];
  /** Who signs: `x-<signer>-signature` and `x-<signer>-request-timestamp`. */
  readonly signer: 'slack' | 'toban';
}

const bySlack = (accept: Route['accept']): Route => ({
  accept,
  secrets: (parts) => parts.signingSecrets,
  signer: 'slack',
});

const ROUTES: Readonly<Record<string, Route>> = {
  '/slack/events': bySlack(acceptEvent),
  '/slack/interactivity': bySlack(acceptInteraction),
  '/slack/commands': bySlack(acceptCommand),
  '/sheets/changed': { accept: acceptSheetEdit, secrets: (parts) => parts.sheetSecrets, signer: 'toban' },
};

/** The public edge of Slack: verify → parse → publish → answer. Nothing runs after the answer. Never rejects. */
export function createIngress(
  parts: IngressParts,
): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  const edge = { ...parts, strangers: createStrangers('ingress', parts.log) };
  return (req, res) => withTrace(traceOf(req.headers.traceparent), () => respond(edge, req, res));
}

type Edge = IngressParts & { readonly strangers: Strangers };

async function respond(parts: Edge, req: IncomingMessage, res: ServerResponse): Promise<void> {
  try {
    send(res, await answer(parts, req));
  } catch (error) {
    const code = isTobanError(error) ? error.code : 'bug';
    const reason = error instanceof Error ? error.message : String(error);
    parts.log.error('request-failed', { code, reason }, error);
    send(res, { status: isTobanError(error, 'bad-input') ? 400 : 503, text: code });
  }
}

async function answer(parts: Edge, req: IncomingMessage): Promise<Answer> {
  const path = (req.url ?? '/').split('?', 1)[0] ?? '/';
  if (path === '/health' && req.method === 'GET') return { status: 200, text: 'ok' };
  // The minute's tick keeps this small service warm; it carries nothing.
  if (path === '/tick' && req.method === 'POST') return { status: 204 };
  const source = alertSource(path);
  if (source !== null) return alerts(parts, req, source);
  const route = ROUTES[path];
  if (!route) return { status: 404, text: 'not-found' };
  if (req.method !== 'POST') return { status: 405, text: 'method-not-allowed' };
  const body = await readBody(req, BODY_LIMIT);
  if (body === null) return refuse(parts, 413, 'body-too-large');
  const verdict = verifySignature(
    body,
    signatureOf(req, route.signer),
    route.secrets(parts),
    parts.realClock.now(),
  );
  if (verdict !== 'ok') return refuseStranger(parts, req, `signature-${verdict}`);
  return route.accept(parts, body);
}

/** Other systems cannot sign as Slack does: they carry a token. */
async function alerts(parts: Edge, req: IncomingMessage, source: string): Promise<Answer> {
  if (req.method !== 'POST') return { status: 405, text: 'method-not-allowed' };
  if (!bearsToken(req.headers.authorization, parts.alertTokens))
    return refuseStranger(parts, req, 'token-wrong');
  const body = await readBody(req, BODY_LIMIT);
  return body === null ? refuse(parts, 413, 'body-too-large') : acceptAlerts(parts, source, body);
}

function signatureOf(
  req: IncomingMessage,
  signer: Route['signer'],
): { timestamp: string | undefined; signature: string | undefined } {
  const one = (name: string) => {
    const value = req.headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
  return { timestamp: one(`x-${signer}-request-timestamp`), signature: one(`x-${signer}-signature`) };
}

/** Who proves nothing, too often: a flood is not written down line by line. Who signs right is served even then. */
function refuseStranger(parts: Edge, req: IncomingMessage, code: string): Answer {
  const forwarded = req.headers['x-forwarded-for'];
  const address = clientAddress(Array.isArray(forwarded) ? forwarded.join() : forwarded, parts.balancer);
  const seconds = parts.strangers.tried(address, parts.realClock.now());
  if (seconds === 0) return refuse(parts, 401, code);
  return { status: 429, text: 'too-many-requests', headers: { 'retry-after': String(seconds) } };
}

function refuse(parts: IngressParts, status: number, code: string): Answer {
  parts.log.warn('request-refused', { status, code });
  return { status, text: code };
}
