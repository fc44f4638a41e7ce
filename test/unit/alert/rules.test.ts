import { expect, test } from 'vitest';
import { AlertConfig } from '../../../shared/alert/index.ts';
import { decodeMember } from '../../../shared/alert/members.ts';
import { ruleFor } from '../../../shared/alert/rules.ts';
import type { Signal } from '../../../shared/alert/signal.ts';

const signal = (more: Partial<Signal> = {}): Signal => ({
  source: 'grafana',
  key: 'k',
  group: 'HighErrorRate',
  state: 'open',
  title: 'Error rate is 12%',
  service: null,
  url: null,
  burnRate: null,
  labels: { team: 'rental', env: 'prod' },
  at: 1_000,
  ...more,
});

const config = (...rules: object[]) => AlertConfig.parse({ channel: 'C0ALERTS', rules });

test('the first rule that fits decides, in the file’s order', () => {
  const rules = config(
    { match: { labels: { env: 'staging' } }, drop: true },
    {
      match: { title: 'high*rate', labels: { team: 'rent*' } },
      service: 'rental',
      burnRate: 14.4,
      declare: '5m',
    },
    { service: 'other' },
  );
  expect(ruleFor(signal(), rules)).toEqual({
    rule: 1,
    service: 'rental',
    burnRate: 14.4,
    declareAfter: 300_000,
    drop: false,
  });
  expect(ruleFor(signal({ labels: { env: 'staging' } }), rules)).toMatchObject({ rule: 0, drop: true });
  expect(ruleFor(signal({ group: 'Low', title: 'Low' }), rules)).toMatchObject({ rule: 2, service: 'other' });
});

test('without a rule a person decides, and what the alert says of itself counts', () => {
  expect(ruleFor(signal({ service: 'pay', burnRate: 7 }), config())).toEqual({
    rule: null,
    service: 'pay',
    burnRate: 7,
    declareAfter: null,
    drop: false,
  });
});

test('a pattern of many stars is matched in the time of a long title', () => {
  const rules = config({ match: { title: `${'*a'.repeat(100)}b` }, drop: true });
  expect(ruleFor(signal({ title: 'a'.repeat(300), group: null }), rules).drop).toBe(false);
});

test('a pattern does not count a letter twice', () => {
  const rules = config({ match: { title: 'ab*ba' }, drop: true });
  expect(ruleFor(signal({ title: 'aba', group: null }), rules).drop).toBe(false);
  expect(ruleFor(signal({ title: 'abba', group: null }), rules).drop).toBe(true);
});

test('what is said again changes nothing; what comes late changes nothing; what begins anew counts', () => {
  const open = decodeMember(null, signal(), null, 5_000);
  expect(open).toMatchObject({ open: true, openedAt: 1_000, fired: 1 });
  expect(decodeMember(open, signal({ at: 2_000 }), null, 6_000)).toBeNull();
  const closed = decodeMember(open, signal({ state: 'closed', at: 3_000 }), null, 7_000);
  expect(closed).toMatchObject({ open: false, openedAt: 1_000, closedAt: 3_000 });
  expect(decodeMember(closed, signal({ at: 2_500 }), null, 8_000)).toBeNull();
  expect(decodeMember(closed, signal({ at: 4_000 }), null, 9_000)).toMatchObject({
    openedAt: 4_000,
    fired: 2,
  });
});

test('an end that overtakes its beginning is kept, and the beginning that follows says nothing new', () => {
  const closed = decodeMember(null, signal({ state: 'closed', at: 3_000 }), null, 4_000);
  expect(closed).toMatchObject({ open: false });
  expect(decodeMember(closed, signal({ at: 1_000 }), null, 5_000)).toBeNull();
});
