import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Problem } from '../../../functions/web/api/problem.ts';
import { faultsOf, readQuery } from '../../../functions/web/api/request.ts';
import { WORDS } from '../../../functions/web/api/words.ts';

const schema = z.strictObject({
  status: z.enum(['open', 'closed']).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  day: z.iso.date().optional(),
  q: z.string().min(1).max(3).optional(),
  count: z.int().min(1).max(9).optional(),
  tags: z.array(z.string()).min(1).max(2).optional(),
  name: z.string(),
});

function wrong(value: object, locale: 'ja' | 'en'): Record<string, string> {
  const { error } = schema.safeParse({ name: 'x', ...value }, { error: WORDS[locale] });
  return Object.fromEntries(
    faultsOf(error ?? new z.ZodError([]), '/').map((one) => [one.pointer, one.detail]),
  );
}

describe('what does not fit is said in a sentence that says what would', () => {
  test.each([
    [{ status: 'opn' }, '/status', '次のどれかを書いてください: open, closed', 'It is one of open, closed.'],
    [{ day: '11/24' }, '/day', '2026-11-24 の形で書いてください。', 'It is a day, such as 2026-11-24.'],
    [{ q: '' }, '/q', '空にはできません。', 'It is not empty.'],
    [{ q: 'long' }, '/q', '3 文字までです。', 'It has 3 letters at most.'],
    [{ count: 0 }, '/count', '1 以上の数を書いてください。', 'It is 1 or more.'],
    [{ count: 10 }, '/count', '9 以下の数を書いてください。', 'It is 9 at most.'],
    [{ count: 'x' }, '/count', '数を書いてください。', 'It is a number.'],
    [{ tags: [] }, '/tags', '1 件以上を書いてください。', 'It has 1 or more.'],
    [{ name: undefined }, '/name', '必要です。', 'It is required.'],
    [{ name: 7 }, '/name', '文字列を書いてください。', 'It is a string.'],
  ])('%j', (value, pointer, ja, en) => {
    expect(wrong(value, 'ja')).toEqual({ [pointer]: ja });
    expect(wrong(value, 'en')).toEqual({ [pointer]: en });
  });

  test('a time shows how it is written', () => {
    expect(wrong({ from: 'yesterday' }, 'en')['/from']).toContain('2026-11-24T12:00:00+09:00');
  });

  test('each name that is not known is at fault by itself', () => {
    expect(Object.keys(wrong({ 'a/b': 1, limit: 2 }, 'en'))).toEqual(['/a~1b', '/limit']);
    const asked = () => readQuery('https://toban.example/?name=x&limit=2', schema, 'ja');
    expect(asked).toThrow(Problem);
    try {
      asked();
    } catch (error) {
      expect((error as Problem).errors).toEqual([
        { pointer: 'limit', detail: 'この名前の項目はありません。つづりを確かめてください。' },
      ]);
    }
  });
});
