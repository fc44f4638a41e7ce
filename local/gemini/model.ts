import { z } from 'zod';
import type { GenerateContentRequest } from './request.ts';

/** What the stand-in answers. `text` is the model's own; what it is worth, nobody has looked at. */
export type GeminiAnswer =
  | { readonly text: string; readonly finishReason?: 'STOP' | 'MAX_TOKENS' | 'SAFETY' }
  | { readonly blocked: 'SAFETY' | 'PROHIBITED_CONTENT' }
  | { readonly status: 400 | 403 | 404 | 429 | 500 | 503; readonly message?: string }
  /** Never answers. */
  | { readonly silent: true };

const Material = z.object({
  section: z.object({ title: z.string() }),
  facts: z.array(z.object({ id: z.string(), time: z.string(), text: z.string() })),
});
export type Material = z.infer<typeof Material>;

/** What was sent to be written about. */
export const materialOf = ({ contents }: GenerateContentRequest): Material =>
  Material.parse(JSON.parse(contents[0]?.parts[0]?.text ?? ''));

const MOST = 3;

/** No model: it says the last facts that have a time again, each resting on itself. */
export function restate(request: GenerateContentRequest): GeminiAnswer {
  const { facts } = materialOf(request);
  const timed = facts.filter(({ time }) => time !== '');
  const sentences = (timed.length > 0 ? timed : facts)
    .slice(-MOST)
    .map(({ id, text }) => ({ text: text.slice(0, 200), cites: [id] }));
  return { text: JSON.stringify({ sentences, unknown: [] }) };
}
