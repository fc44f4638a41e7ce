import * as z from 'zod/mini';
import { cut, labelsOf, type Signal, urlOf, within } from './signal.ts';

/**
 * What Cloud Monitoring's Pub/Sub notification channel sends, version 1.2, as far as it is used here:
 * https://cloud.google.com/monitoring/support/notification-options#pubsub. `state` is written in either case.
 */
const Notification = z.object({
  version: z.string(),
  incident: z.object({
    incident_id: z.string().check(z.minLength(1)),
    state: z.string(),
    started_at: z.nullish(z.number()),
    ended_at: z.nullish(z.number()),
    url: z.nullish(z.string()),
    summary: z.nullish(z.string()),
    observed_value: z.nullish(z.union([z.string(), z.number()])),
    policy_name: z.nullish(z.string()),
    condition_name: z.nullish(z.string()),
    policy_user_labels: z.nullish(z.record(z.string(), z.unknown())),
    condition: z.nullish(
      z.object({ conditionThreshold: z.nullish(z.object({ filter: z.nullish(z.string()) })) }),
    ),
    resource: z.nullish(z.object({ labels: z.nullish(z.record(z.string(), z.unknown())) })),
  }),
});

/**
 * Null when it is not such a notification. The condition of an SLO alert asks `select_slo_burn_rate`: what it observed
 * is the burn rate. The console's test (`version: "test"`) is shown like any other.
 */
export function parseMonitoring(message: unknown, now: number): Signal | null {
  const parsed = Notification.safeParse(message);
  if (!parsed.success) return null;
  const { incident } = parsed.data;
  const state = incident.state.toLowerCase();
  if (state !== 'open' && state !== 'closed') return null;
  const burns = incident.condition?.conditionThreshold?.filter?.includes('select_slo_burn_rate') ?? false;
  const observed = Number(incident.observed_value ?? Number.NaN);
  const seconds = state === 'open' ? incident.started_at : incident.ended_at;
  const labels = labelsOf({ ...incident.resource?.labels, ...incident.policy_user_labels });
  const policy = cut(incident.policy_name, 200);
  return {
    source: 'monitoring',
    key: within(incident.incident_id, 300),
    group: policy,
    state,
    title: policy ?? cut(incident.condition_name, 300) ?? cut(incident.summary, 300) ?? 'Cloud Monitoring',
    service: cut(labels.service, 60),
    url: urlOf(incident.url),
    burnRate: burns && Number.isFinite(observed) ? observed : null,
    labels,
    at: seconds && seconds > 0 ? Math.min(seconds * 1_000, now) : now,
  };
}
