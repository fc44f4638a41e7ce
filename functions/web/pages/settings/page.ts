import { html } from 'hono/html';
import { type Role, roles } from '../../../../shared/access/index.ts';
import { readAdminToken } from '../../../../shared/admin-token/index.ts';
import { listLetters } from '../../../../shared/dead-letter/index.ts';
import { readCheck } from '../../../../shared/duty/index.ts';
import { listFailedTasks } from '../../../../shared/ledger/index.ts';
import type { WorkspaceConfig } from '../../../../shared/workspace/index.ts';
import { type Page, visitorOf } from '../../env.ts';
import type { Html } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { badge } from '../../state.ts';
import type { Reader } from '../board.ts';
import { namesOf } from '../names.ts';
import { stateOf as sheetState } from '../rotas.ts';
import { configurationSection, peopleIn } from './configuration.ts';
import { placesFor } from './needs.ts';
import { type SettingsText, settingsText } from './text.ts';

/** What the configuration says, how Toban stands as far as its own records tell, and where to change what. */
export function settingsPage(parts: WebParts): Page {
  const { config, people, clock } = parts;
  return async (c) => {
    const { locale } = c.var;
    const text = settingsText(locale);
    const { role, team } = visitorOf(c);
    const reader = { locale, zone: config.workspace.timezone, now: clock.now() };
    const [state, names] = await Promise.all([
      stateSection(parts, reader, text),
      namesOf(people, peopleIn(config), c.req.raw.signal),
    ]);
    const name = (user: string) => names.get(user) ?? user;
    const main = html`<section aria-labelledby="title"><h1 id="title">${text.title}</h1><p>${text.lead}</p>
<ul class="places">${placesFor(role).map((to) => html`<li><a href="${to}">${text.places[to].name}</a><span class="muted">${text.places[to].what}</span></li>`)}</ul></section>
${state}
${configurationSection(parts, team, name, reader, text)}
${rolesSection(config, name, text)}`;
    return page(c, { title: text.title, main });
  };
}

/** Few reads: what each look of Toban's own has left behind. */
async function stateSection({ store, config }: WebParts, reader: Reader, text: SettingsText): Promise<Html> {
  const [admin, failed, letters, checks] = await Promise.all([
    readAdminToken(store),
    listFailedTasks(store, null),
    listLetters(store),
    Promise.all(config.rotas.map(({ id }) => readCheck(store, id))),
  ]);
  const many = (n: number, more: boolean) =>
    n === 0 ? badge('done', text.nothing) : badge('failed', text.count(n, more));
  const account = !admin?.holder
    ? badge('off', text.adminNone)
    : admin.trouble
      ? badge('failed', text.adminLost)
      : badge('done', text.adminWorks);
  return html`<section aria-labelledby="state"><h2 id="state">${text.state}</h2><dl class="facts-list">
${config.rotas.map((rota, i) => fact(rota.name ?? rota.id, html`<a href="/rotas/${rota.id}/check">${sheetState(checks[i] ?? null, reader)}</a>`))}
${fact(text.admin, html`<a href="/settings/slack">${account}</a>`)}
${fact(text.failed, html`<a href="/calls?filter=failed">${many(failed.tasks.length, failed.cursor !== null)}</a>`)}
${fact(text.letters, html`<a href="/dead-letters">${many(letters.filter(({ data }) => data.status === 'dead').length, false)}</a>`)}
</dl></section>`;
}

const fact = (label: string, value: Html): Html => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;

function rolesSection({ web }: WorkspaceConfig, name: (user: string) => string, text: SettingsText): Html {
  const named: Readonly<Record<Role, readonly string[]>> = {
    viewer: web.viewers.map(name),
    responder: [text.everyone],
    editor: web.editors.map(name),
    admin: [...web.admins.map(name), text.owners],
  };
  const rows = roles.map((role) => {
    const who = named[role].map((one) => html`<li><bdi>${one}</bdi></li>`);
    return fact(text.may[role], who.length > 0 ? html`<ul>${who}</ul>` : html`${text.none}`);
  });
  return html`<section aria-labelledby="roles"><h2 id="roles">${text.roles}</h2><p class="muted">${text.rolesLead}</p><dl class="facts-list">${rows}</dl></section>`;
}
