import { atLocal, localTime } from '../../rota/index.ts';
import type { ListEntry } from '../read/row.ts';
import type { Cell } from './columns.ts';
import type { DraftEntry, DraftSection, DraftSettings, Remark, Times } from './draft.ts';
import { partsOf } from './entries.ts';
import { namesIn } from './names.ts';
import { readWhen } from './when.ts';

/** An incident's page and one transaction have room for so many; a line is as long as a message of Slack. */
const MOST = 500;
const LONGEST = 40_000;

export interface ReadTimeline {
  readonly entries: readonly DraftEntry[];
  /** What is no line of the timeline is kept in words. */
  readonly sections: readonly DraftSection[];
  readonly remarks: readonly Remark[];
}

/** An entry as it is written: `time` may be an hour alone. */
interface Line {
  readonly time: string;
  readonly who: string | null;
  readonly text: string;
}

/**
 * What happened when, from lists of records and from texts whose lines begin with a time. An hour alone lies on the day of
 * the line before it, or of the incident, and an earlier one on the next. Pure.
 */
export function timelineOf(
  cells: readonly Cell[],
  { times, day }: { readonly times: Times; readonly day: number | null },
  settings: DraftSettings,
): ReadTimeline {
  const entries: DraftEntry[] = [];
  const sections: DraftSection[] = [];
  const remarks: Remark[] = [];
  const begun = times.started ?? times.detected ?? day ?? times.resolved ?? null;
  for (const cell of cells) {
    const lines = cell.list ? cell.list.map(lineOf) : linesIn(cell.value);
    const left: Line[] = [];
    let last = begun;
    let untimed = 0;
    for (const line of lines.filter(({ text }) => text !== '')) {
      const at = instantOf(line.time, last, settings);
      if (at === null) untimed += 1;
      else last = at;
      const texts = pieces(line.text);
      if (at === null || entries.length + texts.length > MOST) left.push(line);
      else for (const text of texts) entries.push({ at, who: line.who, text });
    }
    const { column } = cell;
    if (left.length > 0) sections.push({ title: column, text: left.map(written).join('\n') });
    if (untimed > 0) remarks.push({ about: 'entries-untimed', column, count: untimed });
    if (left.length > untimed) remarks.push({ about: 'entries-many', column, count: left.length - untimed });
  }
  return { entries, sections, remarks };
}

function lineOf(entry: ListEntry): Line {
  const { of, rest } = partsOf(entry);
  const said = [of.title, of.text].filter((part) => part !== undefined);
  const text = said.length > 0 ? said : [of.state].filter((part) => part !== undefined);
  return {
    time: of.time ?? of.made ?? '',
    who: of.who === undefined ? null : (namesIn(of.who)[0] ?? null),
    text: [...text, ...rest, ...(of.link ? [of.link] : [])].join('\n'),
  };
}

const BEGINS =
  /^\s*(?:[-*・●]\s*)?((?:\d{2,4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?(?:\s?[(（].[)）])?[\sT]*|\d{1,2}[/月]\d{1,2}日?(?:\s?[(（].[)）])?\s*)?\d{1,2}[:：時]\d{2}分?(?::\d{2})?(?:\s*(?:JST|Z|[+-]\d{2}:?\d{2}))?)\s*(?:[|｜:：〜-]\s*)?(.*)$/;

/** A text whose lines begin with a time; what follows without one belongs to the line before. */
function linesIn(text: string): readonly Line[] {
  const lines: { time: string; who: null; text: string }[] = [];
  for (const line of text.split('\n')) {
    const [, time, said] = BEGINS.exec(line) ?? [];
    const last = lines.at(-1);
    if (time !== undefined) lines.push({ time, who: null, text: (said ?? '').trim() });
    else if (last) last.text = `${last.text}\n${line.trim()}`.trim();
    else lines.push({ time: '', who: null, text: line.trim() });
  }
  return lines;
}

const DAY = 86_400_000;

/** Epoch ms; null where it cannot be said, or lies in the future. */
function instantOf(said: string, last: number | null, { mapping, now }: DraftSettings): number | null {
  const when = readWhen(said, mapping);
  if (when !== null && typeof when === 'object') return when.hour && when.start <= now ? when.start : null;
  const clock =
    /^(?:(\d{1,2})[/月](\d{1,2})日?(?:[(（].[)）])?)?\s*(\d{1,2})[:時](\d{2})分?(?::\d{2})?$/.exec(
      said.normalize('NFKC').trim(),
    );
  if (!clock || last === null) return null;
  const [, month, date, hour, minute] = clock;
  const [year = '', m = '', d = ''] = localTime(last, mapping.zone).slice(0, 10).split('-');
  const local = Date.UTC(
    Number(year),
    Number(month ?? m) - 1,
    Number(date ?? d),
    Number(hour),
    Number(minute),
  );
  const at = atLocal(local / 60_000, mapping.zone);
  const rolled = month === undefined && at < last - DAY / 2 ? at + DAY : at;
  return rolled <= now && Number(hour) < 48 ? rolled : null;
}

const written = ({ time, who, text }: Line): string =>
  `- ${[time, who === null ? '' : `${who}:`, text.replaceAll('\n', '\n  ')].filter((part) => part !== '').join(' ')}`;

/** Not within a sign of two halves. */
const pieces = (text: string): readonly string[] =>
  text.length <= LONGEST ? [text] : (text.match(/[\s\S]{1,39999}(?![\uDC00-\uDFFF])/g) ?? []);
