import type { z } from 'zod';

import type { Operation } from './operation.ts';
import { type Json, schemaOf } from './schema.ts';

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
