import type { RotaConfig } from '../rota/index.ts';
import type { CoverContext } from './context.ts';
import type { CoverAudience } from './plan.ts';

type Configs = Pick<CoverContext, 'rotaConfigs' | 'zone'>;

/** A rota that toban.yaml no longer names has covers all the same: they are told to those they touch. */
export const configOf = ({ rotaConfigs }: Configs, rota: string): RotaConfig | null =>
  rotaConfigs.find(({ id }) => id === rota) ?? null;

export const audienceOf = (ctx: Configs, rota: string): CoverAudience => {
  const config = configOf(ctx, rota);
  return { owners: config?.owners ?? [], channel: config?.channel ?? null };
};

export const zoneOf = (ctx: Configs, rota: string): string => configOf(ctx, rota)?.timezone ?? ctx.zone;

export const nameOf = (ctx: Configs, rota: string): string => configOf(ctx, rota)?.name ?? rota;
