import { html } from 'hono/html';
import { allows } from '../../../shared/access/index.ts';
import { EVENT_KINDS } from '../../../shared/delivery/index.ts';
import type { Locale } from '../../../shared/language/index.ts';
import { webhookText } from '../../../shared/webhook/index.ts';
import type { Page } from '../env.ts';
import type { Html } from '../html.ts';
import { page } from '../layout.ts';
import { bodyOf, type FieldRow, fieldsOf, kindOf } from './fields.ts';
import { headersOf, parametersOf } from './openapi.ts';
import { type Operation, TAGS } from './operation.ts';
import { operations } from './operations.ts';
import { PROBLEMS } from './problem.ts';
import { API } from './respond.ts';
import { exampleOf } from './sample.ts';
import { type ApiText, apiText, problemCodes } from './text.ts';

/** The API as people read about it, made of the same list that serves it: `/api`. */
export const referencePage =
  (baseUrl: string): Page =>
  (c) => {
    const { locale, visitor } = c.var;
    const text = apiText(locale);
    const sections = TAGS.map((tag) => {
      const own = operations.filter((one) => one.tag === tag);
      return html`<section aria-labelledby="tag-${tag}"><h2 id="tag-${tag}">${text.tags[tag]}</h2>
${own.map((one) => described(one, one.summary[locale], text, baseUrl))}</section>`;
    });
    const codes = problemCodes.map(
      (code) =>
        html`<tr id="${code}"><td>${String(PROBLEMS[code])}</td><td><code>${code}</code></td><td>${text.problems[code]}</td></tr>`,
    );
    const main = html`<article class="story reference"><section aria-labelledby="title"><h1 id="title">${text.title}</h1>
<p>${text.intro}</p>
<p><a href="${API}/openapi.json">${text.spec}</a> ${visitor && allows(visitor.role, 'admin') ? html`· <a href="/settings/tokens">${text.tokens}</a> · <a href="/settings/webhooks">${webhookText(locale).title}</a>` : ''}</p>
<ul class="bullets">${text.rules.map((rule) => html`<li>${rule}</li>`)}</ul></section>
${sections}
${webhooksSection(locale)}
<section aria-labelledby="problems"><h2 id="problems">${text.problemsTitle}</h2>
<div class="scroll" tabindex="0" role="group" aria-labelledby="problems"><table><tbody>${codes}</tbody></table></div></section></article>`;
    return page(c, { title: text.title, main });
  };

function webhooksSection(locale: Locale): Html {
  const text = webhookText(locale);
  const kinds = EVENT_KINDS.map(
    (kind) => html`<tr><th scope="row"><code>${kind}</code></th><td>${text.kinds[kind]}</td></tr>`,
  );
  return html`<section aria-labelledby="webhooks"><h2 id="webhooks">${text.title}</h2><p>${text.intro}</p>
<ul class="bullets">${text.receive.map((rule) => html`<li>${rule}</li>`)}</ul>
<div class="scroll" tabindex="0" role="group" aria-labelledby="webhooks"><table><tbody>${kinds}</tbody></table></div></section>`;
}

function described(one: Operation, summary: string, text: ApiText, baseUrl: string): Html {
  const inPath = Object.entries(one.params ?? {}).map(([name, meaning]) =>
    row(name, 'string', meaning, true, text),
  );
  const inQuery = parametersOf(one).map(({ name, schema, description = '', required }) =>
    row(name, kindOf(schema), description, required, text),
  );
  const parameters = [...inPath, ...inQuery];
  const headers = headersOf(one, text).map(({ name, required, description }) =>
    row(name, 'string', description, required, text),
  );
  const rows = (fields: readonly FieldRow[]) =>
    fields.map(({ name, kind, meaning, required }) => row(name, kind, meaning, required, text));
  return html`<details id="${one.id}"><summary><code class="address"><b>${one.method}</b> ${API}${one.path}</code> ${summary}</summary>
${one.needs ? html`<p>${text.scope}: <code>${one.needs.scope}</code></p>` : ''}
${part(text.parameters, parameters, text)}${part(text.headers, headers, text)}${part(text.body, rows(bodyOf(one)), text)}
${one.body || one.file ? html`<h3>${text.example}</h3><pre class="scroll" tabindex="0"><code>${exampleOf(one, baseUrl, API)}</code></pre>` : ''}
<h3>${text.answer}</h3>${one.list ? html`<p class="muted">${text.listAnswer}</p>` : ''}${one.file ? html`<p>${text.fileAnswer(one.file)}</p>` : table(text.answer, rows(fieldsOf(one)), text)}</details>`;
}

/** Nothing where there is nothing to send. */
const part = (title: string, rows: readonly Html[], text: ApiText): Html | '' =>
  rows.length === 0 ? '' : html`<h3>${title}</h3>${table(title, rows, text)}`;

const row = (name: string, kind: string, meaning: string, required: boolean, text: ApiText): Html =>
  html`<tr><th scope="row"><code>${name}</code>${required ? html` <small>${text.required}</small>` : ''}</th><td>${kind}</td><td>${meaning}</td></tr>`;

const table = (label: string, rows: readonly Html[], text: ApiText): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table>
<thead><tr><th scope="col">${text.name}</th><th scope="col">${text.kind}</th><th scope="col">${text.meaning}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
