import fc from 'fast-check';

/** A schema as OpenAPI 3.1 writes it. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly $ref?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly format?: string;
  readonly maxLength?: number;
}

/** What the OpenAPI document says of an operation. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema: { readonly enum?: readonly string[] };
}
export interface Described {
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}
export interface Operation extends Described {
  readonly method: string;
  readonly path: string;
}

export const HOSTILE = '<img src=x onerror=alert(1)>';

/** Words that people, and those who mean harm, write. */
export const words = fc.oneof(
  fc.constantFrom(
    '',
    HOSTILE,
    '</textarea><script>alert(1)</script>',
    '<!channel> <@U0CS> *太字*',
    '=HYPERLINK("https://x.example")',
    'null',
    '__proto__',
    '\u0000\u202e\ud83d',
    '9'.repeat(400),
    '💥'.repeat(200),
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

/** What a schema allows, with hostile words wherever words may stand. */
export function fitting(schema: Schema, named: Readonly<Record<string, Schema>>): fc.Arbitrary<unknown> {
  if (schema.$ref) return fitting(named[schema.$ref.split('/').at(-1) ?? ''] ?? {}, named);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => fitting(one, named)));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if ('const' in schema) return fc.constant(schema.const);
  switch (schema.type) {
    case 'object':
      return objectOf(schema, named);
    case 'array':
      return fc.array(fitting(schema.items ?? {}, named), { maxLength: 3 });
    case 'integer':
      return fc.oneof(fc.integer({ min: -3, max: 20 }), fc.maxSafeInteger());
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return stringOf(schema);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

/** With few of what may be left out: all at once, something in them is nearly always refused. */
function objectOf({ properties = {}, required = [] }: Schema, named: Readonly<Record<string, Schema>>) {
  const optional = Object.keys(properties).filter((name) => !required.includes(name));
  return fc.subarray(optional, { maxLength: Math.min(2, optional.length) }).chain((some) => {
    const names = [...required, ...some];
    return fc.record(Object.fromEntries(names.map((name) => [name, fitting(properties[name] ?? {}, named)])));
  });
}

function stringOf({ format, maxLength }: Schema): fc.Arbitrary<string> {
  const short = words.map((text) => text.slice(0, maxLength ?? 400));
  if (format === 'date-time')
    return fc.constantFrom('2026-11-24T00:00:00Z', '2026-11-24T09:00:00+09:00', '2099-01-01T00:00:00Z');
  if (format === 'date') return fc.constantFrom('2026-12-10', '2020-01-01');
  if (format === 'uri') return fc.constantFrom('https://tickets.example.com/1', 'javascript:alert(1)');
  return short;
}

/** A body as it should be, one with something wrong in it, or anything. */
export function bodyOf(schema: Schema, named: Readonly<Record<string, Schema>>): fc.Arbitrary<string> {
  const right = fitting(schema, named);
  const wrong = fc
    .tuple(
      right,
      fc.constantFrom(...Object.keys(schema.properties ?? { x: {} }), 'extra'),
      fc.jsonValue({ maxDepth: 3 }),
    )
    .map(([body, name, value]) => ({ ...(body as object), [name]: value }));
  const json = fc.oneof({ weight: 6, arbitrary: right }, { weight: 2, arbitrary: wrong }, fc.jsonValue());
  return fc.oneof(
    { weight: 12, arbitrary: json.map((value) => JSON.stringify(value)) },
    fc.constantFrom('', '{', '{"a":1}trailing', '['.repeat(500), '"\\ud800"'),
  );
}
