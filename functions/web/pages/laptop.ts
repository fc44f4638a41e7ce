import { html } from 'hono/html';
import type { WebContext } from '../env.ts';
import type { Html } from '../html.ts';
import type { WebParts } from '../parts.ts';
import { webText } from '../text.ts';

/** On the laptop only: the chat and the sheet that stand in for Slack and Google. */
export function laptopSection(c: WebContext, { laptop }: WebParts): Html | '' {
  if (laptop.length === 0) return '';
  const { locale } = c.var;
  const { title, body } = webText(locale).laptop;
  const links = laptop.map(({ url, label }) => html`<li><a href="${url}">${label[locale]}</a></li>`);
  return html`<section class="narrow">
<h2>${title}</h2>
<p class="muted">${body}</p>
<ul class="links">${links}</ul>
</section>`;
}
