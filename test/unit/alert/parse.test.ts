import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWebhook } from '../../../shared/alert/edge.ts';
import { parseMonitoring, Signal } from '../../../shared/alert/index.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');

const monitoring = (incident: object = {}) => ({
  version: '1.2',
  incident: {
    incident_id: '0.mtdi1',
    scoping_project_id: 'p',
    url: 'https://console.cloud.google.com/monitoring/alerting/incidents/0.mtdi1',
    started_at: 1_675_315_787,
    ended_at: null,
    state: 'open',
    summary: 'Burn rate is 20',
    observed_value: '20.25',
    resource: { type: 'cloud_run_revision', labels: { service_name: 'checkout' } },
    policy_name: 'Checkout SLO burn',
    policy_user_labels: { service: 'rental' },
    condition: { conditionThreshold: { filter: 'select_slo_burn_rate("projects/1/slo", "3600s")' } },
    ...incident,
  },
});

describe('Cloud Monitoring', () => {
  test('an SLO burn is an alert with its burn rate, service and link', () => {
    expect(parseMonitoring(monitoring(), NOW)).toMatchObject({
      key: '0.mtdi1',
      group: 'Checkout SLO burn',
      state: 'open',
      service: 'rental',
      burnRate: 20.25,
      labels: { service: 'rental', service_name: 'checkout' },
      at: 1_675_315_787_000,
    });
  });

  test('a threshold of something else is no burn rate, however large', () => {
    const condition = { conditionThreshold: { filter: 'metric.type="cpu"' } };
    expect(parseMonitoring(monitoring({ condition }), NOW)?.burnRate).toBeNull();
  });

  test('it ends under the same key, in either case of letters', () => {
    const ended = parseMonitoring(monitoring({ state: 'CLOSED', ended_at: 1_675_320_000 }), NOW);
    expect(ended).toMatchObject({ key: '0.mtdi1', state: 'closed', at: 1_675_320_000_000 });
  });

  test.each([
    null,
    'x',
    7,
    [],
    {},
    { version: '1.2' },
    monitoring({ state: 'odd' }),
    monitoring({ incident_id: '' }),
  ])('is not made up from %j', (message) => expect(parseMonitoring(message, NOW)).toBeNull());
});

describe('a webhook', () => {
  const fired = (more: object = {}) => ({
    status: 'firing',
    labels: { alertname: 'HighErrorRate', service: 'rental', n: 3 },
    annotations: { summary: 'Error rate is 12%' },
    startsAt: '2026-11-24T11:58:00Z',
    endsAt: '0001-01-01T00:00:00Z',
    generatorURL: 'https://grafana.example/a',
    fingerprint: 'f1',
    ...more,
  });

  test('of Alertmanager or Grafana carries several, each its own', () => {
    const parsed = parseWebhook(
      'grafana',
      { alerts: [fired(), fired({ fingerprint: 'f2', status: 'resolved' })] },
      NOW,
    );
    expect(parsed).toMatchObject({
      signals: [
        { key: 'f1', group: 'HighErrorRate', state: 'open', title: 'Error rate is 12%', at: NOW - 120_000 },
        { key: 'f2', state: 'closed', at: NOW },
      ],
    });
  });

  test('in our own words needs a key and a title, and says so', () => {
    expect(parseWebhook('own', { key: 'k', title: 'a\n\nb' }, NOW)).toMatchObject({
      signals: [{ source: 'own', key: 'k', title: 'a b', state: 'open', at: NOW }],
    });
    expect(parseWebhook('own', { title: 't' }, NOW)).toEqual({
      problem: '"key" is missing or wrong; send {"key":"…","title":"…","state":"open"}',
    });
    expect(parseWebhook('own', null, NOW)).toHaveProperty('problem');
  });

  test('opens no address but those of the web, and believes no clock that is ahead', () => {
    const body = { key: 'k', title: 't', url: 'javascript:alert(1)', at: '2099-01-01T00:00:00Z' };
    expect(parseWebhook('own', body, NOW)).toMatchObject({ signals: [{ url: null, at: NOW }] });
  });

  test('whatever it is sent, it answers with alerts that fit the bus, or with a problem', () => {
    const shaped = fc.record({ alerts: fc.array(fc.anything(), { maxLength: 3 }) });
    const own = fc.record(
      { key: fc.string(), title: fc.string(), labels: fc.object() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), shaped, own), (body) => {
        const parsed = parseWebhook('own', body, NOW);
        if ('problem' in parsed) expect(parsed.problem).not.toBe('');
        else for (const signal of parsed.signals) expect(Signal.safeParse(signal).success).toBe(true);
      }),
    );
  });
});
