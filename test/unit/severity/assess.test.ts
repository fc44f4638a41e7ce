import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Assessment,
  amountText,
  assess,
  describeAhead,
  describeAssessment,
  dutySteps,
  type Facts,
  NO_FACTS,
  parseAmount,
  SEVERITIES,
  SeverityConfig,
} from '../../../shared/severity/index.ts';

const shipped = SeverityConfig.parse({ totals: { vehicles: 1_000, users: 10_000 } });
const of = (facts: Partial<Facts>, config = shipped): Assessment => assess({ ...NO_FACTS, ...facts }, config);
const alert = (burnRate: number | null) => [{ key: 'a', name: '予約 API', burnRate }];

describe('the rules shipped', () => {
  test.each<[string, Partial<Facts>, string]>([
    ['nothing known', {}, 'SEV4'],
    ['2 inquiries', { inquiries: 2 }, 'SEV4'],
    ['3 inquiries', { inquiries: 3 }, 'SEV3'],
    ['10 inquiries', { inquiries: 10 }, 'SEV2'],
    ['50 inquiries', { inquiries: 50 }, 'SEV1'],
    ['an SLO burning at 6', { alerts: alert(6) }, 'SEV3'],
    ['an SLO burning at 14.4', { alerts: alert(14.4) }, 'SEV2'],
    ['an alert without a burn rate', { alerts: alert(null) }, 'SEV4'],
    ['personal data', { duties: ['personal-data'] }, 'SEV1'],
    ['a recall', { duties: ['vehicle-safety'] }, 'SEV2'],
    ['5 vehicles of 1,000', { vehicles: { count: 5, share: null } }, 'SEV3'],
    ['5 % of the vehicles', { vehicles: { count: null, share: 0.05 } }, 'SEV2'],
    ['3,000 users of 10,000', { users: { count: 3_000, share: null } }, 'SEV1'],
  ])('%s', (_what, facts, severity) => {
    expect(of(facts).severity).toBe(severity);
  });

  test('say which rule fired, and what is missing to the next', () => {
    const found = of({ inquiries: 12 });
    expect(found.grounds).toEqual([{ fact: 'inquiries', value: 12, limit: 10 }]);
    expect(describeAssessment(found, shipped.duties, 'ja')).toBe('CS問い合わせ 12件（基準 10件以上）');
    expect(found.ahead).toEqual({ severity: 'SEV1', fact: 'inquiries', more: 38 });
    expect(found.ahead && describeAhead(found.ahead, 'en')).toBe('38 more inquiries make it SEV1');
  });

  test.each([
    [
      { users: { count: null, share: 0.06 } },
      '影響ユーザー 6%（基準 5%以上）',
      'Users affected: 6% (rule: 5% or more)',
    ],
    [
      { vehicles: { count: 1_200, share: 0.3 } },
      '影響車両 1,200台 (30%)（基準 30%以上）',
      'Vehicles affected: 1,200 (30%) (rule: 30% or more)',
    ],
  ])('say an amount with its unit, and a share without', (facts: Partial<Facts>, ja, en) => {
    const found = of(facts, SeverityConfig.parse({}));
    expect(describeAssessment(found, shipped.duties, 'ja')).toContain(ja);
    expect(describeAssessment(found, shipped.duties, 'en')).toContain(en);
  });

  test('never fall when something gets worse', () => {
    const rank = (facts: Partial<Facts>) => SEVERITIES.indexOf(of(facts).severity);
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), fc.nat(1_000), (inquiries, more, vehicles) => {
        const before = { inquiries, vehicles: { count: vehicles, share: null } };
        expect(rank({ ...before, inquiries: inquiries + more })).toBeLessThanOrEqual(rank(before));
      }),
    );
  });
});

test('a rule with several conditions needs them all, and the first that fits decides', () => {
  const config = SeverityConfig.parse({
    rules: [
      { severity: 'SEV1', inquiries: 5, users: '10%' },
      { severity: 'SEV2', inquiries: 5 },
    ],
  });
  expect(of({ inquiries: 5 }, config)).toMatchObject({ severity: 'SEV2', rule: 1 });
  expect(of({ inquiries: 5, users: { count: null, share: 0.1 } }, config).rule).toBe(0);
  // Without a total a number cannot be held against a share: no guess is made.
  expect(of({ inquiries: 5, users: { count: 9_999, share: null } }, config).rule).toBe(1);
});

test.each([
  [
    'a graver rule below a lesser one',
    {
      rules: [
        { severity: 'SEV2', inquiries: 1 },
        { severity: 'SEV1', inquiries: 2 },
      ],
    },
    'must not be graver',
  ],
  ['a rule without a condition', { rules: [{ severity: 'SEV1' }] }, 'must have a condition'],
  ['a duty nobody knows', { rules: [{ severity: 'SEV1', duty: ['tax'] }] }, 'there is no duty "tax"'],
  ['a limit in words', { rules: [{ severity: 'SEV1', users: 'many' }] }, 'a share such as 5%'],
])('%s is refused with what to do', (_what, config, message) => {
  expect(JSON.stringify(SeverityConfig.safeParse(config).error?.issues)).toContain(
    JSON.stringify(message).slice(1, -1),
  );
});

describe('how many', () => {
  test.each([
    ['120', { count: 120, share: null }],
    ['約１，２００人', { count: 1_200, share: null }],
    ['5%', { count: null, share: 0.05 }],
    ['120台 (5％)', { count: 120, share: 0.05 }],
    ['', null],
    ['   ', null],
    ['たくさん', undefined],
    ['120%', undefined],
    ['-3', undefined],
  ])('"%s" is understood, or said not to be', (text, amount) => {
    expect(parseAmount(text)).toEqual(amount);
  });

  test('what is shown is understood again', () => {
    const amount = fc.record({
      count: fc.nat(1_000_000),
      share: fc.integer({ min: 0, max: 1_000 }).map((n) => n / 1_000),
    });
    fc.assert(
      fc.property(amount, (one) => {
        expect(parseAmount(amountText(one))?.count).toBe(one.count);
      }),
    );
  });
});

test('a duty says whom to tell and by when, what is due first comes first', () => {
  const since = Date.parse('2026-11-24T00:00:00Z');
  const steps = dutySteps(
    [
      { id: 'road-transport', since },
      { id: 'gone', since },
    ],
    shipped.duties,
  );
  expect(steps.map(({ tell, by }) => [tell.en, by && (by - since) / 86_400_000])).toEqual([
    ['Transport office: first report', 1],
    ['Transport office: written report', 30],
  ]);
});
