import type { Incident, IncidentEvent } from '../model.ts';
import type { Entry } from './entry.ts';
import { type Line, linesOf, listed, type Mark, type Scene, sceneFor, type TimelineReader } from './lines.ts';

/** One line of the timeline as Slack, the pages and the postmortem show it. All words are plain text: escape them. */
export interface TimelineLine {
  /** Stable: the event's number, or the entry's id. */
  readonly id: string;
  readonly at: number;
  readonly mark: Mark | 'message' | 'note';
  readonly text: string;
  readonly facts: readonly string[];
  readonly link: string | null;
  /** Ms since the line before, where that is long enough to be seen as a gap. */
  readonly gap: number | null;
}

const GAP_MS = 10 * 60_000;

/** An event with its place in the history. */
export type NumberedEvent = IncidentEvent & { readonly seq: number };

/** All that happened and all that people put there, in the order of time, in the reader's language. Pure. */
export function timelineOf(
  state: Incident,
  { events, entries }: { readonly events: readonly NumberedEvent[]; readonly entries: readonly Entry[] },
  reader: TimelineReader,
): readonly TimelineLine[] {
  const scene = sceneFor(state, reader);
  const bySeq = [...events].sort((a, b) => a.seq - b.seq);
  const told = joinedTogether(bySeq, scene).flatMap(({ event, lines }) =>
    lines.map((line, i) => ({ facts: [], link: null, ...line, id: `${event.seq}-${i}` })),
  );
  const kept = entries.filter((entry) => entry.kept).map((entry) => entryLine(entry, scene));
  const all = [...told, ...kept].sort((a, b) => a.at - b.at);
  return all.map((line, i) => {
    const pause = line.at - (all[i - 1]?.at ?? line.at);
    return { ...line, gap: pause >= GAP_MS ? pause : null };
  });
}

interface Told {
  readonly event: NumberedEvent;
  readonly lines: readonly Line[];
}

/** Fifty people who came in at one moment are one line. */
function joinedTogether(events: readonly NumberedEvent[], scene: Scene): readonly Told[] {
  const told: Told[] = [];
  const first = new Map<number, string[]>();
  for (const event of events) {
    if (event.type === 'joined') {
      const names = first.get(event.at);
      if (names) {
        names.push(scene.nameOf(event.user));
        continue;
      }
      first.set(event.at, [scene.nameOf(event.user)]);
    }
    told.push({ event, lines: linesOf(event, scene) });
  }
  return told.map(({ event, lines }) => {
    const names = event.type === 'joined' ? (first.get(event.at) ?? []) : [];
    return {
      event,
      lines: names.length < 2 ? lines : lines.map((line) => ({ ...line, text: joinedText(names, scene) })),
    };
  });
}

const joinedText = (names: readonly string[], { text }: Scene): string => text.joined(listed(names, text));

function entryLine(entry: Entry, { text, name }: Scene): Omit<TimelineLine, 'gap'> {
  const said = entry.deleted ? text.deleted : entry.text;
  const facts = [
    entry.files.length > 0 && !entry.deleted ? text.files(entry.files.join(text.list)) : null,
    entry.edited && !entry.deleted ? text.edited : null,
    entry.by.user === entry.author?.user ? null : text.addedBy(name(entry.by)),
  ];
  return {
    id: entry.id,
    at: entry.at,
    mark: entry.kind,
    text: entry.author ? `${name(entry.author)}: ${said}` : said,
    facts: facts.filter((fact) => fact !== null),
    link: entry.deleted ? null : entry.permalink,
  };
}
