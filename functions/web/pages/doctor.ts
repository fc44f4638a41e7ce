import { html } from 'hono/html';
import {
  bounded,
  type Check,
  type DoctorText,
  diagnose,
  doctorText,
  type Finding,
  type Level,
  readWorkLook,
  sheetKept,
  summaryOf,
} from '../../../shared/doctor/index.ts';
import { clockTime, zoneName } from '../../../shared/language/index.ts';
import type { Page } from '../env.ts';
import type { Html } from '../html.ts';
import { page } from '../layout.ts';
import type { WebParts } from '../parts.ts';
import { badge } from '../state.ts';

/** Somebody waits for the page, and a request may take 30 s. */
const PATIENCE_MS = 8_000;

/** What `doctor` finds, in the same words, for who has no command line: `/settings/doctor`. Looks, and changes nothing. */
export function doctorPage(parts: WebParts): Page {
  const { store, clock, realClock, config, tokens, doctor } = parts;
  const zone = config.workspace.timezone;
  return async (c) => {
    const { locale } = c.var;
    const text = doctorText(locale);
    const now = clock.now();
    const look = () =>
      diagnose({
        documents: null,
        writer: null,
        ...doctor,
        ...{ store, clock, realClock, config, tokens, text, locale },
        adminToken: null,
        sheet: (rota) => sheetKept(store, rota, zone, locale, now),
        patienceMs: PATIENCE_MS,
      });
    const kept = bounded({ text, patienceMs: PATIENCE_MS }, 'store', readWorkLook(store, config, locale));
    const looked = (await Promise.all([look(), kept])).flat();
    const wrong = looked.filter(({ level }) => level !== 'ok').sort((a, b) => RANK[a.level] - RANK[b.level]);
    const well = looked.filter(({ level }) => level === 'ok');
    const { errors, warnings } = summaryOf(looked);
    const state = errors > 0 ? 'failed' : warnings > 0 ? 'waiting' : 'done';
    const main = html`<section><h1>${text.page.title}</h1>
<p>${text.page.lead}</p>
<p>${badge(state, text.summary(errors, warnings))} <small class="facts">${text.page.at(`${clockTime(now, zone)} ${zoneName(now, zone)}`)}</small></p>
<p class="actions"><a class="button second" href="/settings/doctor">${text.page.again}</a></p></section>
${wrong.length > 0 ? html`<section aria-labelledby="wrong"><h2 id="wrong">${text.page.wrong}</h2>${list(wrong, text)}</section>` : ''}
<section aria-labelledby="well"><h2 id="well">${text.page.well}</h2>${grouped(well, text)}</section>
<p class="muted">${withCode(text.page.elsewhere)}</p>`;
    return page(c, { title: text.page.title, main });
  };
}

const RANK: Readonly<Record<Level, number>> = { error: 0, warning: 1, ok: 2 };
const STATE = { error: 'failed', warning: 'waiting', ok: 'done' } as const;

const list = (findings: readonly Finding[], text: DoctorText): Html =>
  html`<ul class="effects checks">${findings.map((one) => row(one.level, one.check, [one], text))}</ul>`;

/** What is well is read together: one row for each check. */
function grouped(findings: readonly Finding[], text: DoctorText): Html {
  const checks = [...new Set(findings.map(({ check }) => check))];
  const of = (check: Check) => findings.filter((one) => one.check === check);
  return html`<ul class="effects checks">${checks.map((check) => row('ok', check, of(check), text))}</ul>`;
}

const row = (level: Level, check: Check, findings: readonly Finding[], text: DoctorText): Html =>
  html`<li class="effect">${badge(STATE[level], text.page.levels[level])}
<div><strong>${text.checks[check]}</strong>${findings.map(
    ({ message, mend }) => html`<p>${withCode(message)}</p>
${mend && level !== 'ok' ? html`<p class="mend"><span aria-hidden="true">→</span> ${withCode(mend)}</p>` : ''}`,
  )}</div></li>`;

/** What stands between backticks is to be typed. */
const withCode = (sentence: string): Html =>
  html`${sentence.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part))}`;
