import { html } from 'hono/html';
import type { Locale } from '../../shared/language/index.ts';
import { searchText } from '../../shared/search/index.ts';
import { assetPath } from './assets.ts';
import type { WebContext } from './env.ts';
import { csrfField, type Html } from './html.ts';
import { menu, nav } from './nav.ts';
import { paletteDialog } from './pages/palette/dialog.ts';
import { webText } from './text.ts';

export interface View {
  readonly title: string;
  readonly main: Html;
  readonly status?: 200 | 400 | 401 | 403 | 404 | 409 | 422 | 429 | 500 | 503;
}

/** Every page of Toban: head, header, main. Escaping is the template's: a value is text unless it is a template itself. */
export function page(c: WebContext, { title, main, status = 200 }: View): Response | Promise<Response> {
  const { locale } = c.var;
  const text = webText(locale);
  c.header('cache-control', 'private, no-cache');
  c.header('vary', 'cookie, accept-language');
  return c.html(
    html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Toban</title>
<link rel="icon" href="${assetPath('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${assetPath('style.css')}">
<script type="module" src="${assetPath('live.js')}"></script>
<script type="module" src="${assetPath('keys.js')}"></script>
<script type="module" src="${assetPath('frame.js')}"></script>
<script type="module" src="${assetPath('palette.js')}"></script>
</head>
<body>
<a class="skip" href="#main">${text.skip}</a>
${header(c)}
<p class="stale" id="stale" role="status" data-text="${text.stale}" hidden></p>
<main id="main" tabindex="-1">${main}</main>
${c.var.visitor ? paletteDialog(locale) : ''}
</body>
</html>`,
    status,
  );
}

function header(c: WebContext): Html {
  const { visitor, locale } = c.var;
  const text = webText(locale);
  const here = (to: string) => (to === '/' ? c.req.path === '/' : c.req.path.startsWith(to));
  const link = (kind: string, { to, label }: (typeof nav)[number]) =>
    html`<li><a class="${kind}" href="${to}" ${here(to) ? html`aria-current="page"` : ''}>${label[locale]}</a></li>`;
  return html`<header class="top">
<a class="brand" href="/"><span aria-hidden="true">当</span>Toban</a>
${visitor ? html`<nav aria-label="${text.pages}"><ul>${nav.map((entry) => link('tab', entry))}</ul></nav>` : ''}
${visitor && c.req.path !== '/search' ? finder(locale) : ''}
<div class="who">
${
  visitor
    ? html`<details class="menu"><summary><span class="me">${visitor.name}</span></summary>
<div><p><small>${text.roles[visitor.role]}</small></p>
<ul>${menu.map((entry) => link('quiet', entry))}<li>${languageSwitch(c)}</li></ul>
<form method="post" action="/sign-out">${csrfField(visitor)}<button class="quiet">${text.signOut}</button></form></div>
</details>`
    : languageSwitch(c)
}
</div>
</header>`;
}

/** Leads to the search from everywhere; the key / goes to it where a page has no search of its own. */
function finder(locale: Locale): Html {
  const text = searchText(locale);
  return html`<form class="finder" role="search" action="/search" aria-label="${text.title}"><input type="search" name="q" maxlength="100" aria-label="${text.everywhere}" placeholder="${text.everywhere}" data-finder><kbd data-palette-key aria-hidden="true" hidden></kbd></form>`;
}

function languageSwitch(c: WebContext): Html {
  const other = c.var.locale === 'ja' ? 'en' : 'ja';
  const url = new URL(c.req.url);
  url.searchParams.set('lang', other);
  const to = c.req.method === 'GET' ? `${url.pathname}${url.search}` : `/?lang=${other}`;
  return html`<a class="quiet" href="${to}" lang="${other}" hreflang="${other}">${other === 'ja' ? '日本語' : 'English'}</a>`;
}
