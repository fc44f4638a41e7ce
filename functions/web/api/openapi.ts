import { z } from 'zod';
import { describedWebhooks } from './openapi-webhooks.ts';
import { type Operation, TAGS } from './operation.ts';
import { operations } from './operations.ts';
import { PROBLEMS, type ProblemCode } from './problem.ts';
import { queryOf } from './query.ts';
import { sampleBody } from './sample.ts';
import { type Json, schemaOf } from './schema.ts';
import { type ApiText, apiText } from './text.ts';

const ProblemDocument = z
  .object({
    type: z.url().describe('What kind of problem this is; the address explains it.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });

/** Everything that can be asked for, from the very schemas that check it: OpenAPI 3.1. */
export function openApi(baseUrl: string): Json {
  const named: Json = {};
  const problem = schemaOf(ProblemDocument, 'output', named);
  const paths: Record<string, Json> = {};
  for (const one of operations)
    paths[one.path] = { ...paths[one.path], [one.method.toLowerCase()]: described(one, problem, named) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Toban',
      version: '1',
      description: apiText('en').rules.join('\n\n'),
      license: { name: 'Apache 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    security: [{ token: [] }],
    tags: TAGS.map((name) => ({ name, description: apiText('en').tags[name] })),
    paths,
    webhooks: describedWebhooks((schema) => schemaOf(schema, 'output', named)),
    components: {
      schemas: named,
      headers: HEADERS,
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'toban_…',
          description:
            'A token that an admin makes on /settings/tokens, or the ID token of a Google service account.',
        },
      },
    },
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
    headers: headersIn([
      'RateLimit',
      ...(one.file ? [] : (['ETag'] as const)),
      ...(one.status === 201 ? (['Location'] as const) : []),
      ...(one.key ? (['Idempotency-Replayed'] as const) : []),
    ]),
    content: one.file
      ? { [one.file]: { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: one.list ? list : item } },
  };
  return {
    operationId: one.id,
    tags: [one.tag],
    summary: one.summary.en,
    description: allowedText(one),
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
        content: {
          'application/json': { schema: schemaOf(one.body, 'input', named), example: sampleBody(one.body) },
        },
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
            ...(WAITING.has(status) && { headers: headersIn(['Retry-After']) }),
            content: { 'application/problem+json': { schema: problem } },
          },
        ]),
      ),
    },
  };
}

/** Headers of answers that a client may go by. */
const HEADERS = {
  RateLimit: header('Requests left in this minute, and seconds until the next: `"token";r=599;t=42`.'),
  ETag: header('Version of what is answered: for `If-None-Match`, and for `If-Match` where it is edited.'),
  Location: header('Where what was made is read.'),
  'Idempotency-Replayed': header('`true`: it was carried out before, and this is its answer.'),
  'Retry-After': header('Seconds to wait.'),
} as const;

function header(description: string) {
  return { description, schema: { type: 'string' } } as const;
}

const headersIn = (names: readonly (keyof typeof HEADERS)[]): Json =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

/** Statuses that say when to come again. */
const WAITING: ReadonlySet<string> = new Set(['429', '503']);

const allowedText = ({ needs }: Operation): string =>
  needs
    ? `For a token with the scope \`${needs.scope}\` whose owner has the role ${needs.role} or more.`
    : 'For every token.';

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
