import { threadUrl } from '../../shared/slack/index.ts';
import type { WebhookContext } from '../../shared/webhook/index.ts';
import type { Parts } from './parts.ts';

/** How other systems are told. `owners`: who hears that one was switched off. */
export function webhooksOf(parts: Parts, owners: readonly string[]): WebhookContext {
  const { store, slack, clock, log, webhooks, cipher, config } = parts;
  const { locale, timezone: zone } = config.workspace;
  const place = { baseUrl: parts.baseUrl ?? '', zone, threadUrl };
  return { store, slack, clock, log, webhooks, cipher, locale, place, owners };
}
