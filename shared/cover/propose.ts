import type { SlackUser } from '../ports/slack.ts';
import {
  type Consent,
  type OverrideRefusal,
  type Party,
  previewRota,
  type Rota,
  type RotaConfig,
  type Stretch,
} from '../rota/index.ts';
import { type Applied, applyOverride, overridePath } from './apply.ts';
import type { CoverContext } from './context.ts';

/** A time of a column, and who is to take it (Slack id). */
export interface Wanted {
  readonly column: string;
  readonly start: number;
  readonly end: number;
  readonly taker: string;
}

export interface Request {
  readonly team: string;
  readonly cause: string;
  readonly asker: string;
  readonly config: RotaConfig;
  /** One for a cover, two for an exchange. */
  readonly wanted: readonly [Wanted] | readonly [Wanted, Wanted];
}

/** Why a person cannot take a duty; `name` as Slack knows them. User text, not escaped. */
export type PersonRefusal = {
  readonly ok: false;
  readonly why: 'unknown-person' | 'deactivated' | 'bot' | 'single-channel';
  readonly name: string;
};

export type Proposed = Applied | PersonRefusal;

/** Asks for a cover or an exchange. Whoever is on duty then, covers counted, is who gives. Safe to repeat. */
export async function propose(ctx: CoverContext, request: Request, signal: AbortSignal): Promise<Proposed> {
  const { config, asker, wanted } = request;
  const [current, asking] = await Promise.all([
    ctx.rotas.current(config.id, signal),
    ctx.people.find(asker, signal),
  ]);
  const stretches: Stretch[] = [];
  for (const { taker: id, column, start, end } of wanted) {
    const taker = takerOf(id, await ctx.people.find(id, signal));
    if ('ok' in taker) return taker;
    const givers = current.rota ? peopleIn(current.rota, column, start, end) : [];
    stretches.push({ column, start, end, taker, givers });
  }
  const [first, second = null] = stretches;
  if (!first) return { ok: false, why: 'backwards' satisfies OverrideRefusal };
  const party = { id: asker, name: asking?.name ?? asker };
  const consent: Consent = config.covers.accept === 'none' ? 'nobody' : config.covers.accept;
  return applyOverride(
    ctx,
    overridePath(request.team, request.cause),
    {
      type: 'propose',
      callable: true,
      rota: config.id,
      ...first,
      inReturn: second,
      asker: party,
      consent,
    },
    party,
  );
}

/** Guests of several channels are on duty like everybody; those of one can be in no channel of an incident. */
function takerOf(id: string, user: SlackUser | null): Party | PersonRefusal {
  const refuse = (why: PersonRefusal['why']): PersonRefusal => ({ ok: false, why, name: user?.name ?? id });
  if (user === null) return refuse('unknown-person');
  if (user.deactivated) return refuse('deactivated');
  if (user.bot) return refuse('bot');
  if (user.guest === 'single-channel') return refuse('single-channel');
  return { id, name: user.name };
}

const DAY_MS = 86_400_000;

/** Everybody on duty at some time of [start, end), each once, in order of time. */
function peopleIn(rota: Rota, column: string, start: number, end: number): readonly Party[] {
  const { columns } = previewRota(rota, start, Math.max(0, end - start) / DAY_MS, [column]);
  const ids = new Set((columns[column] ?? []).flatMap(({ people }) => people));
  return [...ids].map((id) => ({ id, name: rota.people[id] ?? id }));
}
