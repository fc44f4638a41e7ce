import {
  type Current,
  cellUrl,
  type Duty,
  describeDutyReason,
  describeHeld,
  describeTrouble,
  type Rota,
  type RotaConfig,
  type Span,
} from '../rota/index.ts';
import { escapeMrkdwn, link } from '../slack/index.ts';
import type { Asking } from './reply.ts';

/** Where and for whom something is said of a rota. */
export interface Place extends Asking {
  readonly zone: string;
  readonly config: RotaConfig;
}

/** Who it is: names, else why nobody. */
export function whoText(
  span: Pick<Duty, 'kind' | 'people' | 'text' | 'cell'>,
  rota: Rota,
  place: Place,
): string {
  const { words, locale } = place;
  if (span.kind === 'people')
    return span.people.map((id) => `*${escapeMrkdwn(words.san(rota.people[id] ?? id))}*`).join('、');
  if (span.kind === 'gap') return words.nobody;
  if (span.kind === 'free') return words.free;
  return `🟧 ${escapeMrkdwn(describeDutyReason(span as Duty, locale))}`;
}

/** Why it is them: the cover and who asked for it, the cell. */
export function becauseText(
  span: Pick<Duty, 'askedBy' | 'insteadOf' | 'cell' | 'tab'>,
  place: Place,
): string {
  const { words, config } = place;
  const cover = span.askedBy === undefined ? [] : [words.coverBy(escapeMrkdwn(words.san(span.askedBy)))];
  const instead = span.insteadOf === null ? [] : [words.insteadOf(escapeMrkdwn(words.san(span.insteadOf)))];
  const url = cellUrl(config.spreadsheet, span);
  const cell = span.cell === null ? [] : [url ? link(url, span.cell) : escapeMrkdwn(span.cell)];
  return [...cover, ...instead, ...cell].join(' · ');
}

/** `primary` first, then as the sheet has them. */
export const columnsOf = (rota: Rota): readonly string[] =>
  Object.keys(rota.columns).toSorted((a, b) => Number(b === 'primary') - Number(a === 'primary'));

/** The next to begin after an instant who is somebody else. */
export function nextOther(rota: Rota, column: string, now: number): Span | null {
  const spans = rota.columns[column] ?? [];
  const current = spans.find(({ start, end }) => start <= now && now < end);
  const same = ({ people }: Span) => people.join() === (current?.people ?? []).join();
  return spans.find((span) => span.start > now && !same(span)) ?? null;
}

/** What is wrong with the sheet right now, and how old its copy is: a sentence each. */
export function troubleLines(current: Current, { locale }: Place): readonly string[] {
  const trouble = current.trouble ? [describeTrouble(current.trouble, locale, current)] : [];
  const held = current.held ? [describeHeld(current.held, locale)] : [];
  return [...trouble, ...held].map((sentence) => `⚠️ ${escapeMrkdwn(sentence)}`);
}
