import { html } from 'hono/html';
import type { Page } from '../env.ts';
import type { Html } from '../html.ts';
import { page } from '../layout.ts';
import type { WebParts } from '../parts.ts';
import { localPath } from '../sign-in/return-to.ts';
import { webText } from '../text.ts';
import { laptopSection } from './laptop.ts';

/** The door: one sentence, one button. */
export function signInPage(parts: WebParts): Page {
  return (c) => {
    const to = localPath(c.req.query('to'));
    if (c.var.visitor) return c.redirect(to, 303);
    const text = webText(c.var.locale).signIn;
    const main: Html = html`<section class="narrow">
<h1>${text.title}</h1>
<p>${text.body}</p>
<p><a class="button" href="/sign-in/slack?to=${encodeURIComponent(to)}">${text.button}</a></p>
<p class="muted">${text.guests}</p>
</section>
${laptopSection(c, parts)}`;
    return page(c, { title: text.title, main });
  };
}
