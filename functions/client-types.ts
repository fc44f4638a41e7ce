/** What is read of an OpenAPI 3.1 document; ours is made from zod schemas, so it has no more than this. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Described {
  readonly operationId: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: 'path' | 'query' | 'header';
    readonly required: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

const HEAD = `// Made from the API's OpenAPI document by \`npm run client\`. A test fails when it is not up to date.
`;

/** The TypeScript of a client: each named schema, what each operation takes and answers, and where it is. Pure. */
export function clientTypes({ paths, components }: Document): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ path, method: method.toUpperCase(), one })),
  );
  const schemas = Object.entries(components.schemas).map(([name, schema]) => `  ${name}: ${typeOf(schema)};`);
  const takes = operations.map(({ one }) => `  ${one.operationId}: ${operationType(one)};`);
  const routes = operations.map(({ path, method, one }) => `  ${one.operationId}: ['${method}', '${path}'],`);
  return `${HEAD}
export interface Schemas {
${schemas.join('\n')}
}

export interface Operations {
${takes.join('\n')}
}

export const ROUTES = {
${routes.join('\n')}
} as const satisfies Readonly<Record<keyof Operations, readonly [method: string, path: string]>>;
`;
}

function operationType({ parameters, requestBody, responses }: Described): string {
  const of = (place: string) =>
    object(parameters.filter((one) => one.in === place).map((one) => [one.name, one.schema, one.required]));
  const done = responses['200'] ?? responses['201'];
  const body = requestBody?.content['application/json'];
  const answer = done?.content?.['application/json'];
  // Anything else is a file, and comes as a stream.
  const answered = answer
    ? typeOf(answer.schema)
    : done?.content
      ? 'ReadableStream<Uint8Array>'
      : 'undefined';
  return `{ path: ${of('path')}; query: ${of('query')}; headers: ${of('header')}; body: ${body ? typeOf(body.schema) : 'undefined'}; answer: ${answered} }`;
}

type Member = readonly [name: string, schema: Schema, required: boolean];
const object = (members: readonly Member[]): string =>
  members.length === 0
    ? 'Record<never, never>'
    : `{ ${members.map(([name, schema, required]) => `${quoted(name)}${required ? '' : '?'}: ${typeOf(schema)}`).join('; ')} }`;

const quoted = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`);
const union = (types: readonly string[]): string => [...new Set(types)].join(' | ');

/** One schema as a type. Throws for what no schema of ours says: better no client than a wrong one. */
function typeOf(schema: Schema): string {
  if (schema.$ref) return `Schemas['${schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)}']`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return union(schema.enum.map((value) => JSON.stringify(value)));
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return union(choices.map(typeOf));
  if (Array.isArray(schema.type))
    return union(schema.type.map((type: string) => typeOf({ ...schema, type })));
  switch (schema.type) {
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type;
    case 'number':
    case 'integer':
      return 'number';
    case 'array':
      return `Array<${typeOf(schema.items ?? {})}>`;
    case 'object':
      return objectType(schema);
    case undefined:
      return 'unknown';
    default:
      throw new Error(`no type for ${JSON.stringify(schema)}`);
  }
}

function objectType({ properties, required = [], additionalProperties }: Schema): string {
  const known = Object.entries(properties ?? {});
  if (known.length > 0) return object(known.map(([name, one]) => [name, one, required.includes(name)]));
  return typeof additionalProperties === 'object'
    ? `Record<string, ${typeOf(additionalProperties)}>`
    : 'Record<string, unknown>';
}
