import { isTobanError } from '../../platform/errors.ts';
import type { Look } from '../context.ts';
import { type Finding, finding } from '../finding.ts';

/** Whether the model of `ai:` would write: permission, model and location. Asks for nothing to be written. */
export async function checkAi({
  writer,
  config,
  text,
  patienceMs,
}: Pick<Look, 'writer' | 'config' | 'text' | 'patienceMs'>): Promise<Finding[]> {
  const { ai } = config;
  if (!ai || !writer) return [];
  const { model, location } = ai;
  const { google } = text;
  try {
    await writer.reach(AbortSignal.timeout(patienceMs));
    return [finding('ai', 'ok', model, google.aiAnswers(model, location))];
  } catch (error) {
    if (!isTobanError(error)) throw error;
    if (error.reason === 'permission') return [finding('ai', 'error', model, google.aiRefused())];
    if (error.reason === 'model') return [finding('ai', 'error', model, google.aiMissing(model, location))];
    return [finding('ai', 'warning', model, google.aiSilent(model, error.reason ?? error.code))];
  }
}
