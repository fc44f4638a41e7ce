import { z } from 'zod';

export type Json = Record<string, unknown>;

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
