import { z } from 'zod';
import { describedWebhooks } from './openapi-webhooks.ts';
import { type Operation, TAGS } from './operation.ts';
import { operations } from './operations.ts';
import { PROBLEMS, type ProblemCode } from './problem.ts';
import { queryOf } from './query.ts';
import { type ApiText, apiText } from './text.ts';

export type Json = Record<string, unknown>;

const ProblemDocument = z
  .object({
    type: z.url().describe('What kind of problem this is; the address explains it.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });

/** A schema as JSON Schema; those with a name of their own go into `named`, and are pointed to. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output', named: Json): Json {
  // Wrapped, so that a schema with a name is pointed to even where it is the whole.
  const made = z.toJSONSchema(z.object({ it: schema }), { io });
  const moved: { properties: { it: Json }; $defs?: Record<string, Json> } = JSON.parse(
    JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/'),
  );
  for (const [name, { id: _id, ...rest }] of Object.entries(moved.$defs ?? {})) named[name] = rest;
  return moved.properties.it;
}

/** Everything that can be asked for, from the very schemas that check it: OpenAPI 3.1. */
export function openApi(baseUrl: string): Json {
  const named: Json = {};
  const problem = schemaOf(ProblemDocument, 'output', named);
  const paths: Record<string, Json> = {};
  for (const one of operations)
    paths[one.path] = { ...paths[one.path], [one.method.toLowerCase()]: described(one, problem, named) };
  return {
    openapi: '3.1.0',
    info: { title: 'Toban', version: '1', description: apiText('en').rules.join('\n\n') },
    servers: [{ url: `${baseUrl}/api/v1` }],
    security: [{ token: [] }],
    tags: TAGS.map((name) => ({ name, description: apiText('en').tags[name] })),
    paths,
    webhooks: describedWebhooks((schema) => schemaOf(schema, 'output', named)),
    components: { schemas: named, securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  };
}

/** What any operation may answer with instead. */
const ALWAYS: readonly ProblemCode[] = ['bad-request', 'unauthorized', 'too-many-requests', 'unavailable'];

/** Every way in which one may be refused; those with a piece of the path also for there being no such thing. */
export function problemsOf(one: Operation): readonly ProblemCode[] {
  return [
    ...ALWAYS,
    ...(one.params ? (['not-found'] as const) : []),
    ...(one.needs ? (['forbidden'] as const) : []),
    ...(one.body ? (['conflict', 'too-large', 'not-json', 'invalid'] as const) : []),
    ...(one.key ? (['key-in-use', 'key-of-another'] as const) : []),
    ...(one.match ? (['changed-meanwhile'] as const) : []),
    ...(one.match === 'required' ? (['version-needed'] as const) : []),
    ...(one.problems ?? []),
  ];
}

function described(one: Operation, problem: Json, named: Json): Json {
  const item = schemaOf(one.item, 'output', named);
  const list = {
    type: 'object',
    properties: { items: { type: 'array', items: item }, cursor: { type: ['string', 'null'] } },
    required: ['items', 'cursor'],
  };
  const inPath = Object.entries(one.params ?? {});
  const problems = Map.groupBy(problemsOf(one), (code) => String(PROBLEMS[code]));
  const done = {
    description: one.status === 201 ? 'Created' : 'OK',
    content: one.file
      ? { [one.file]: { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: one.list ? list : item } },
  };
  return {
    operationId: one.id,
    tags: [one.tag],
    summary: one.summary.en,
    ...(one.needs && { security: [{ token: [one.needs.scope] }] }),
    parameters: [
      ...inPath.map(([name, description]) => ({
        name,
        in: 'path',
        required: true,
        description,
        schema: { type: 'string' },
      })),
      ...headersOf(one, apiText('en')).map(({ name, required, description }) => ({
        name,
        in: 'header',
        required,
        description,
        schema: { type: 'string' },
      })),
      ...parametersOf(one, named),
    ],
    ...(one.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(one.body, 'input', named) } },
      },
    }),
    responses: {
      [one.status ?? 200]: done,
      ...(one.method === 'GET' && !one.file && { 304: { description: 'Not modified' } }),
      ...Object.fromEntries(
        [...problems].map(([status, codes]) => [
          status,
          {
            description: codes.map((code) => apiText('en').problems[code]).join('; '),
            content: { 'application/problem+json': { schema: problem } },
          },
        ]),
      ),
    },
  };
}

/** The headers of a write, besides the token. */
export function headersOf(
  { key, match }: Operation,
  text: ApiText,
): readonly { readonly name: string; readonly required: boolean; readonly description: string }[] {
  return [
    ...(key ? [{ name: 'Idempotency-Key', required: key === 'required', description: text.keyHeader }] : []),
    ...(match ? [{ name: 'If-Match', required: match === 'required', description: text.matchHeader }] : []),
  ];
}

export interface Parameter {
  readonly name: string;
  readonly in: 'query';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Json;
}

/** The parameters of the address, as the schema that reads them says. */
export function parametersOf(one: Operation, named: Json = {}): readonly Parameter[] {
  const { shape } = queryOf(one);
  return Object.entries(shape).map(([name, schema]) => {
    const { description, ...rest } = schemaOf(schema as z.ZodType, 'input', named);
    const required = !(schema as z.ZodType).safeParse(undefined).success;
    return {
      name,
      in: 'query' as const,
      required,
      ...(typeof description === 'string' && { description }),
      schema: rest,
    };
  });
}
