import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseConfig } from '../../../shared/workspace/index.ts';

const good = `workspace: { timezone: Asia/Tokyo, locale: ja }
rotas:
  - id: mobility
    spreadsheet: https://docs.google.com/spreadsheets/d/1AbC_d-9/edit#gid=0
    sheet: 当番表
    fallback: U0LEAD
routes:
  - channel: C0CSHELP
    rota: mobility
`;
const messageOf = (source: string): string => {
  try {
    parseConfig(source);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

test('the sample configuration is valid', () => {
  expect(parseConfig(readFileSync('toban.yaml', 'utf8')).routes[0]?.ladder).toEqual([
    { to: 'primary', after: 0 },
    { to: 'primary', after: 300_000 },
    { to: 'fallback', after: 600_000 },
  ]);
});

test('an address becomes its id, one fallback person a list, and what is left out has a sensible value', () => {
  const { rotas, routes } = parseConfig(good);
  expect(rotas[0]).toMatchObject({
    spreadsheet: '1AbC_d-9',
    fallback: ['U0LEAD'],
    layout: 'auto',
    handover: '00:00',
  });
  expect(routes[0]).toMatchObject({ triggers: { mention: true }, whenFree: 'fallback' });
});

test('a canary that is left out is none, and one with two channels has sensible times', () => {
  expect(parseConfig(good).canary).toBeUndefined();
  const { canary } = parseConfig(`${good}canary: { channel: C0CANARY, owners: C0SRE }\n`);
  expect(canary).toEqual({ channel: 'C0CANARY', owners: 'C0SRE', every: 3_600_000, late: 120_000 });
});

test.each([
  [
    'a canary in a help channel',
    `${good}canary: { channel: C0CSHELP, owners: C0SRE }\n`,
    /canary\.channel: is the channel of a route/,
  ],
  [
    'a canary whose failing nobody sees',
    `${good}canary: { channel: C0CANARY, owners: C0CANARY }\n`,
    /canary\.owners: must be another channel/,
  ],
  ['broken YAML', good.replace('  - id: mobility', '  - id: [mobility'), /^toban\.yaml:4:\d+ /],
  [
    'an unknown rota in a route',
    good.replace('rota: mobility', 'rota: mobilty'),
    /^toban\.yaml:9:11 routes\[0\]\.rota: there is no rota "mobilty"; the rotas are: mobility$/,
  ],
  [
    'a misspelt setting',
    good.replace('    sheet:', '    sheat:'),
    /toban\.yaml:5:\d+ rotas\[0\]\.sheat: there is no such setting/,
  ],
  [
    'a missing setting',
    good.replace('    sheet: 当番表\n', ''),
    /^toban\.yaml:3:5 rotas\[0\]\.sheet: is missing$/,
  ],
  ['a setting left empty', `${good}digest: { channel: }\n`, /digest\.channel: is missing$/],
  [
    'settings where one word belongs',
    `${good}digest: { channel: C0SRE, daily: { at: "09:00" } }\n`,
    /digest\.daily: must be text, in quotes$/,
  ],
  ['one word where settings belong', `${good}digest: C0SRE\n`, /digest: must be a group of settings/],
  ['one where a list belongs', 'rotas: mobility\n', /rotas: must be a list, such as \[a, b\]/],
  ['a group as fallback', good.replace('U0LEAD', 'S0LEADS'), /^toban\.yaml:6:15 rotas\[0\]\.fallback: /],
  ['an empty fallback', good.replace('U0LEAD', '[]'), /fallback: must name at least one person/],
  [
    'an unknown zone',
    good.replace('Asia/Tokyo', 'Asia/Tokio'),
    /^toban\.yaml:1:\d+ workspace\.timezone: must be an IANA time zone/,
  ],
  [
    'a ladder out of order',
    `${good}    ladder: [{ to: primary, after: 5m }, { to: fallback, after: 1m }]\n`,
    /ladder: must have its steps in order/,
  ],
  [
    'two rotas of one id',
    good.replace('routes:', `${good.slice(good.indexOf('  - id'), good.indexOf('routes:'))}routes:`),
    /another rota is already called "mobility"/,
  ],
  ['an empty file', '', /is missing/],
])('%s is said with line and column', (_name, source, expected) => {
  expect(messageOf(source)).toMatch(expected);
});

test('an incident may name only rotas that are there', () => {
  const source = `${good}incident: { services: [{ id: a, name: A, rota: scooters }], invite: { rotas: [cars, mobility] } }\n`;
  expect(messageOf(source).split('\n')).toEqual([
    expect.stringMatching(
      /incident\.services\[0\]\.rota: there is no rota "scooters"; the rotas are: mobility$/,
    ),
    expect.stringMatching(/incident\.invite\.rotas\[0\]: there is no rota "cars"/),
  ]);
});
