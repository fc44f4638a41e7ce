import { z } from 'zod';
import { WebConfig } from '../access/index.ts';
import { ActionItemConfig } from '../action-item/index.ts';
import { AlertConfig } from '../alert/index.ts';
import { ApiConfig } from '../api-token/index.ts';
import { CanaryConfig } from '../canary/index.ts';
import { DigestConfig } from '../digest/index.ts';
import { RouteConfig, WebhookConfig } from '../escalation/index.ts';
import { IncidentConfig } from '../incident/index.ts';
import { AiConfig, PostmortemConfig } from '../postmortem/index.ts';
import { RetentionConfig } from '../retention/index.ts';
import { RotaConfig } from '../rota/index.ts';
import { RunbookConfig } from '../runbook/index.ts';
import { SeverityConfig } from '../severity/index.ts';

const zone = z.string().refine((name) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}, 'must be an IANA time zone such as Asia/Tokyo');

/** The whole of toban.yaml. */
export const WorkspaceConfig = z.strictObject({
  workspace: z
    .strictObject({ timezone: zone.default('Asia/Tokyo'), locale: z.enum(['ja', 'en']).default('ja') })
    .prefault({}),
  rotas: z.array(RotaConfig).min(1, 'must describe at least one rota'),
  canary: CanaryConfig.optional(),
  digest: DigestConfig.optional(),
  routes: z.array(RouteConfig).min(1, 'must have at least one route: a channel in which Toban answers calls'),
  incident: IncidentConfig.prefault({}),
  severity: SeverityConfig.prefault({}),
  actions: ActionItemConfig.prefault({}),
  alerts: AlertConfig.optional(),
  runbooks: RunbookConfig.prefault({}),
  postmortem: PostmortemConfig.prefault({}),
  ai: AiConfig.optional(),
  retention: RetentionConfig.prefault({}),
  web: WebConfig.prefault({}),
  api: ApiConfig.prefault({}),
  webhooks: z
    .record(z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'must be a short lower-case name'), WebhookConfig)
    .default({}),
});
export type WorkspaceConfig = z.infer<typeof WorkspaceConfig>;
