import { html } from 'hono/html';
import {
  type Digest,
  type DigestText,
  digestText,
  isQuiet,
  readDigest,
  type Section,
  sectionsOf,
  weekTold,
} from '../../../shared/digest/index.ts';
import { weekPeriod, weeksFrom } from '../../../shared/insights/index.ts';
import { zoneName } from '../../../shared/language/index.ts';
import { SEVERITIES } from '../../../shared/severity/index.ts';
import type { Page } from '../env.ts';
import type { Html } from '../html.ts';
import { page } from '../layout.ts';
import type { WebParts } from '../parts.ts';
import { errorPage } from './error.ts';
import { columns, legend, patterns } from './insights/charts.ts';

/** `/weekly`: the week that a report of today would tell of. */
export function latestWeek({ clock, config }: WebParts): Page {
  return (c) => c.redirect(`/weekly/${weekTold(clock.now(), config.workspace.timezone)}`);
}

/** `/weekly/2026-W47`: what the digest tells, in letters that a meeting can read on a wall, and on paper. */
export function weeklyPage({ store, config, clock }: WebParts): Page {
  const zone = config.workspace.timezone;
  return async (c) => {
    const week = c.req.param('week') ?? '';
    const period = weekPeriod(week, zone);
    const now = clock.now();
    if (!period || period.from > now) return errorPage(c, 404, 'notFound');
    const { locale } = c.var;
    const text = digestText(locale);
    const digest = await readDigest({ store, zone, rotaConfigs: config.rotas }, 'weekly', week, now);
    const sections = sectionsOf(digest, zone, locale);
    const main = html`<article class="weekly" aria-labelledby="title"><h1 id="title">${text.title(digest)}</h1>
<p class="muted">${text.range(digest, zoneName(period.from, zone))}${period.to > now ? html` · <strong>${text.running}</strong>` : ''}</p>
${numbers(digest, text, period)}
${isQuiet(digest) ? html`<p>${text.quiet}</p>` : ''}
${trend(digest, text)}
${sections.map(list(text))}
<p class="muted">${text.print}</p></article>
<nav class="tabs no-print" aria-label="${text.page}"><ul><li><a class="tab" href="/weekly/${weeksFrom(week, -1)}">‹ ${text.earlier}</a></li>
${period.to > now ? '' : html`<li><a class="tab" href="/weekly/${weeksFrom(week, 1)}">${text.later} ›</a></li>`}
<li><a class="tab" href="/insights?span=13w&amp;until=${week}">${text.figures}</a></li></ul></nav>`;
    return page(c, { title: text.title(digest), main });
  };
}

type Days = NonNullable<ReturnType<typeof weekPeriod>>;

/** The four numbers; what is counted leads to the list of it. */
function numbers({ incidents, calls, before }: Digest, text: DigestText, { first, last }: Days): Html {
  const days = new URLSearchParams({ from: first, to: last });
  const led = (list: string, words: string) => html`<a href="${list}?${days}">${words}</a>`;
  const { acknowledged } = calls;
  const { ttr } = incidents.times;
  const all: readonly (readonly [string, Html | string, string])[] = [
    [
      text.incidents,
      led('/incidents', text.cases(incidents.count)),
      before ? text.than(incidents.count, before.incidents) : '',
    ],
    [text.calls, led('/calls', text.cases(calls.count)), before ? text.than(calls.count, before.calls) : ''],
    [text.acknowledge, text.time(acknowledged.median), `n=${acknowledged.n}`],
    [text.resolve, text.time(ttr.median), `n=${ttr.n}`],
  ];
  return html`<dl class="numbers">${all.map(
    ([label, value, detail]) =>
      html`<div><dt>${label}</dt><dd><b>${value}</b> <small>${detail}</small></dd></div>`,
  )}</dl>`;
}

function trend({ trend: steps }: Digest, text: DigestText): Html {
  const series = SEVERITIES.map((severity) => ({
    mark: severity.toLowerCase(),
    label: severity,
    values: steps.map(({ incidents }) => incidents.severities[severity]),
  }));
  const counts = steps.map(({ name, incidents }) => `${name} ${incidents.count}`).join(', ');
  const chart = columns(
    series,
    steps.map(({ name }) => name),
    { label: `${text.trend}: ${counts}`, most: text.cases },
  );
  return html`<section aria-labelledby="trend"><h2 id="trend">${text.trend}</h2>${patterns()}${legend(series)}${chart}</section>`;
}

const list =
  (text: DigestText) =>
  ({ head, lines, more }: Section): Html =>
    html`<section><h2>${head}</h2><ul class="lines">${lines.map(
      ({ label, to, detail }) =>
        html`<li>${to === null ? label : html`<a href="${to}">${label}</a>`} <span class="muted">${detail}</span></li>`,
    )}${more > 0 ? html`<li class="muted">${text.more(more)}</li>` : ''}</ul></section>`;
