import { readKept } from '../rota/index.ts';
import type { OncallContext } from './context.ts';

/** What a menu of Slack may hold. */
const MOST = 100;

/**
 * The duty columns of all rotas, the usual two first, by the kept copies: a form must open while Google is slow, and does
 * not know yet which rota will be chosen in it.
 */
export async function columnsOffered({
  store,
  rotaConfigs,
  zone,
}: OncallContext): Promise<readonly string[]> {
  const kept = await Promise.all(rotaConfigs.map((config) => readKept(store, config, zone)));
  const own = kept.flatMap((one) => Object.keys(one?.rota.columns ?? {}));
  return [...new Set(['primary', 'secondary', ...own])].slice(0, MOST);
}
