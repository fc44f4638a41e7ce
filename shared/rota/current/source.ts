import type { Clock } from '../../platform/clock.ts';
import { isTobanError } from '../../platform/errors.ts';
import type { Log } from '../../platform/log.ts';
import { orAbort } from '../../platform/or-abort.ts';
import type { Sheets, Spreadsheet } from '../../ports/sheets.ts';
import type { SourceTrouble } from './model.ts';
import type { Pace } from './pace.ts';

/** The longest that a reading serves while reads are used up. */
const RECENT_MS = 60_000;

export interface Reading {
  readonly spreadsheet: Spreadsheet;
  readonly readAt: number;
}

export interface Outcome {
  /** What was read now or a moment ago; null when that failed. */
  readonly reading: Reading | null;
  readonly trouble: SourceTrouble | null;
  readonly fresh: boolean;
}

/** When titles are asked for again, in ms; many spreadsheets do so in turns and not all at once. */
export interface TitlesPace {
  readonly every: number;
  /** How old those of a kept copy are taken to be by an instance that has just begun. */
  readonly keptAge: number;
  /** By how much the second time comes sooner than all later ones. */
  readonly sooner: number;
}

export interface SourceParts {
  readonly id: string;
  readonly sheets: Sheets;
  readonly clock: Clock;
  readonly log: Log;
  readonly pace: Pace;
  readonly titles: TitlesPace;
  /** Those of the titles that the rotas of this spreadsheet need. */
  wanted(titles: readonly string[]): readonly string[];
  /** Whether the titles hold every tab without which a rota cannot be read now. */
  complete(titles: readonly string[]): boolean;
}

/** One spreadsheet: read once for all who ask at the same time, kept for a moment, left alone during a back-off. */
export interface Source {
  /** `knownTitles`: what a kept copy remembers, so that a new instance needs only one request. */
  read(knownTitles: readonly string[], signal: AbortSignal): Promise<Outcome>;
}

export function createSource(parts: SourceParts): Source {
  const { id, clock, pace } = parts;
  let flight: Promise<Outcome> | null = null;
  let last: Last | null = null;
  let titles: { readonly list: readonly string[]; readonly at: number } | null = null;

  async function readNow(knownTitles: readonly string[], signal: AbortSignal): Promise<Outcome> {
    try {
      const spreadsheet = await orAbort(readSheet(knownTitles, signal), signal);
      pace.succeeded(id);
      return { reading: { spreadsheet, readAt: clock.now() }, trouble: null, fresh: true };
    } catch (error) {
      return { reading: null, trouble: notedTrouble(parts, error), fresh: true };
    }
  }

  /** One request; the titles are asked for beside it now and then, before it only where nothing is known. */
  async function readSheet(knownTitles: readonly string[], signal: AbortSignal): Promise<Spreadsheet> {
    if (parts.complete(knownTitles)) titles ??= { list: knownTitles, at: clock.now() - parts.titles.keptAge };
    const known = titles?.list ?? knownTitles;
    const ask = async () => {
      const list = await parts.sheets.titles(id, signal);
      titles = { list, at: clock.now() - (titles === null ? parts.titles.sooner : 0) };
      return list;
    };
    if (!parts.complete(known)) {
      // Both at once, before anything is awaited: others who start at this moment must see what is spent.
      pace.count(2);
      return readTabs(await ask(), signal);
    }
    const due = (titles?.at ?? 0) <= clock.now() - parts.titles.every;
    pace.count(due ? 2 : 1);
    const [spreadsheet, list] = await Promise.all([readTabs(known, signal), due ? ask() : known]);
    if (!parts.wanted(list).some((title) => !known.includes(title))) return spreadsheet;
    pace.count(1);
    return readTabs(list, signal);
  }

  async function readTabs(known: readonly string[], signal: AbortSignal): Promise<Spreadsheet> {
    const wanted = parts.wanted(known);
    const spreadsheet = await parts.sheets.read(id, wanted, signal);
    if (wanted.every((title) => spreadsheet.tabs.some((tab) => tab.title === title))) {
      return { ...spreadsheet, tabTitles: [...new Set([...known, ...spreadsheet.tabTitles])] };
    }
    // A tab that is gone costs two requests more, and tells all titles.
    pace.count(2);
    titles = { list: spreadsheet.tabTitles, at: clock.now() };
    return spreadsheet;
  }

  return {
    async read(knownTitles, signal) {
      if (flight) return flight;
      if (last && clock.now() - last.at < pace.freshFor()) return { ...last.outcome, fresh: false };
      if (!pace.mayRead(id)) return waiting(last, clock.now());
      flight = readNow(knownTitles, signal).finally(() => {
        flight = null;
      });
      const outcome = await flight;
      last = { outcome, at: clock.now() };
      return outcome;
    },
  };
}

interface Last {
  readonly outcome: Outcome;
  readonly at: number;
}

/** No read now: a good reading still serves for a minute, then an older copy must, with the reason said. */
function waiting(last: Last | null, now: number): Outcome {
  if (last?.outcome.reading && now - last.at < RECENT_MS) return { ...last.outcome, fresh: false };
  const trouble = last?.outcome.trouble ?? { code: 'rate-limited' as const, detail: { reason: 'own-limit' } };
  return { reading: null, trouble, fresh: false };
}

function notedTrouble({ id, pace, log }: SourceParts, error: unknown): SourceTrouble {
  const [code, reason] = isTobanError(error) ? [error.code, error.reason ?? ''] : ['no-answer', ''];
  log.warn('sheet-not-read', { spreadsheet: id, code, reason });
  if (isTobanError(error, 'rate-limited')) {
    pace.failed(id, true, error.retryAfterMs);
    return { code: 'rate-limited', detail: { reason } };
  }
  if (isTobanError(error, 'bad-input')) return { code: 'nothing-understood', detail: { reason } };
  if (
    isTobanError(error, 'refused') &&
    (reason === 'not-shared' || reason === 'not-found' || reason === 'api-disabled')
  ) {
    return { code: reason, detail: { spreadsheet: id } };
  }
  pace.failed(id, false, undefined);
  return { code: 'unavailable', detail: { reason } };
}
