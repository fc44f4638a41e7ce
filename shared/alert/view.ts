import { clockTime, type Locale, moment } from '../language/index.ts';
import type { OutgoingMessage } from '../ports/slack.ts';
import { actions, context, escapeMrkdwn, link, section } from '../slack/index.ts';
import { MOST_COUNTED, MOST_SHOWN } from './members.ts';
import type { Alert } from './model.ts';
import { alertText } from './text.ts';

/** `label`: null until the incident has its number. */
export interface IncidentLabel {
  readonly label: string | null;
  readonly room: string | null;
}

interface Viewer {
  readonly locale: Locale;
  readonly zone: string;
  readonly now: number;
  readonly settings: { readonly incident: { readonly services: readonly { id: string; name: string }[] } };
}

type Rendered = Pick<OutgoingMessage, 'text' | 'blocks'>;

/** The one card of a kind of alert, edited in place. */
export function alertCard(state: Alert, incident: IncidentLabel | null, viewer: Viewer): Rendered {
  const { locale, zone, now } = viewer;
  const text = alertText(locale);
  const open = state.status === 'open';
  const title = escapeMrkdwn(state.title);
  const head = open
    ? text.open(state.count.open > MOST_COUNTED ? text.moreThan(MOST_COUNTED) : text.count(state.count.open))
    : text.closed(clockTime(state.closedAt ?? now, zone));
  const service =
    viewer.settings.incident.services.find(({ id }) => id === state.service)?.name ?? state.service;
  const lines = state.count.shown.map(
    (one) =>
      `• ${one.url ? link(one.url, one.title) : escapeMrkdwn(one.title)} · ${moment(one.openedAt, now, zone, locale)}${
        one.burnRate === null ? '' : ` · ${text.burnRate(String(Math.round(one.burnRate * 10) / 10))}`
      }`,
  );
  if (state.count.open > MOST_SHOWN) lines.push(text.others);
  const fate = fateOf(state, incident, viewer);
  const value = state.id;
  return {
    text: `${head} ${title}`,
    blocks: [
      section(`${open ? '🟥' : '🟩'} *${head}* · ${title}`),
      ...(lines.length > 0 ? [section(lines.join('\n'))] : []),
      ...(fate ? [section(fate)] : []),
      ...(open && state.incident === null && !state.dismissed
        ? [
            actions('alert', [
              { action: 'alert_declare', label: text.buttons.declare, value, primary: true },
              { action: 'alert_attach', label: text.buttons.attach, value },
              { action: 'alert_dismiss', label: text.buttons.dismiss, value },
            ]),
          ]
        : []),
      context(
        [
          text.from(state.source),
          service ? escapeMrkdwn(service) : null,
          text.since(moment(state.openedAt, now, zone, locale)),
        ]
          .filter((part) => part !== null)
          .join(' · '),
      ),
    ],
  };
}

function fateOf(state: Alert, incident: IncidentLabel | null, { locale }: Viewer): string | null {
  const text = alertText(locale);
  if (incident) {
    const label = incident.label ?? text.numbering;
    const where = incident.room ? `${label} <#${incident.room}>` : label;
    return state.attachedBy
      ? text.attached(where, escapeMrkdwn(state.attachedBy.name))
      : text.attachedByRule(where);
  }
  return state.dismissed ? text.dismissed(escapeMrkdwn(state.dismissed.name)) : null;
}
