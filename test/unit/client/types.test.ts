import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { columns } from '../../../cli/ask/show.ts';
import { clientTypes, type Document } from '../../../functions/client-types.ts';
import { openApi } from '../../../functions/web/api/openapi.ts';

test('the client’s types are those of the API as it is: `npm run client` writes them', () => {
  const made = clientTypes(openApi('https://toban.example.com') as unknown as Document);
  expect(readFileSync('cli/client/generated.ts', 'utf8')).toBe(made);
});

describe('a schema becomes the type that TypeScript people write', () => {
  const typed = (schema: object) =>
    /^ {2}It: (.*);$/m.exec(
      clientTypes({ paths: {}, components: { schemas: { It: schema } } } as Document),
    )?.[1];
  test.each([
    [{ type: 'string', format: 'date-time' }, 'string'],
    [{ type: ['string', 'null'] }, 'string | null'],
    [{ type: 'integer', minimum: 0 }, 'number'],
    [{ enum: ['a', 'b'], type: 'string' }, '"a" | "b"'],
    [{ const: 'v1', type: 'string' }, '"v1"'],
    [{ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] } }, 'Array<string | null>'],
    [{ $ref: '#/components/schemas/Person' }, "Schemas['Person']"],
    [
      { type: 'object', properties: { a: { type: 'boolean' }, 'b-c': {} }, required: ['a'] },
      "{ a: boolean; 'b-c'?: unknown }",
    ],
    [{ type: 'object', additionalProperties: { type: 'number' } }, 'Record<string, number>'],
    [{ type: 'object' }, 'Record<string, unknown>'],
  ])('%o', (schema, type) => expect(typed(schema)).toBe(type));

  test('and one that is not known is an error, not a guess', () => {
    expect(() => typed({ type: 'date' })).toThrow('no type for');
  });
});

test('columns stand beneath each other, wide letters counted as two, and nothing of a cell steers the terminal', () => {
  expect(
    columns([
      ['当番', 'a'],
      ['x', '\u001b[2Jb'],
      [null, ''],
    ]),
  ).toEqual(['当番  a', 'x      [2Jb', '–     ']);
});
