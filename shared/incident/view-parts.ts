import type { Locale } from '../language/index.ts';
import type { OutgoingMessage } from '../ports/slack.ts';
import { describeAhead, describeAssessment } from '../severity/index.ts';
import { escapeMrkdwn, link } from '../slack/index.ts';
import type { Item } from './checklist.ts';
import { incidentAddress } from './find.ts';
import type { Incident } from './model.ts';
import type { Settings } from './settings.ts';
import { type IncidentText, labelOf } from './text.ts';

export interface Viewer {
  readonly locale: Locale;
  readonly zone: string;
  readonly now: number;
  readonly settings: Settings;
  readonly baseUrl: string | null;
}

export type Rendered = Pick<OutgoingMessage, 'text' | 'blocks'>;

const MARKS = { SEV1: '🟥', SEV2: '🟧', SEV3: '🟨', SEV4: '⬜' } as const;

/** `🟧 *SEV2 調査中* · INC-7 返却できない`, marked where it is a drill or private. */
export function headline(state: Incident, text: IncidentText): string {
  const ended = state.status === 'resolved' || state.status === 'closed';
  const flags = [state.drill ? `【${text.drill}】` : '', state.private ? `【${text.secret}】` : ''].join('');
  const mark = ended ? '🟩' : MARKS[state.severity];
  return `${mark} ${flags}*${state.severity} ${text.statuses[state.status]}* · ${labelOf(state.number)} ${escapeMrkdwn(state.title)}`;
}

/** `【訓練】INC-7`: every text that names it says that it is a drill. */
export const labelWith = (
  { drill, number }: Pick<Incident, 'drill' | 'number'>,
  text: IncidentText,
): string => `${drill ? `【${text.drill}】` : ''}${labelOf(number)}`;

export const plainHead = (state: Incident, text: IncidentText): string =>
  `${state.drill ? `【${text.drill}】` : ''}${labelOf(state.number)} ${state.severity} ${text.statuses[state.status]} ${escapeMrkdwn(state.title)}`;

const failedLine = ({ label, why, todo }: Item): string =>
  `⚠️ ${escapeMrkdwn(label)}: ${why ?? ''} → ${todo ?? ''}`;

/** A card holds this many; the page has all. */
const MOST_FAILED = 10;

export const failedLines = (failed: readonly Item[], text: IncidentText): string[] => [
  ...failed.slice(0, MOST_FAILED).map(failedLine),
  ...(failed.length > MOST_FAILED ? [text.moreFailed(failed.length - MOST_FAILED)] : []),
];

export function impactLine(state: Incident, text: IncidentText): string {
  const { inquiries, vehicles, users } = state.facts;
  return [
    text.impact.inquiries(inquiries),
    vehicles && text.impact.vehicles(vehicles),
    users && text.impact.users(users),
  ]
    .filter((part) => part)
    .join(' · ');
}

export function severityWhy(state: Incident, text: IncidentText, { locale, settings }: Viewer): string {
  const rule = escapeMrkdwn(describeAssessment(state.assessment, settings.severity.duties, locale));
  const { override, assessment } = state;
  if (override)
    return text.overridden(
      escapeMrkdwn(override.by.name),
      escapeMrkdwn(override.reason),
      `${assessment.severity} · ${rule}`,
    );
  const ahead = assessment.ahead ? ` · ${describeAhead(assessment.ahead, locale)}` : '';
  return `${text.why(rule)}${ahead}`;
}

export const pageLink = (state: Incident, { baseUrl }: Viewer): string | null =>
  baseUrl && state.number !== null
    ? link(`${baseUrl}${incidentAddress(state)}`, labelOf(state.number))
    : null;
