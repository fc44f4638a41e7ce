import { type Locale, moment } from '../language/index.ts';
import { escapeMrkdwn, link, plainText } from '../slack/index.ts';
import { calls } from '../store/shapes.ts';
import type { EscalationContext } from './context.ts';
import type { Escalation } from './model.ts';
import { callText } from './text.ts';

const MOST = 10;
/** Characters of the request in a line. */
const WORDS = 60;

/**
 * Calls of a rota that nobody has ended, the oldest first, each as a line of mrkdwn with its story's address. Two
 * queries of at most ten documents.
 */
export async function openCallLines(
  ctx: Pick<EscalationContext, 'store' | 'zone' | 'clock' | 'baseUrl'>,
  rota: string,
  locale: Locale,
): Promise<readonly string[]> {
  const pages = await Promise.all(
    ['open', 'acknowledged'].map((status) =>
      ctx.store.page<Escalation>({ shape: calls.rotaStatus, values: { rota, status }, limit: MOST }),
    ),
  );
  const text = callText(locale);
  const now = ctx.clock.now();
  return pages
    .flatMap(({ docs }) => docs)
    .toSorted((a, b) => a.data.receivedAt - b.data.receivedAt)
    .map(({ id, data: { status, holder, receivedAt, words } }) => {
      const state = status === 'open' ? `🟥 ${text.calling}` : `🟨 ${text.acknowledged}`;
      const who = holder ? ` · ${escapeMrkdwn(text.san(holder.name))}` : '';
      const asked = plainText(words).replace(/\s+/g, ' ').trim();
      const short = Array.from(asked).slice(0, WORDS).join('');
      const said = short === asked ? short : `${short}…`;
      const named = ctx.baseUrl ? link(`${ctx.baseUrl}/calls/${id}`, said) : escapeMrkdwn(said);
      return `${state}${who} · ${moment(receivedAt, now, ctx.zone, locale)} ${named}`;
    });
}
