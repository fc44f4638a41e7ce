import fc from 'fast-check';
import { BusMessage } from '../../functions/worker/message.ts';
import { parseEnvelope } from '../../shared/adapters/pubsub/envelope.ts';
import { parseWebhook } from '../../shared/alert/edge.ts';
import { parseMonitoring, Signal } from '../../shared/alert/index.ts';
import { isTobanError } from '../../shared/platform/errors.ts';
import { must, target } from './fuzz.ts';
import { changed, isWhole, json, text } from './hostile.ts';

const NOW = Date.parse('2026-11-25T05:30:00Z');

const push = (message: unknown) => ({
  subscription: 'projects/p/subscriptions/calls',
  deliveryAttempt: 2,
  message: {
    data: Buffer.from(JSON.stringify(message) ?? '').toString('base64'),
    messageId: '1',
    message_id: '1',
    publishTime: '2026-11-25T05:30:00Z',
    attributes: { kind: 'bell' },
  },
});

const signal = {
  source: 'grafana',
  key: 'f1',
  group: null,
  state: 'open',
  title: 'Error rate',
  service: null,
  url: null,
  burnRate: null,
  labels: { a: 'b' },
  at: NOW,
};

/** A push is taken apart, or refused as `bad-input`; what it carries is a message of ours or none at all. */
const envelope = target({
  name: 'pubsub-envelope',
  inputs: fc.oneof(
    changed([
      push({ kind: 'bell', record: 'escalations/esc_1' }),
      push({ kind: 'sheet', spreadsheet: 'abc' }),
      push({ kind: 'alerts', signals: [signal] }),
    ]).map((body) => JSON.stringify(body) ?? ''),
    changed([
      { kind: 'bell', record: 'escalations/esc_1' },
      { kind: 'alerts', signals: [signal] },
    ]).map((message) => JSON.stringify(push(message))),
    text,
  ),
  read: (body) => {
    try {
      const { message, messageId } = parseEnvelope(body);
      return { messageId, ours: BusMessage.safeParse(message).data ?? null };
    } catch (error) {
      if (!isTobanError(error, 'bad-input')) throw error;
      return { refused: error.reason };
    }
  },
  sense: (read) => {
    if ('refused' in read) must(/^[a-z-]+$/.test(read.refused ?? ''), 'it is refused without a reason');
    else must(read.messageId !== '', 'it has no id');
    if (read.ours?.kind === 'bell') must(!read.ours.record.includes('..'), 'a bell for what is no record');
  },
  seeds: [],
});

const fired = {
  status: 'firing',
  labels: { alertname: 'HighErrorRate', service: 'rental', n: 3 },
  annotations: { summary: 'Error rate is 12%' },
  startsAt: '2026-11-24T11:58:00Z',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'https://grafana.example/a',
  fingerprint: 'f1',
};
const own = { key: 'k', title: 't', state: 'open', group: 'g', service: 's', url: 'https://a.example/', burnRate: 2, labels: { a: 1 }, at: '2026-11-24T11:58:00Z' }; // biome-ignore format: one alert

/** The bus carries it and the worker reads it: whatever was sent. */
function travels(one: Signal, input: unknown): void {
  const arrived = Signal.safeParse(JSON.parse(JSON.stringify(one)));
  must(arrived.success, `the worker cannot read it: ${arrived.error?.issues[0]?.path.join('.')}`);
  must(!isWhole(input) || isWhole(one), 'it cuts a sign in two');
  must(!Number.isNaN(new Date(one.at).getTime()), 'it happened at no time');
}

const webhook = target({
  name: 'alert-webhook',
  inputs: changed([own, fired, { alerts: [fired, own] }, { alerts: [] }]),
  read: (body) => parseWebhook('grafana', body, NOW),
  sense: (parsed, body) => {
    if ('problem' in parsed) must(parsed.problem.trim() !== '', 'it says nothing of what is wrong');
    else
      for (const one of parsed.signals) {
        travels(one, body);
        must(one.at <= NOW, 'it happens in the future');
      }
  },
  seeds: [
    // The limit falls into the middle of a sign.
    { key: 'k', title: `a${'😀'.repeat(200)}` },
    { key: 'k', title: 't', labels: { a: `a${'😀'.repeat(200)}` } },
  ],
});

const monitoring = target({
  name: 'alert-monitoring',
  inputs: fc.oneof(
    changed([
      {
        version: '1.2',
        incident: {
          incident_id: '0.mtdi1',
          url: 'https://console.cloud.google.com/a',
          started_at: 1_675_315_787,
          ended_at: 1_675_315_787,
          state: 'open',
          summary: 'Burn rate is 20',
          observed_value: '20.25',
          resource: { labels: { service_name: 'checkout' } },
          policy_name: 'Checkout SLO burn',
          policy_user_labels: { service: 'rental' },
          condition: { conditionThreshold: { filter: 'select_slo_burn_rate("projects/1/slo", "3600s")' } },
        },
      },
    ]),
    json,
  ),
  read: (message) => parseMonitoring(message, NOW),
  sense: (one, message) => {
    if (one) travels(one, message);
  },
  seeds: [
    { version: '1.2', incident: { incident_id: 'a', state: 'open', started_at: 8.64e15 + 1 } },
    { version: '1.2', incident: { incident_id: `a${'😀'.repeat(150)}`, state: 'open' } },
  ],
});

export const busTargets = [envelope, webhook, monitoring];
