import { html } from 'hono/html';
import { type Locale, momentIn } from '../../../../shared/language/index.ts';
import {
  type Postmortem,
  postmortemAddress,
  postmortemText,
  type State as Standing,
} from '../../../../shared/postmortem/index.ts';
import type { Html } from '../../html.ts';
import { badge, type State } from '../../state.ts';
import type { Reader } from '../board.ts';
import { postmortemPageText } from './text.ts';

const LOOKS: Readonly<Record<Standing, State>> = {
  draft: 'open',
  ready: 'waiting',
  published: 'done',
  archived: 'off',
};

/** How it stands, and whether it is only for some. */
export function postmortemStates({ state, private: secret }: Postmortem, locale: Locale): Html {
  const text = postmortemText(locale);
  return html`${badge(LOOKS[state], text.states[state])}${secret ? badge('off', postmortemPageText(locale).secret) : ''}`;
}

/** The due date, as long as it counts. */
export function dueOf({ state, dueAt }: Postmortem, reader: Reader): Html | string {
  const text = postmortemPageText(reader.locale);
  if (dueAt === null) return text.noDue;
  const time = momentIn(dueAt, reader);
  const writing = state === 'draft' || state === 'ready';
  return writing && dueAt < reader.now ? badge('late', text.overdue(time)) : time;
}

/** Postmortems to scan: state, title, incidents, who sees to it, until when. `labels`: of incidents by id. */
export function postmortemRows(
  all: readonly Postmortem[],
  labels: ReadonlyMap<string, string>,
  reader: Reader,
): Html {
  const text = postmortemPageText(reader.locale);
  const rows = all.map((one) => {
    const about = one.incidents.flatMap((id) => labels.get(id) ?? []).join(', ');
    return html`<li><a class="row" href="${postmortemAddress(one)}" data-row>
<span class="states">${postmortemStates(one, reader.locale)}</span>
<span class="words"><small>${about}</small> <bdi>${one.title}</bdi></span>
<span class="who-has">${one.lead ? html`<bdi>${text.san(one.lead.name)}</bdi>` : html`<small>${text.noLead}</small>`}</span>
<span class="when"><small>${text.due}</small> ${dueOf(one, reader)}</span>
</a></li>`;
  });
  return html`<ol class="rows">${rows}</ol>`;
}
