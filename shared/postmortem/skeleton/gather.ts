import {
  dutyItems,
  type Incident,
  incidentAddress,
  incidentPath,
  membersOf,
  numberLines,
  numbersOf,
  type TimelineLine,
  timelinePage,
} from '../../incident/index.ts';
import { describeAssessment } from '../../severity/index.ts';
import type { PostmortemVerbs } from '../context.ts';
import { answersOf } from './answers.ts';
import type { Known } from './known.ts';

const PAGE = 500;
const MOST_PAGES = 3;

/** Reads all that is known of an incident: its record, its history, what people kept, what runbooks asked. */
export async function gather(ctx: PostmortemVerbs, state: Incident): Promise<Known> {
  const { incidents, locale, zone, baseUrl } = ctx;
  const { incident, severity } = incidents.settings;
  const [history, answers] = await Promise.all([historyOf(ctx, state), answersOf(ctx, state)]);
  return {
    state,
    ...history,
    answers,
    numbers: numberLines(numbersOf(state, incidents.calls.clock.now()), locale),
    duties: dutyItems(state, { severity }),
    severityWhy: describeAssessment(state.assessment, severity.duties, locale),
    service: incident.services.find(({ id }) => id === state.service)?.name ?? state.service,
    roles: Object.fromEntries(incident.roles.map(({ id, name }) => [id, name[locale]])),
    locale,
    zone,
    url: baseUrl && `${baseUrl}${incidentAddress(state)}`,
  };
}

async function historyOf(
  { incidents, locale, zone }: PostmortemVerbs,
  state: Incident,
): Promise<Pick<Known, 'lines' | 'more'>> {
  const { store, clock } = incidents.calls;
  const found = { path: incidentPath(state.id), state };
  // The postmortem is for the same people as the incident: it is read as one of them reads it.
  const user = membersOf(state)[0] ?? '';
  const lines: TimelineLine[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const reader = { locale, zone, now: clock.now(), settings: incidents.settings };
    const next = await timelinePage(store, found, { ...reader, user, order: 'oldest', limit: PAGE, cursor });
    lines.push(...next.lines);
    cursor = next.cursor;
    if (cursor === null) break;
  }
  return { lines, more: cursor !== null };
}
