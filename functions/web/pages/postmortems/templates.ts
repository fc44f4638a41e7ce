import { html } from 'hono/html';
import { type Locale, moment } from '../../../../shared/language/index.ts';
import {
  listTemplates,
  parseTemplate,
  type TemplateEntry,
  type TemplateUse,
  templateSource,
  templateTroubles,
  templateUses,
} from '../../../../shared/postmortem/index.ts';
import { SEVERITIES } from '../../../../shared/severity/index.ts';
import type { Page } from '../../env.ts';
import type { Html } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { badge } from '../../state.ts';
import { templatesText } from './templates-text.ts';
import { postmortemPageText } from './text.ts';

/** Every template, which rule picks it, and what the configuration names that is not there. */
export function templatesPage(parts: WebParts): Page {
  return async (c) => {
    const { locale } = c.var;
    const text = templatesText(locale);
    const { store, config } = parts;
    const entries = await listTemplates(store);
    const shown = await Promise.all(
      sorted(entries, locale).map(async (entry) => ({ entry, ...(await read(parts, entry)) })),
    );
    const rows = shown.map(
      ({
        entry,
        template,
      }) => html`<li><a class="row" href="/postmortems/templates/${nameOf(entry)}" data-row>
<span class="states">${statesOf(entry, template !== null, locale)}</span>
<span class="words"><bdi>${entry.title}</bdi> <small>${nameOf(entry)}</small></span>
<span class="who-has">${usesOf(entry, parts, locale)}</span>
<span class="when">${template ? text.sections(template.sections.length) : ''}${changed(entry, parts, locale)}</span></a></li>`,
    );
    const troubles = templateTroubles(config.postmortem, entries).map(
      ({ use, why }) =>
        html`<li>${badge('failed', use.rule.template)} <span>${text[why](placeOf(use), use.rule.template)}</span></li>`,
    );
    const main = html`<section aria-labelledby="title">
<p><a href="/postmortems">${postmortemPageText(locale).back}</a></p>
<h1 id="title">${text.title}</h1><p>${text.how}</p>
${troubles.length > 0 ? html`<h2>${text.problems}</h2><ul class="problems">${troubles}</ul>` : ''}
<ol class="rows">${rows}</ol><p class="muted">${text.fallback}</p></section>`;
    return page(c, { title: text.title, main });
  };
}

/** `sre.ja`, as addresses and files name it. */
export const nameOf = ({ id, language }: Pick<TemplateEntry, 'id' | 'language'>): string =>
  `${id}.${language}`;

/** A template as it stands: its source, and what it says or why it cannot be read. */
export async function read({ store }: WebParts, { id, language }: TemplateEntry) {
  const source = (await templateSource(store, id, language)) ?? '';
  return { source, ...parseTemplate(source) };
}

/** The reader's language first; within it those of one's own, then by title. */
const sorted = (entries: readonly TemplateEntry[], locale: Locale): readonly TemplateEntry[] =>
  entries.toSorted(
    (a, b) =>
      Number(b.language === locale) - Number(a.language === locale) ||
      Number(a.version === null) - Number(b.version === null) ||
      a.title.localeCompare(b.title, locale),
  );

/** Whose it is, in which language, whether it stands alone. */
export function statesOf({ version, language, kind }: TemplateEntry, well: boolean, locale: Locale): Html {
  const text = templatesText(locale);
  const whose = well
    ? badge(version === null ? 'off' : 'done', version === null ? text.shipped : text.own)
    : badge('failed', text.problems);
  return html`${whose}<span class="state">${text.languages[language]}</span>${kind === 'supplement' ? html`<span class="state">${text.supplement}</span>` : ''}`;
}

function changed({ at, by }: TemplateEntry, { config, clock }: WebParts, locale: Locale): Html | '' {
  if (at === null || by === null) return '';
  const time = moment(at, clock.now(), config.workspace.timezone, locale);
  return html`<br><small>${templatesText(locale).changed(time, by)}</small>`;
}

const placeOf = ({ in: list, index }: TemplateUse): string => `postmortem.${list}[${index}]`;

/** When it is used, a line for each rule of toban.yaml. */
export function usesOf({ id }: Pick<TemplateEntry, 'id'>, { config }: WebParts, locale: Locale): Html {
  const text = templatesText(locale);
  const uses = templateUses(config.postmortem).filter(({ rule }) => rule.template === id);
  if (uses.length === 0) return html`<span class="muted">${text.noUse}</span>`;
  const names = new Map(config.incident.services.map((one) => [one.id, one.name]));
  const duties = new Map(config.severity.duties.map((one) => [one.id, one.name[locale]]));
  const lines = uses.map((use) => {
    const { severities, services } = use.rule;
    const when = [
      severities.length === SEVERITIES.length ? text.anySeverity : severities.join(text.list),
      ...(services.length > 0
        ? [`${text.services}: ${services.map((one) => names.get(one) ?? one).join(text.list)}`]
        : []),
      ...(use.in === 'supplements' && use.rule.duties.length > 0
        ? [`${text.duties}: ${use.rule.duties.map((one) => duties.get(one) ?? one).join(text.list)}`]
        : []),
      ...(use.in === 'rules' ? [text.due(use.rule.due)] : []),
    ];
    return html`<span class="line"><bdi>${when.join(' · ')}</bdi></span>`;
  });
  return html`${lines}`;
}
