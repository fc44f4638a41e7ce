import { momentIn } from '../language/index.ts';
import { actions, context, escapeMrkdwn, mention, section } from '../slack/index.ts';
import { byHand } from './by-hand.ts';
import { type Item, summaryOf } from './checklist.ts';
import type { Incident } from './model.ts';
import { type IncidentText, incidentText } from './text.ts';
import {
  failedLines,
  headline,
  impactLine,
  pageLink,
  plainHead,
  type Rendered,
  severityWhy,
  type Viewer,
} from './view-parts.ts';

/** The one card of the war room, edited in place. */
export function roomCard(state: Incident, items: readonly Item[], viewer: Viewer): Rendered {
  const text = incidentText(viewer.locale);
  const { done, all, failed } = summaryOf(items);
  const roles = viewer.settings.incident.roles.map(({ id, name }) => {
    const holder = state.roles[id];
    return `${name[viewer.locale]}: ${holder ? mention(holder.user) : `_${text.free}_`}`;
  });
  const lines = [
    impactLine(state, text),
    roles.join(' · '),
    failed.length > 0 || done < all ? text.checklist(done, all, failed.length) : null,
    state.nextUpdateAt === null ? text.noUpdate : text.nextUpdate(momentIn(state.nextUpdateAt, viewer)),
  ];
  const value = state.id;
  const free = viewer.settings.incident.roles.find(({ id }) => !state.roles[id]);
  return {
    text: plainHead(state, text),
    blocks: [
      section(headline(state, text)),
      ...(state.description ? [section(escapeMrkdwn(state.description))] : []),
      section(lines.filter((line) => line !== null).join('\n')),
      ...(failed.length > 0 ? [section(failedLines(failed, text).join('\n'))] : []),
      ...byHand(state, failed, text, viewer),
      actions(
        'incident',
        [
          { action: 'incident_update', label: text.buttons.update, value, primary: true },
          { action: 'incident_status', label: text.buttons.status, value },
          ...(free
            ? [
                {
                  action: 'incident_take',
                  label: `${free.name[viewer.locale]}: ${text.buttons.take}`,
                  value: `${value}:${free.id}`,
                },
              ]
            : [{ action: 'incident_plus', label: text.buttons.plus, value }]),
        ],
        {
          action: 'incident_menu',
          options: menuOf(state, failed.length > 0, free !== undefined, text),
        },
      ),
      context([severityWhy(state, text, viewer), pageLink(state, viewer)].filter((part) => part).join(' · ')),
    ],
  };
}

/** Slack shows five entries at most; what is a button already is none, and retrying needs something that failed. */
function menuOf({ id }: Incident, failed: boolean, free: boolean, { buttons }: IncidentText) {
  const entry = (verb: 'plus' | 'impact' | 'severity' | 'roles' | 'correct' | 'retry') => ({
    label: buttons[verb],
    value: `${verb}:${id}`,
  });
  const often = [entry('impact'), entry('severity'), entry('roles'), entry(failed ? 'retry' : 'correct')];
  return free ? [entry('plus'), ...often] : often;
}

/** What the incidents channel shows; it follows the state. */
export function announcement(state: Incident, viewer: Viewer): Rendered {
  const text = incidentText(viewer.locale);
  const facts = [
    impactLine(state, text),
    state.room ? text.room(`<#${state.room.channel}>`) : null,
    state.roles.commander ? `${text.form.roles}: ${escapeMrkdwn(state.roles.commander.name)}` : null,
  ];
  return {
    text: plainHead(state, text),
    blocks: [
      section(headline(state, text)),
      section(facts.filter((part) => part !== null).join('\n')),
      context(
        [text.announced(momentIn(state.declaredAt, viewer)), pageLink(state, viewer)]
          .filter((part) => part)
          .join(' · '),
      ),
    ],
  };
}
