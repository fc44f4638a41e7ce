import { html } from 'hono/html';
import { allows } from '../../../shared/access/index.ts';
import {
  type Feed,
  type FeedOf,
  type FeedText,
  feedOf,
  feedText,
  makeFeed,
  stopFeed,
} from '../../../shared/feed/index.ts';
import { moment } from '../../../shared/language/index.ts';
import { type Page, type Visitor, visitorOf, type WebContext } from '../env.ts';
import { csrfField, formOf, type Html } from '../html.ts';
import { page } from '../layout.ts';
import type { WebParts } from '../parts.ts';
import { badge } from '../state.ts';
import type { Reader } from './board.ts';
import { errorPage } from './error.ts';

/** The secret addresses of one's own shifts and of each rota: whether there is one, since when, and what to do. */
export function feedsPage(parts: WebParts): Page {
  const { store, clock, config } = parts;
  return async (c) => {
    const { locale } = c.var;
    const visitor = visitorOf(c);
    const text = feedText(locale);
    const reader = { locale, zone: config.workspace.timezone, now: clock.now() };
    const me: FeedOf = { kind: 'person', user: visitor.user };
    const rotas = config.rotas.map(({ id, name = id }) => ({
      of: { kind: 'rota', rota: id } as const,
      name,
    }));
    const [own, ...others] = await Promise.all(
      [me, ...rotas.map(({ of }) => of)].map((of) => feedOf(store, of)),
    );
    const edits = allows(visitor.role, 'editor');
    const row = (name: string, of: FeedOf, feed: Feed | null, may: boolean) =>
      feedRow(name, of, feed, may ? visitor : null, text, reader);
    const main = html`<section aria-labelledby="title"><h1 id="title">${text.title}</h1>
<p>${text.intro}</p>
${c.req.query('stopped') === '1' ? html`<p role="status" class="notice">${text.stopped}</p>` : ''}
</section>
<section aria-labelledby="own"><h2 id="own">${text.own}</h2><p class="muted">${text.ownHelp}</p>
<ul class="feeds">${row(visitor.name, me, own ?? null, true)}</ul></section>
<section aria-labelledby="rotas"><h2 id="rotas">${text.rotas}</h2><p class="muted">${edits ? text.rotasHelp : text.askEditor}</p>
<ul class="feeds">${rotas.map(({ of, name }, i) => row(name, of, others[i] ?? null, edits))}</ul></section>`;
    return page(c, { title: text.title, main });
  };
}

/** `visitor`: null for somebody who may look but not change. */
function feedRow(
  name: string,
  of: FeedOf,
  feed: Feed | null,
  visitor: Visitor | null,
  text: FeedText,
  { locale, zone, now }: Reader,
): Html {
  const live = feed !== null && feed.hash !== null;
  const made = live
    ? html`<small class="muted">${text.madeAt(moment(feed.at, now, zone, locale), feed.name)}</small>`
    : '';
  const form = (action: string, label: string) =>
    visitor &&
    html`<form method="post" action="/feeds/${action}">${csrfField(visitor)}
<input type="hidden" name="rota" value="${of.kind === 'rota' ? of.rota : ''}">
<button class="second" aria-label="${label}: ${name}">${label}</button></form>`;
  return html`<li><p>${live ? badge('done', text.active) : badge('off', text.none)} <bdi>${name}</bdi> ${made}</p>
<div class="actions">${form('make', live ? text.renew : text.make) ?? ''}${live ? (form('stop', text.stop) ?? '') : ''}</div></li>`;
}

/** The button's: the address stands on the answer itself and nowhere else, so that no history or log holds it. */
export function makeFeedPage(parts: WebParts): Page {
  return async (c) => {
    const of = await asked(c, parts);
    if (of === null) return errorPage(c, 400, 'badInput');
    if (of === 'not-allowed') return errorPage(c, 403, 'notAllowed');
    const { store, clock, baseUrl } = parts;
    const { locale } = c.var;
    const before = await feedOf(store, of);
    const secret = await makeFeed(store, of, { ...visitorOf(c), locale }, clock.now());
    const text = feedText(locale);
    const address = `${baseUrl}/feeds/${of.kind === 'rota' ? 'rota' : 'me'}/${secret}.ics`;
    const main = html`<section class="narrow" aria-labelledby="title"><h1 id="title">${text.made.title}</h1>
<p role="status" class="notice">${text.made.once}${before?.hash == null ? '' : html` ${text.oldDead}`}</p>
<label>${text.made.address}<textarea class="secret" readonly rows="4" spellcheck="false">${address}</textarea></label>
<p class="muted">${text.made.secret}</p>
<h2>${text.how.title}</h2>
<ul class="steps">${text.how.steps.map((step) => html`<li>${step}</li>`)}</ul>
<p class="muted">${text.how.slow}</p>
<p><a href="/feeds">${text.back}</a></p></section>`;
    c.header('referrer-policy', 'no-referrer');
    const answer = await page(c, { title: text.made.title, main });
    answer.headers.set('cache-control', 'no-store');
    return answer;
  };
}

export function stopFeedAction(parts: WebParts): Page {
  return async (c) => {
    const of = await asked(c, parts);
    if (of === null) return errorPage(c, 400, 'badInput');
    if (of === 'not-allowed') return errorPage(c, 403, 'notAllowed');
    await stopFeed(parts.store, of, { ...visitorOf(c), locale: c.var.locale }, parts.clock.now());
    return c.redirect('/feeds?stopped=1', 303);
  };
}

/** Whose feed the form is about: one's own, or a rota's, for which somebody must be allowed to edit. */
async function asked(c: WebContext, { config }: WebParts): Promise<FeedOf | 'not-allowed' | null> {
  const visitor = visitorOf(c);
  const rota = new Map(await formOf(c)).get('rota');
  if (rota === undefined) return null;
  if (rota === '') return { kind: 'person', user: visitor.user };
  if (!config.rotas.some(({ id }) => id === rota)) return null;
  return allows(visitor.role, 'editor') ? { kind: 'rota', rota } : 'not-allowed';
}
