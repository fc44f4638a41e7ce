import { z } from 'zod';
import { PROPERTY_TYPES } from './model.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes');
const name = z.string().trim().min(1).max(120);

const Property = z.strictObject({
  id,
  name,
  type: z.enum(PROPERTY_TYPES).default('text'),
  options: z.array(name).max(50).default([]),
  required: z.boolean().default(false),
});

/** What stands between the two `---` at the top of a template. */
export const FrontMatter = z.strictObject({
  id,
  title: name,
  language: z.enum(['ja', 'en']),
  kind: z.enum(['full', 'supplement']).default('full'),
  properties: z.array(Property).max(40).default([]),
  checklist: z.array(z.strictObject({ id, name })).max(40).default([]),
});
export type FrontMatter = z.infer<typeof FrontMatter>;

/** For editors that check YAML against a JSON Schema. */
export const templateSchema = (): object => z.toJSONSchema(FrontMatter, { io: 'input' });
