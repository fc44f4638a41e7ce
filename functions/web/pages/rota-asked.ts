import type { RotaConfig } from '../../../shared/rota/index.ts';
import type { WebContext } from '../env.ts';
import type { WebParts } from '../parts.ts';

/** The rota that a page's address names (`/rotas/:id/…`), and the zone in which its times are said; null: there is none. */
export function rotaAsked(
  c: WebContext,
  { config }: Pick<WebParts, 'config'>,
): { readonly rota: RotaConfig; readonly zone: string } | null {
  const rota = config.rotas.find(({ id }) => id === c.req.param('id'));
  return rota ? { rota, zone: rota.timezone ?? config.workspace.timezone } : null;
}
