import type { z } from 'zod';
import { type Json, schemaOf } from './openapi.ts';
import type { Operation } from './operation.ts';

export interface FieldRow {
  readonly name: string;
  readonly kind: string;
  readonly meaning: string;
  readonly required: boolean;
}

/** An operation's answer, or one item of its list, field by field, for the page. */
export const fieldsOf = (one: Operation): readonly FieldRow[] =>
  rowsOf(one.item, 'output').map((row) => ({ ...row, required: false }));

/** What its body may hold. */
export const bodyOf = (one: Operation): readonly FieldRow[] => (one.body ? rowsOf(one.body, 'input') : []);

function rowsOf(schema: z.ZodObject, io: 'input' | 'output'): readonly FieldRow[] {
  const named: Record<string, Json> = {};
  const whole = schemaOf(schema, io, named);
  const name = /[^/]+$/.exec(String(whole.$ref ?? ''))?.[0];
  const { properties = {}, required = [] } = (name ? (named[name] ?? {}) : whole) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return rowsIn({ properties, required }, '');
}

interface Fields {
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
}

/** What stands in an object, and in the objects in it: `impact.vehicles`. */
function rowsIn({ properties = {}, required = [] }: Fields, above: string): readonly FieldRow[] {
  return Object.entries(properties).flatMap(([field, one]) => {
    const within = [one, ...((one.anyOf as Json[] | undefined) ?? [])].find((each) => each.properties);
    const own: FieldRow = {
      name: `${above}${field}`,
      kind: kindOf(one),
      meaning: typeof one.description === 'string' ? one.description : '',
      required: above === '' && required.includes(field),
    };
    return within ? [own, ...rowsIn(within as Fields, `${above}${field}.`)] : [own];
  });
}

/** A schema in a word or two. */
export function kindOf(schema: Json): string {
  const {
    type,
    $ref,
    anyOf,
    enum: values,
    items,
    format,
  } = schema as {
    type?: string | string[];
    $ref?: string;
    anyOf?: Json[];
    enum?: unknown[];
    items?: Json;
    format?: string;
  };
  if ($ref) return /[^/]+$/.exec($ref)?.[0] ?? '';
  if (anyOf) return anyOf.map(kindOf).join(' | ');
  if (values) return values.join(' | ');
  if (type === 'array') return `${kindOf(items ?? {})}[]`;
  return format ?? (Array.isArray(type) ? type.join(' | ') : (type ?? 'any'));
}

/** A request that works once its words are put in: what must be in the body, and its first choice where it chooses. */
export function exampleOf(one: Operation, baseUrl: string, api: string): string {
  const { properties = {}, required = [] } = one.body
    ? (schemaOf(one.body, 'input', {}) as Fields)
    : ({} as Fields);
  const least = required.length > 0 ? required : Object.keys(properties).slice(0, 1);
  // Many a change wants a reason, though not all do.
  const names = properties.reason && !least.includes('reason') ? [...least, 'reason'] : least;
  const body = Object.fromEntries(names.map((name) => [name, sampleOf(properties[name] ?? {})]));
  return [
    `curl -X ${one.method} ${baseUrl}${api}${one.path} \\`,
    '  -H "Authorization: Bearer $TOBAN_TOKEN" -H "Content-Type: application/json" \\',
    ...(one.key ? ['  -H "Idempotency-Key: $(uuidgen)" \\'] : []),
    ...(one.match === 'required' ? ['  -H \'If-Match: "12"\' \\'] : []),
    `  -d '${JSON.stringify(body)}'`,
  ].join('\n');
}

function sampleOf(schema: Json): unknown {
  const [choice] = (schema.enum as unknown[] | undefined) ?? [];
  if (choice !== undefined) return choice;
  const [first] = (schema.anyOf as Json[] | undefined) ?? [];
  if (first) return sampleOf(first);
  if (schema.type === 'array')
    return Number(schema.minItems ?? 0) > 0 ? [sampleOf(schema.items as Json)] : [];
  const samples: Readonly<Record<string, unknown>> = { integer: 1, number: 1, boolean: true };
  return samples[String(schema.type)] ?? '…';
}
