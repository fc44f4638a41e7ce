import { html } from 'hono/html';
import { durationText } from '../../../../shared/language/index.ts';
import { sheetUrl } from '../../../../shared/rota/index.ts';
import { SEVERITIES } from '../../../../shared/severity/index.ts';
import { isPerson } from '../../../../shared/slack/index.ts';
import type { WorkspaceConfig } from '../../../../shared/workspace/index.ts';
import type { Html } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import type { Reader } from '../board.ts';
import type { SettingsText } from './text.ts';

type Names = (user: string) => string;
type Value = Html | string;

/** Whom the configuration names by their Slack ids, those who are called first. */
export const peopleIn = ({ rotas, routes, web, severity, incident }: WorkspaceConfig): readonly string[] => [
  ...new Set([
    ...rotas.flatMap(({ fallback }) => fallback),
    ...routes.flatMap(({ ladder }) => ladder.map(({ to }) => to).filter(isPerson)),
    ...Object.values(severity.call).flat(),
    ...web.admins,
    ...web.editors,
    ...web.viewers,
    ...incident.invite.people,
  ]),
];

/** toban.yaml as Toban understood it, in words. No secret stands in that file. */
export function configurationSection(
  parts: WebParts,
  team: string,
  name: Names,
  { locale }: Reader,
  text: SettingsText,
): Html {
  const { config, channelUrl } = parts;
  const { workspace, rotas, routes } = config;
  const between = locale === 'ja' ? '、' : ', ';
  const channel = (id: string): Html => html`<a href="${channelUrl(team, id)}"><code>${id}</code></a>`;
  const time = (ms: number) => durationText(ms, locale);
  const step = ({ to, after }: { to: string; after: number }): string =>
    text.step(
      after === 0 ? null : time(after),
      to === 'fallback' ? text.toFallback : isPerson(to) ? name(to) : to,
    );
  const blocks: Html[] = [
    block(text.workspace, [
      [text.zone, workspace.timezone],
      [text.language, text.languages[workspace.locale]],
    ]),
    ...rotas.map((rota) =>
      block(`${text.rotas}: ${rota.name ?? rota.id}`, [
        [text.sheet, html`<a href="${sheetUrl(rota.spreadsheet)}">${rota.sheet}</a>`],
        [text.handover, rota.handover],
        [text.fallback, rota.fallback.map(name).join(' → ')],
      ]),
    ),
    ...routes.map((route) =>
      block(
        `${text.routes}: ${route.name ?? rotas.find(({ id }) => id === route.rota)?.name ?? route.rota}`,
        [
          [text.channel, channel(route.channel)],
          [text.triggers, triggers(route.triggers, text).join(between)],
          [text.calls, route.ladder.map(step).join(' → ')],
        ],
      ),
    ),
    block(text.incidents, incidentFacts(config, channel, name, text, time, between)),
    block(text.others, otherFacts(config, channel, text)),
  ];
  return html`<section aria-labelledby="configuration"><h2 id="configuration">${text.configuration}</h2>
<p class="muted">${text.configurationLead}</p>${blocks}</section>`;
}

const block = (title: string, facts: readonly (readonly [string, Value])[]): Html =>
  html`<h3>${title}</h3><dl class="facts-list">${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;

type Triggers = WorkspaceConfig['routes'][number]['triggers'];
const triggers = (
  { mention, userGroups, keywords, bots, direct }: Triggers,
  text: SettingsText,
): string[] => [
  ...(mention ? [text.mention] : []),
  ...(userGroups.length > 0 ? [text.groups(userGroups.length)] : []),
  ...keywords.map((word) => `「${word}」`),
  ...(bots.length > 0 ? [text.bots(bots.length)] : []),
  ...(direct ? [text.direct] : []),
];

function incidentFacts(
  { incident, severity, workspace }: WorkspaceConfig,
  channel: (id: string) => Html,
  name: Names,
  text: SettingsText,
  time: (ms: number) => string,
  between: string,
): readonly (readonly [string, Value])[] {
  const audiences = incident.audiences.map(({ name: words, every }) =>
    every === null ? words[workspace.locale] : `${words[workspace.locale]} (${text.every(time(every))})`,
  );
  const called = SEVERITIES.flatMap((one) => {
    const people = severity.call[one] ?? [];
    return people.length > 0 ? [`${one}: ${people.map(name).join(between)}`] : [];
  });
  return [
    [text.announce, incident.announce ? channel(incident.announce) : text.nowhere],
    [text.services, incident.services.map((one) => one.name).join(between) || text.none],
    [text.audiences, audiences.join(between) || text.none],
    [text.called, called.join(' · ') || text.none],
  ];
}

function otherFacts(
  { alerts, digest, canary, webhooks }: WorkspaceConfig,
  channel: (id: string) => Html,
  text: SettingsText,
): readonly (readonly [string, Value])[] {
  return [
    [text.alerts, alerts?.channel ? channel(alerts.channel) : text.none],
    [text.digest, digest ? channel(digest.channel) : text.none],
    [text.canary, canary ? channel(canary.channel) : text.none],
    [text.phones, Object.keys(webhooks).join(', ') || text.none],
  ];
}
