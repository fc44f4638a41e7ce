import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../../shared/platform/log.ts';
import { send } from './answer.ts';

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/**
 * What a service does before its secrets are there: the first `terraform apply` must come to an end, so that there are
 * addresses to give to Slack. It is healthy, and refuses all work with 503, which Slack and the bus take as "later".
 */
export function notConfigured(missing: readonly string[], log: Log): Handler {
  log.error('not-configured', {
    missing: missing.join(', '),
    remedy: 'docs/operations.md, "First deployment"',
  });
  return async (req, res) => {
    if (req.method === 'GET' && req.url === '/health')
      return send(res, { status: 200, text: 'not-configured' });
    send(res, { status: 503, text: `not-configured: ${missing.join(', ')}` });
  };
}

/** Names of those settings that are not there. */
export const missingOf = (settings: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(settings).filter((name) => settings[name] === null || settings[name] === undefined);
