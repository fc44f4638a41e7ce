import { actions, type ButtonSpec, escapeMrkdwn, section } from '../slack/index.ts';
import type { Choice } from './choice-model.ts';
import type { EscalationContext } from './context.ts';
import { localeFor } from './kinds/post.ts';
import type { Escalation } from './model.ts';
import { resolveLadder } from './resolve.ts';
import { directRoutes } from './route.ts';
import type { RouteConfig } from './schemas.ts';
import { callText } from './text.ts';
import type { Rendered } from './view.ts';

/** Slack takes so many buttons in a row. */
const ROW = 25;

/** The question with a button for each route, or what came of it. `record`: path of the choice. */
export async function renderChoice(
  ctx: EscalationContext,
  { request, which, call }: Choice,
  record: string,
  signal: AbortSignal,
): Promise<Rendered> {
  const text = callText(await localeFor(ctx, request.asker, signal));
  if (call !== null) {
    const rota = (await ctx.store.get<Escalation>(call))?.data.rota ?? '';
    const said = text.direct.chosen(escapeMrkdwn(rotaName(ctx, rota)));
    return { text: said, blocks: [section(said)] };
  }
  const question = which ? text.direct.which : text.direct.whether;
  const buttons = await Promise.all(
    directRoutes(ctx.routes).map(async (route, i): Promise<ButtonSpec> => {
      const { rungs, told } = await resolveLadder(ctx, route, ctx.clock.now(), signal);
      const name = told ? null : (rungs.find((rung) => rung !== null)?.name ?? null);
      const label = text.direct.call(routeName(ctx, route), name && text.san(name));
      return { action: `choice_${i}`, label, value: `${record.split('/')[1]}:${route.id}` };
    }),
  );
  const rows = Array.from({ length: Math.ceil(buttons.length / ROW) }, (_none, i) =>
    actions(`choice-${i}`, buttons.slice(i * ROW, (i + 1) * ROW)),
  );
  return { text: question, blocks: [section(question), ...rows] };
}

/** What a route is called where people choose. */
export const routeName = (ctx: EscalationContext, { name, rota }: RouteConfig): string =>
  name ?? rotaName(ctx, rota);

/** What people call a rota. */
export const rotaName = ({ rotaConfigs }: Pick<EscalationContext, 'rotaConfigs'>, id: string): string =>
  rotaConfigs.find((rota) => rota.id === id)?.name ?? id;
