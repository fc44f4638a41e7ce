import * as z from 'zod/mini';
import { cut, labelsOf, type Signal, urlOf } from './signal.ts';

/** One alert in Toban's own words. */
const Own = z.object({
  key: z.string().check(z.minLength(1), z.maxLength(300)),
  title: z.string().check(z.minLength(1)),
  state: z.optional(z.enum(['open', 'closed'])),
  group: z.nullish(z.string()),
  service: z.nullish(z.string()),
  url: z.nullish(z.string()),
  burnRate: z.nullish(z.number()),
  labels: z.nullish(z.record(z.string(), z.unknown())),
  at: z.nullish(z.string()),
});

/** One alert as Prometheus' Alertmanager and Grafana send it. */
const Fired = z.object({
  status: z.enum(['firing', 'resolved']),
  labels: z.record(z.string(), z.unknown()),
  annotations: z.nullish(z.record(z.string(), z.unknown())),
  startsAt: z.nullish(z.string()),
  endsAt: z.nullish(z.string()),
  generatorURL: z.nullish(z.string()),
  fingerprint: z.string().check(z.minLength(1), z.maxLength(300)),
});

const MOST = 200;

export type Parsed = { readonly signals: readonly Signal[] } | { readonly problem: string };

/** What a webhook was sent, in either form. `problem`: a sentence for whoever set the sender up. */
export function parseWebhook(source: string, body: unknown, now: number): Parsed {
  const list = (body as { alerts?: unknown } | null)?.alerts;
  const items: readonly unknown[] = Array.isArray(list) ? list : [body];
  if (items.length > MOST) return { problem: `send at most ${MOST} alerts at once` };
  const signals: Signal[] = [];
  for (const [index, item] of items.entries()) {
    const one = isFired(item) ? ofFired(item, source, now) : ofOwn(item, source, now);
    if ('problem' in one)
      return { problem: items.length > 1 ? `alerts[${index}]: ${one.problem}` : one.problem };
    signals.push(one);
  }
  return { signals };
}

const isFired = (item: unknown): boolean =>
  typeof (item as { fingerprint?: unknown } | null)?.fingerprint === 'string';

const timeOf = (text: string | null | undefined, now: number): number => {
  const at = Date.parse(text ?? '');
  // An alert that goes on "ends" in the year 1; one that a wrong clock dates ahead has happened by now.
  return Number.isFinite(at) && at > 0 ? Math.min(at, now) : now;
};

function ofOwn(item: unknown, source: string, now: number): Signal | { readonly problem: string } {
  const parsed = Own.safeParse(item);
  if (!parsed.success)
    return { problem: problemOf(parsed.error, 'send {"key":"…","title":"…","state":"open"}') };
  const { key, title, state, group, service, url, burnRate, labels, at } = parsed.data;
  return {
    source,
    key,
    group: cut(group, 200),
    state: state ?? 'open',
    title: cut(title, 300) ?? key,
    service: cut(service, 60),
    url: urlOf(url),
    burnRate: burnRate ?? null,
    labels: labelsOf(labels),
    at: timeOf(at, now),
  };
}

function ofFired(item: unknown, source: string, now: number): Signal | { readonly problem: string } {
  const parsed = Fired.safeParse(item);
  if (!parsed.success) return { problem: problemOf(parsed.error, 'it is not what Alertmanager sends') };
  const { status, annotations, startsAt, endsAt, generatorURL, fingerprint } = parsed.data;
  const labels = labelsOf(parsed.data.labels);
  const name = cut(labels.alertname, 200);
  const open = status === 'firing';
  return {
    source,
    key: fingerprint,
    group: name,
    state: open ? 'open' : 'closed',
    title: cut(annotations?.summary, 300) ?? name ?? fingerprint,
    service: cut(labels.service, 60),
    url: urlOf(generatorURL),
    burnRate: null,
    labels,
    at: timeOf(open ? startsAt : endsAt, now),
  };
}

function problemOf(error: z.core.$ZodError, hint: string): string {
  const path = error.issues[0]?.path.join('.') ?? '';
  return path ? `"${path}" is missing or wrong; ${hint}` : hint;
}
