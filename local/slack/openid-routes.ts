import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OpenId, OpenIdAnswer } from './openid.ts';

/** Answers what belongs to Sign in with Slack; false for everything else. */
export async function openIdAnswer(
  openId: OpenId,
  req: IncomingMessage,
  path: string,
  body: string,
  issuer: string,
  res: ServerResponse,
): Promise<boolean> {
  const answer = await answerTo(openId, req, path, body, issuer);
  if (!answer) return false;
  const { status, json, html, location } = answer;
  const type = html === undefined ? 'application/json' : 'text/html; charset=utf-8';
  const policy = "default-src 'none'; style-src 'self'; frame-ancestors 'none'";
  res.writeHead(status, {
    'content-type': type,
    'content-security-policy': policy,
    ...(location && { location }),
  });
  res.end(html ?? (json ? JSON.stringify(json) : ''));
  return true;
}

async function answerTo(
  openId: OpenId,
  req: IncomingMessage,
  path: string,
  body: string,
  issuer: string,
): Promise<OpenIdAnswer | null> {
  const form = new URLSearchParams(body);
  switch (path) {
    case '/openid/connect/authorize': {
      if (req.method !== 'POST') return openId.authorize(new URL(req.url ?? '', issuer).searchParams, null);
      const user = form.get('as') ?? '';
      form.delete('as');
      return openId.authorize(form, user);
    }
    case '/openid/connect/keys':
      return { status: 200, json: await openId.keys() };
    case '/api/openid.connect.token':
      return { status: 200, json: await openId.token(form, issuer) };
    case '/api/openid.connect.userInfo':
      return { status: 200, json: openId.userInfo(req.headers.authorization) };
    default:
      return null;
  }
}
