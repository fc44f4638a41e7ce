import type { GoogleGenAI } from '@google/genai';
import { TobanError } from '../../platform/errors.ts';
import { orAbort } from '../../platform/or-abort.ts';
import type { Writer, WritingOrder } from '../../ports/writer.ts';
import { writtenIn } from './answer.ts';
import { geminiError } from './errors.ts';
import { instruction, material } from './prompt.ts';

export interface GeminiOptions {
  readonly project: string;
  /** `ai:` of toban.yaml; null where there is none: then everything is refused. */
  readonly settings: { readonly location: string; readonly model: string } | null;
  /** Root of another server that speaks the REST API of Vertex AI; it is called without credentials. */
  readonly apiUrl?: string;
  /** Below a task's lease of 30 s. */
  readonly timeoutMs?: number;
}

/** Thinking counts too. */
const MOST_TOKENS = 8_192;

/** The port on Gemini of Vertex AI. The library (1.2 MB) is loaded with the first draft: a call never waits for it. */
export function createGemini(options: GeminiOptions): Writer {
  const { timeoutMs = 22_000 } = options;
  let opened: Promise<GoogleGenAI> | null = null;
  async function spoken<T>(
    signal: AbortSignal,
    say: (client: GoogleGenAI, model: string, budget: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const { settings } = options;
    if (settings === null)
      throw new TobanError('misconfigured', 'no language model is configured', { reason: 'model' });
    const budget = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    try {
      opened ??= open(options, settings.location);
      return await orAbort(say(await opened, settings.model, budget), budget);
    } catch (error) {
      throw geminiError(error, budget.aborted);
    }
  }
  return {
    write: (order, signal) =>
      spoken(signal, async (client, model, budget) => writtenIn(await ask(client, model, order, budget))),
    async reach(signal) {
      // Needs the same permission as writing, and is free: https://cloud.google.com/vertex-ai/generative-ai/docs/multimodal/get-token-count
      await spoken(signal, (client, model, abortSignal) =>
        client.models.countTokens({ model, contents: 'Toban', config: { abortSignal } }),
      );
    },
  };
}

async function open({ project, apiUrl }: GeminiOptions, location: string): Promise<GoogleGenAI> {
  const { GoogleGenAI } = await import('@google/genai');
  // Elsewhere nobody is asked for a token.
  const authClient = { getRequestHeaders: async () => new Headers() };
  return new GoogleGenAI({
    vertexai: true,
    project,
    location,
    apiVersion: 'v1',
    ...(apiUrl && {
      httpOptions: { baseUrl: apiUrl },
      googleAuthOptions: { authClient: authClient as never },
    }),
  });
}

async function ask(client: GoogleGenAI, model: string, order: WritingOrder, abortSignal: AbortSignal) {
  const { Type } = await import('@google/genai');
  const text = { type: Type.STRING };
  return client.models.generateContent({
    model,
    contents: [{ role: 'user', parts: [{ text: material(order) }] }],
    config: {
      abortSignal,
      systemInstruction: instruction(order),
      candidateCount: 1,
      maxOutputTokens: MOST_TOKENS,
      responseMimeType: 'application/json',
      responseSchema: {
        type: Type.OBJECT,
        properties: {
          sentences: {
            type: Type.ARRAY,
            items: {
              type: Type.OBJECT,
              properties: { text, cites: { type: Type.ARRAY, items: text } },
              required: ['text', 'cites'],
            },
          },
          unknown: { type: Type.ARRAY, items: text },
        },
        required: ['sentences', 'unknown'],
      },
    },
  });
}
