import { isTobanError } from '../../platform/errors.ts';
import type { Look, Tell } from '../context.ts';
import { type Finding, finding } from '../finding.ts';

/**
 * Whether the model of `ai:` would write: permission, model and location. Asks for nothing to be written; what it finds
 * can be told in several languages.
 */
export async function lookAtAi({
  writer,
  config: { ai },
  patienceMs,
}: Pick<Look, 'writer' | 'config' | 'patienceMs'>): Promise<Tell> {
  if (!ai || !writer) return () => [];
  const { model, location } = ai;
  try {
    await writer.reach(AbortSignal.timeout(patienceMs));
    return ({ text: { google } }) => [finding('ai', 'ok', model, google.aiAnswers(model, location))];
  } catch (error) {
    if (!isTobanError(error)) throw error;
    const { reason, code } = error;
    return ({ text: { google } }) => {
      if (reason === 'permission') return [finding('ai', 'error', model, google.aiRefused())];
      if (reason === 'model') return [finding('ai', 'error', model, google.aiMissing(model, location))];
      return [finding('ai', 'warning', model, google.aiSilent(model, reason ?? code))];
    };
  }
}

export const checkAi = async (
  look: Pick<Look, 'writer' | 'config' | 'text' | 'locale' | 'patienceMs'>,
): Promise<Finding[]> => (await lookAtAi(look))(look);
