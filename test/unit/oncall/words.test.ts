import { describe, expect, test } from 'vitest';
import { daysIn, namedIn, takeColumn, takeRota, verbOf } from '../../../shared/oncall/words.ts';
import { RotaConfig } from '../../../shared/rota/index.ts';

const rota = (id: string, name?: string) =>
  RotaConfig.parse({ id, spreadsheet: 's', sheet: 't', fallback: 'U0LEAD', ...(name && { name }) });

test.each([
  ['', 'now', ''],
  ['  PREVIEW 14d', 'preview', '14d'],
  ['代理 @x 明日', 'cover', '@x 明日'],
  ['ｃｏｖｅｒ a', 'cover', 'a'],
  ['取り消し', 'revoke', ''],
  ['constructor', null, ''],
])('the verb of "%s"', (text, verb, rest) => {
  expect(verbOf(text)).toMatchObject({ verb, rest });
});

describe('who is named', () => {
  test.each([
    ['<@U1|arai> 明日18時から22時', ['U1'], ['', '明日18時から22時'], null],
    ['<@U1>さんに 18:00-22:00', ['U1'], ['', '18:00-22:00'], null],
    ['@me 18:00-22:00', ['ME'], ['', '18:00-22:00'], null],
    ['自分が 18:00-22:00', ['ME'], ['', '18:00-22:00'], null],
    ['11/26 <@U1> 11/28', ['U1'], ['11/26', '11/28'], null],
    ['<@U1> 11/26 <@U2> 11/28', ['U1', 'U2'], ['', '11/26', '11/28'], null],
    ['@yamada 18:00-22:00', [], ['@yamada 18:00-22:00'], 'yamada'],
    ['some time 18:00', [], ['some time 18:00'], null],
    ['<!channel> 18:00', [], ['@channel 18:00'], 'channel'],
  ])('in "%s"', (text, people, between, unknown) => {
    expect(namedIn(text, 'ME')).toEqual({ people, between, unknown });
  });
});

describe('the rota and the column', () => {
  const rotas = [rota('mobility', '車両オンコール'), rota('web', 'Web team'), rota('night', 'ウェブ(夜)')];
  test.each([
    ['18:00-22:00 web', 'web', '18:00-22:00'],
    ['18:00-22:00 車両オンコール', 'mobility', '18:00-22:00'],
    ['Web Team 明日', 'web', '明日'],
    ['11/24 <@U1|a> 11/26 web', 'web', '11/24 <@U1|a> 11/26'],
    ['18:00-22:00 ｳｪﾌﾞ(夜)', 'night', '18:00-22:00'],
    ['18:00-22:00 website', undefined, '18:00-22:00 website'],
  ])('of "%s"', (text, id, rest) => {
    const taken = takeRota(text, rotas);
    expect([taken.config?.id, taken.rest]).toEqual([id, rest]);
  });

  test.each([
    ['18:00-22:00 二次', 'secondary', '18:00-22:00'],
    ['secondary 明日', 'secondary', '明日'],
    ['manager 明日', 'manager', '明日'],
    ['明日', null, '明日'],
  ])('column of "%s"', (text, column, rest) => {
    expect(takeColumn(text, ['primary', 'manager'])).toEqual({ column, rest });
  });
});

test.each([
  ['', 14],
  ['14d', 14],
  ['２週間', 14],
  ['2w', 14],
  ['60日', 60],
  ['61', null],
  ['0d', null],
  ['-3', null],
  ['many', null],
])('days in "%s": %s', (text, days) => {
  expect(daysIn(text)).toBe(days);
});
