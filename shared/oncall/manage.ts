import { coverText, pressed } from '../cover/index.ts';
import { type KeptOverride, partiesOf, type RotaConfig, readOverrides } from '../rota/index.ts';
import type { OncallContext } from './context.ts';
import { type Asking, nameOf, type Reply, reply, replyWith, zoneOf } from './reply.ts';
import { takeRota } from './words.ts';

interface Listed extends KeptOverride {
  readonly config: RotaConfig;
}

/** Slack takes 50 blocks: two for each line of a list. */
const LISTED = 20;

/** Those that stand or wait, of one rota or all, the next to end first. */
async function open(ctx: OncallContext, { now }: Asking, rest: string): Promise<readonly Listed[]> {
  const { config } = takeRota(rest.trim(), ctx.rotaConfigs);
  const found = await Promise.all(
    (config ? [config] : ctx.rotaConfigs).map(async (one) =>
      (await readOverrides(ctx.store, one.id, now)).map((kept) => ({ ...kept, config: one })),
    ),
  );
  return found
    .flat()
    .filter(({ override: { status } }) => status === 'active' || status === 'proposed')
    .toSorted((a, b) => a.override.start - b.override.start);
}

const touches = ({ override }: Listed, user: string): boolean =>
  override.asker.id === user || partiesOf(override).some(({ id }) => id === user);

async function manages(ctx: OncallContext, user: string, signal: AbortSignal) {
  const admin = (await ctx.people.find(user, signal))?.admin ?? false;
  return ({ owners }: RotaConfig) => admin || owners.includes(user);
}

function rows(ctx: OncallContext, asking: Asking, listed: readonly Listed[], may: (one: Listed) => boolean) {
  const { locale, words } = asking;
  const shown = listed.slice(0, LISTED).map((one) => {
    const { override, path, config } = one;
    const text = coverText(locale, zoneOf(ctx, config), nameOf(config));
    const value = path.split('/').at(-1) ?? '';
    const revoke = { action: 'cover_revoke', label: words.buttons.revoke, value };
    const lines = [text.head(override), ...text.stretches(override), `_${text.state(override)}_`];
    return { text: lines.join('\n'), buttons: may(one) ? [revoke] : [] };
  });
  const more = listed.length - shown.length;
  return more > 0 ? [...shown, { text: words.more(more), buttons: [] }] : shown;
}

/** `/oncall list`: with a button on those that the reader may end. */
export async function listCovers(
  ctx: OncallContext,
  asking: Asking,
  rest: string,
  signal: AbortSignal,
): Promise<Reply> {
  const [listed, ofRota] = await Promise.all([open(ctx, asking, rest), manages(ctx, asking.user, signal)]);
  if (listed.length === 0) return reply([asking.words.listNone]);
  const may = (one: Listed) => touches(one, asking.user) || ofRota(one.config);
  return replyWith([{ text: asking.words.listHead, buttons: [] }, ...rows(ctx, asking, listed, may)]);
}

/** `/oncall revoke`: the only one of theirs at once; of several, a button for each. */
export async function revokeCover(
  ctx: OncallContext,
  asking: Asking,
  rest: string,
  signal: AbortSignal,
): Promise<Reply> {
  const own = (await open(ctx, asking, rest)).filter((one) => touches(one, asking.user));
  const [only, ...others] = own;
  if (!only) return reply([asking.words.revokeNone]);
  if (others.length > 0)
    return replyWith([
      { text: asking.words.revokeWhich, buttons: [] },
      ...rows(ctx, asking, own, () => true),
    ]);
  const { text, touched } = await pressed(ctx, only.path, 'revoke', asking.user, signal);
  return reply(
    [
      text,
      ...coverText(asking.locale, zoneOf(ctx, only.config), nameOf(only.config)).stretches(only.override),
    ],
    touched,
  );
}
