import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closed } from '../listener.ts';
import { type Answer, googleError } from '../sheets/google-error.ts';
import { BadRequest, readJson, send } from '../sheets/http.ts';
import { type GeminiAnswer, restate } from './model.ts';
import { GenerateContentRequest, METHOD } from './request.ts';

export { type GeminiAnswer, type Material, materialOf } from './model.ts';
export type { GenerateContentRequest } from './request.ts';

/** Stands in for Gemini on Vertex AI: its REST API on 127.0.0.1, with answers that a test gives. */
export interface GeminiStandIn {
  /** What `GEMINI_API_URL` takes. */
  readonly apiUrl: string;
  /** Every request that kept to the documented form, oldest first. */
  readonly requests: readonly GenerateContentRequest[];
  /** What is answered from now on; without it the facts are said again. */
  answer(by: ((request: GenerateContentRequest) => GeminiAnswer) | null): void;
  close(): Promise<void>;
}

export async function startGeminiStandIn(): Promise<GeminiStandIn> {
  const requests: GenerateContentRequest[] = [];
  let by: (request: GenerateContentRequest) => GeminiAnswer = restate;

  async function answered(request: IncomingMessage): Promise<Answer | null> {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const [, , , model = '', method] = METHOD.exec(path) ?? [];
    if (request.method !== 'POST' || model === '') return googleError(404, `${path} is no method`);
    const body = GenerateContentRequest.safeParse(await readJson(request));
    if (!body.success) return googleError(400, `Invalid JSON payload received. ${body.error.message}`);
    if (method === 'countTokens') return counted(by === restate ? { text: '' } : by(body.data));
    requests.push(body.data);
    return onTheWire(by(body.data), model);
  }

  const server = createServer(async (request, response) => reply(await safely(answered, request), response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answer: (next) => {
      by = next ?? restate;
    },
    close: () => closed(server),
  };
}

/** As `CountTokensResponse` is documented; what fails a draft fails the count. */
function counted(answer: GeminiAnswer): Answer | null {
  if ('silent' in answer) return null;
  if ('status' in answer) return googleError(answer.status, answer.message ?? 'Resource exhausted.');
  return { status: 200, body: { totalTokens: 2, totalBillableCharacters: 5 } };
}

/** As `GenerateContentResponse` is documented. */
function onTheWire(answer: GeminiAnswer, model: string): Answer | null {
  if ('silent' in answer) return null;
  if ('status' in answer) return googleError(answer.status, answer.message ?? 'Resource exhausted.');
  const usageMetadata = { promptTokenCount: 100, candidatesTokenCount: 50, totalTokenCount: 150 };
  const about = { usageMetadata, modelVersion: model, responseId: 'stand-in' };
  if ('blocked' in answer)
    return { status: 200, body: { promptFeedback: { blockReason: answer.blocked }, ...about } };
  const { text, finishReason = 'STOP' } = answer;
  const candidate = { content: { role: 'model', parts: [{ text }] }, finishReason, index: 0 };
  return { status: 200, body: { candidates: [candidate], ...about } };
}

async function safely(
  answered: (request: IncomingMessage) => Promise<Answer | null>,
  request: IncomingMessage,
): Promise<Answer | null> {
  try {
    return await answered(request);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return googleError(error instanceof BadRequest ? 400 : 500, said);
  }
}

function reply(answer: Answer | null, response: ServerResponse): void {
  if (answer) send(response, answer);
}
