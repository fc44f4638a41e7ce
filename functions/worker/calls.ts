import { createPeople, type EscalationContext } from '../../shared/escalation/index.ts';
import { createRotaReader } from '../../shared/rota/index.ts';
import type { Parts } from './parts.ts';

/** What calls work with, and with them nearly everything else. */
export function callsOf(parts: Parts): EscalationContext {
  const { store, slack, sheets, webhooks, clock, log, config } = parts;
  const { timezone: zone, locale } = config.workspace;
  return {
    store,
    slack,
    clock,
    log,
    locale,
    zone,
    baseUrl: parts.baseUrl,
    routes: config.routes,
    rotaConfigs: config.rotas,
    webhooks,
    webhookConfigs: config.webhooks,
    people: createPeople(slack, clock, log, locale),
    rotas: createRotaReader({
      sheets,
      slack,
      store,
      clock,
      log,
      rotas: config.rotas,
      workspaceZone: zone,
      ...(parts.readsPerMinute && { readsPerMinute: parts.readsPerMinute }),
    }),
  };
}
