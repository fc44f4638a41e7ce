import { z } from 'zod';

/**
 * The request of `generateContent` as documented, and nothing besides, for text and JSON:
 * https://cloud.google.com/vertex-ai/generative-ai/docs/model-reference/inference
 */
const Part = z.strictObject({ text: z.string().min(1) });

const TYPES = ['STRING', 'NUMBER', 'INTEGER', 'BOOLEAN', 'ARRAY', 'OBJECT'] as const;
interface Schema {
  type: (typeof TYPES)[number];
  properties?: Record<string, Schema> | undefined;
  items?: Schema | undefined;
  required?: string[] | undefined;
  propertyOrdering?: string[] | undefined;
  description?: string | undefined;
  nullable?: boolean | undefined;
  enum?: string[] | undefined;
  format?: string | undefined;
  minItems?: string | undefined;
  maxItems?: string | undefined;
}
const Schema: z.ZodType<Schema> = z.lazy(() =>
  z.strictObject({
    type: z.enum(TYPES),
    properties: z.record(z.string(), Schema).optional(),
    items: Schema.optional(),
    required: z.array(z.string()).optional(),
    propertyOrdering: z.array(z.string()).optional(),
    description: z.string().optional(),
    nullable: z.boolean().optional(),
    enum: z.array(z.string()).optional(),
    format: z.string().optional(),
    // int64, which JSON carries as text.
    minItems: z.string().optional(),
    maxItems: z.string().optional(),
  }),
);

export const GenerateContentRequest = z.strictObject({
  contents: z.array(z.strictObject({ role: z.enum(['user', 'model']), parts: z.array(Part).min(1) })).min(1),
  systemInstruction: z.strictObject({ role: z.string().optional(), parts: z.array(Part).min(1) }).optional(),
  generationConfig: z
    .strictObject({
      temperature: z.number().min(0).max(2).optional(),
      topP: z.number().min(0).max(1).optional(),
      topK: z.number().optional(),
      candidateCount: z.int().min(1).max(8).optional(),
      maxOutputTokens: z.int().min(1).max(65_535).optional(),
      stopSequences: z.array(z.string()).max(5).optional(),
      seed: z.int().optional(),
      responseMimeType: z.enum(['text/plain', 'application/json', 'text/x.enum']).optional(),
      responseSchema: Schema.optional(),
    })
    .refine((config) => !config.responseSchema || config.responseMimeType === 'application/json', {
      message: 'responseSchema needs responseMimeType application/json',
    })
    .optional(),
});
export type GenerateContentRequest = z.infer<typeof GenerateContentRequest>;

/** `POST /v1/projects/{project}/locations/{location}/publishers/google/models/{model}:generateContent`, or `countTokens` */
export const METHOD =
  /^\/v1\/projects\/([a-z][a-z0-9-]+)\/locations\/([a-z0-9-]+)\/publishers\/google\/models\/([a-z0-9.-]+):(generateContent|countTokens)$/;
