import { html } from 'hono/html';
import { webhookText } from '../../../../shared/webhook/index.ts';
import type { WebContext } from '../../env.ts';
import { page } from '../../layout.ts';

/** A secret, this one time: no history or cache keeps the answer. */
export async function secretPage(
  c: WebContext,
  { id, secret, overlap }: { readonly id: string; readonly secret: string; readonly overlap: boolean },
): Promise<Response> {
  const { secret: words } = webhookText(c.var.locale);
  const main = html`<section class="narrow" aria-labelledby="title"><h1 id="title">${words.title}</h1>
<p role="status" class="notice">${words.once}</p>
<label>${words.label}<textarea class="secret" readonly rows="2" spellcheck="false">${secret}</textarea></label>
<p>${words.use}</p>
${overlap ? html`<p>${words.overlap}</p>` : ''}
<p><a href="/settings/webhooks/${id}">${words.back}</a></p></section>`;
  c.header('referrer-policy', 'no-referrer');
  const answer = await page(c, { title: words.title, main });
  answer.headers.set('cache-control', 'no-store');
  return answer;
}
