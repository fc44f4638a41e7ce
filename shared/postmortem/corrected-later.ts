import type { Field, Incident } from '../incident/index.ts';
import type { FoundPostmortem } from './find.ts';

/** What of one incident was put right after readers could quote its postmortem. */
export interface CorrectedLater {
  readonly incident: Incident;
  readonly fields: readonly Field[];
  /** The latest time, epoch ms. */
  readonly at: number;
  /** Nobody has published the postmortem again since: its words may still say what was there before. */
  readonly unread: boolean;
}

/** A title and a description are words, not facts that somebody quotes as a number. */
const WORDS: readonly Field[] = ['title', 'description'];

/** What was corrected since it was first published, by incident; nothing before that. Pure. */
export function correctedLater({
  state: { publishedAt, state, stateAt },
  incidents,
}: Pick<FoundPostmortem, 'state' | 'incidents'>): readonly CorrectedLater[] {
  if (publishedAt === null) return [];
  return incidents.flatMap((incident) => {
    const later = (Object.entries(incident.correctedAt ?? {}) as [Field, number][]).filter(
      ([field, at]) => at > publishedAt && !WORDS.includes(field),
    );
    if (later.length === 0) return [];
    const at = Math.max(...later.map(([, time]) => time));
    const closed = state === 'published' || state === 'archived';
    return [{ incident, fields: later.map(([field]) => field), at, unread: closed && at > stateAt }];
  });
}
