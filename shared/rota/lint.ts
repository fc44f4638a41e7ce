import { DAY } from './civil.ts';
import type { Claim } from './claims.ts';
import type { Piece } from './flatten.ts';
import type { Reading } from './reading.ts';

const SOON_MS = 7 * 86_400_000;

/** Two rows for one time and column: told once for each pair, at the later row's start. */
export function reportOverlaps(claims: readonly Claim[], reading: Reading): void {
  const good = claims.filter(({ kind, source }) => kind !== 'gap' && !source.row.recurring);
  const ordered = good.toSorted((a, b) => a.start - b.start);
  const told = new Set<string>();
  let longest: Claim | null = null;
  for (const claim of ordered) {
    const before = longest;
    if (!longest || claim.end > longest.end) longest = claim;
    if (!before || before.end <= claim.start || before.source === claim.source || claim.source.grid) continue;
    // Hours of two headers that overlap do so every day.
    const everyDay =
      before.source.header !== null &&
      claim.source.header !== null &&
      before.source.header !== claim.source.header;
    const key = everyDay
      ? `${before.source.header}\n${claim.source.header}`
      : `${before.source.line}\n${claim.source.line}`;
    if (told.has(key) || (!everyDay && before.source.line === claim.source.line)) continue;
    told.add(key);
    reading.report({
      code: 'overlap',
      cell: everyDay ? claim.source.header : claim.source.row.startCell,
      tab: claim.source.tab,
      from: claim.start,
      to: Math.min(before.end, claim.end),
      detail: {
        rows: `${rowOf(before)}, ${rowOf(claim)}`,
        other: before.source.row.startCell,
        same: String(before.start === claim.start),
        column: claim.column,
      },
    });
  }
}

const rowOf = (claim: Claim): string => claim.source.line.split('!').at(-1) ?? '';

/** Each cell of an ambiguity is told, with the others. */
export function reportAmbiguities(pieces: readonly Piece[], reading: Reading): void {
  for (const { rivals, start, end } of pieces) {
    if (rivals.length < 2) continue;
    for (const { cell, tab, column, text } of rivals) {
      const others = rivals.filter((rival) => rival.cell !== cell);
      reading.report({
        code: 'ambiguous-duty',
        cell,
        tab,
        from: start,
        to: end,
        detail: {
          column,
          text,
          ...(rivals[0]?.source.row.recurring && { recurring: 'true' }),
          with: others.map((rival) => rival.cell ?? '').join('、'),
          texts: others.map((rival) => rival.text).join('、'),
        },
      });
    }
  }
}

/**
 * Times to come without anybody named: an empty cell at its address, a missing row at the end of the row before it.
 * What the hours of the headers leave open comes again every day, so it is told once, at the header.
 */
export function reportGaps(
  pieces: readonly Piece[],
  column: string,
  rowDays: ReadonlySet<number>,
  reading: Reading,
): void {
  let before: Piece | null = null;
  for (const piece of pieces) {
    const { claim, start, end } = piece;
    if (claim.source.row.doubted) continue;
    if (before && before.end < start && start > reading.now)
      reportBetween(before.claim, claim, { from: before.end, to: start }, column, rowDays, reading);
    if (claim.kind === 'gap' && end > reading.now) {
      const detail: Record<string, string> = {
        column,
        row: rowOf(claim),
        text: claim.text,
        ...(claim.source.row.recurring && { recurring: 'true' }),
      };
      reading.report({
        code: 'gap',
        cell: claim.cell ?? claim.source.row.startCell,
        tab: claim.source.tab,
        from: start,
        to: end,
        detail,
      });
    }
    before = piece;
  }
}

function reportBetween(
  before: Claim,
  after: Claim,
  time: { from: number; to: number },
  column: string,
  rowDays: ReadonlySet<number>,
  reading: Reading,
): void {
  const recurring = before.source.row.recurring && after.source.row.recurring;
  const daily = (before.daily || after.daily) && allRowsThere(before.day, after.day, rowDays);
  const [from, to] = [reading.zone.toLocal(time.from), reading.zone.toLocal(time.to)];
  if (recurring || daily) {
    const open = `${((from % DAY) + DAY) % DAY}-${((to % DAY) + DAY) % DAY}`;
    const cell = before.source.header ?? before.source.row.startCell;
    reading.report(
      { code: 'gap', cell, tab: before.source.tab, ...time, detail: { column, every: 'day' } },
      `${column} ${open} ${recurring ? cell : ''}`,
    );
    return;
  }
  const detail = { column, rows: `${rowOf(before)}, ${rowOf(after)}`, next: after.source.row.startCell };
  reading.report({ code: 'gap', cell: before.source.row.endCell, tab: before.source.tab, ...time, detail });
}

function allRowsThere(first: number, last: number, rowDays: ReadonlySet<number>): boolean {
  for (let day = first; day <= last; day++) if (!rowDays.has(day)) return false;
  return true;
}

/** The end of the rota, when it lies within 7 days of now or is past. Duty that comes again every week has none. */
export function reportEnd(claims: readonly Claim[], reading: Reading): void {
  if (claims.some(({ source }) => source.row.recurring)) return;
  let last: Claim | null = null;
  for (const claim of claims) if (!last || claim.end >= last.end) last = claim;
  if (!last || last.end > reading.now + SOON_MS) return;
  reading.report({
    code: 'ends-soon',
    cell: last.source.row.endCell,
    tab: last.source.tab,
    from: last.end,
    detail: { over: String(last.end <= reading.now) },
  });
}
