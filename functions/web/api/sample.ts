import type { z } from 'zod';
import type { Operation } from './operation.ts';
import { type Json, schemaOf } from './schema.ts';

/** A request that works once its words are put in; of a file, one that leaves nothing behind where it breaks off. */
export function exampleOf(one: Operation, baseUrl: string, api: string): string {
  if (one.file !== undefined)
    return [
      `curl --fail --remove-on-error -o toban.zip ${baseUrl}${api}${one.path} \\`,
      '  -H "Authorization: Bearer $TOBAN_TOKEN"',
    ].join('\n');
  return [
    `curl -X ${one.method} ${baseUrl}${api}${one.path} \\`,
    '  -H "Authorization: Bearer $TOBAN_TOKEN" -H "Content-Type: application/json" \\',
    ...(one.key ? ['  -H "Idempotency-Key: $(uuidgen)" \\'] : []),
    ...(one.match === 'required' ? ['  -H \'If-Match: "12"\' \\'] : []),
    `  -d '${JSON.stringify(one.body ? sampleBody(one.body) : {})}'`,
  ].join('\n');
}

/** What must be in a body, and its first choice where it chooses. */
export function sampleBody(body: z.ZodObject): Json {
  const named: Json = {};
  const whole = schemaOf(body, 'input', named);
  const { properties = {}, required = [] } = whole as {
    readonly properties?: Readonly<Record<string, Json>>;
    readonly required?: readonly string[];
  };
  const least = required.length > 0 ? required : Object.keys(properties).slice(0, 1);
  // Many a change wants a reason, though not all do.
  const names = properties.reason && !least.includes('reason') ? [...least, 'reason'] : least;
  return Object.fromEntries(names.map((name) => [name, sampleOf(properties[name] ?? {})]));
}

const BY_FORMAT: Readonly<Record<string, string>> = {
  'date-time': '2026-11-24T12:00:00+09:00',
  date: '2026-12-10',
  uri: 'https://tickets.example.com/1',
};

function sampleOf(schema: Json): unknown {
  const [choice] = (schema.enum as unknown[] | undefined) ?? [];
  if (choice !== undefined) return choice;
  const [first] = (schema.anyOf as Json[] | undefined) ?? [];
  if (first) return sampleOf(first);
  if (schema.type === 'array')
    return Number(schema.minItems ?? 0) > 0 ? [sampleOf(schema.items as Json)] : [];
  if (schema.type === 'object') return {};
  const samples: Readonly<Record<string, unknown>> = { integer: 1, number: 1, boolean: true };
  return samples[String(schema.type)] ?? BY_FORMAT[String(schema.format)] ?? '…';
}
