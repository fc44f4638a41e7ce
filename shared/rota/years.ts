import { civilOf, dayOf, weekdayOf } from './civil.ts';
import type { MonthHint, Raw } from './raw-dates.ts';

/**
 * Days for all cells, in order. Dated cells stay where they are. A date without a year goes between its dated
 * neighbours; in a run far from any it follows the middle of the three before it, so that one typing error moves no
 * other row. With no year anywhere, the whole run is laid where its weekdays fit, else nearest to today.
 */
export function inferYears(
  raws: readonly (Raw | null)[],
  hint: MonthHint,
  today: number,
  weekdays: readonly (number | null)[],
): (number | null)[] {
  const days = raws.map((raw) => raw?.day ?? null);
  const open = raws.flatMap((raw, index) => (raw?.text && days[index] === null ? [index] : []));
  if (open.length === 0) return days;
  if (days.every((day) => day === null)) {
    const base = hint.year !== null && hint.month !== null ? [dayOf(hint.year, hint.month, 15)] : null;
    return base ? follow(raws, days, open, base) : layNearest(raws, open, hint, today, weekdays);
  }
  const first = days.findIndex((day) => day !== null);
  const leading = open.filter((index) => index < first).reverse();
  const back = follow(raws, days, leading, [days[first] ?? today]);
  return follow(
    raws,
    back,
    open.filter((index) => index > first),
    [],
  );
}

/** Fills `order` one by one; `seeds` are the days to follow before any is known. */
function follow(
  raws: readonly (Raw | null)[],
  known: readonly (number | null)[],
  order: readonly number[],
  seeds: readonly number[],
): (number | null)[] {
  const days = [...known];
  const next = nextKnown(known);
  const recent = [...seeds];
  let at = 0;
  let lastKnown: number | null = null;
  for (const index of order) {
    if (seeds.length === 0) {
      for (; at < index; at++) {
        const day = days[at];
        if (day === null || day === undefined) continue;
        recent.push(day);
        if (known[at] !== null) lastKnown = day;
      }
    }
    const after = next[index] ?? null;
    const between = lastKnown !== null && after !== null && after >= lastKnown && after - lastKnown < 330;
    const [low, high] = between && lastKnown !== null && after !== null ? [lastKnown, after] : ends(recent);
    const day = nearest(raws[index] ?? null, low, high);
    days[index] = day;
    if (seeds.length > 0 && day !== null) recent.push(day);
  }
  return days;
}

function nextKnown(days: readonly (number | null)[]): (number | null)[] {
  const next: (number | null)[] = Array.from({ length: days.length }, () => null);
  let seen: number | null = null;
  for (let index = days.length - 1; index >= 0; index--) {
    next[index] = seen;
    seen = days[index] ?? seen;
  }
  return next;
}

/** The middle of the last three, as both ends of an interval. */
function ends(recent: readonly number[]): [number, number] {
  const last = recent.slice(-3).sort((a, b) => a - b);
  const middle = last[last.length === 3 ? 1 : last.length - 1] ?? 0;
  return [middle, middle];
}

/** Of all readings and years the day nearest to [low, high]; among equals the one nearest to `low`. */
function nearest(raw: Raw | null, low: number, high: number): number | null {
  const { year } = civilOf(low);
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const option of raw?.text?.options ?? []) {
    for (const day of option.day !== null ? [option.day] : [year - 1, year, year + 1].map(option.inYear)) {
      if (day === null) continue;
      const away = Math.max(0, low - day, day - high) * 1_000 + Math.abs(day - low);
      if (away < least) [best, least] = [day, away];
    }
  }
  return best;
}

function layNearest(
  raws: readonly (Raw | null)[],
  open: readonly number[],
  hint: MonthHint,
  today: number,
  weekdays: readonly (number | null)[],
): (number | null)[] {
  const thisYear = civilOf(today).year;
  const bases =
    hint.year !== null ? [hint.year] : [thisYear, thisYear + 1, thisYear - 1, thisYear + 2, thisYear - 2];
  const none = raws.map(() => null);
  let best: (number | null)[] = none;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const base of bases) {
    const first = raws[open[0] ?? 0]?.text?.options[0];
    const start = first?.inYear(base) ?? first?.inYear(base + 1) ?? null;
    if (start === null) continue;
    const days = follow(raws, none, open, [start]);
    const known = days.filter((day) => day !== null);
    const fits = days.filter((day, index) => {
      const said = raws[index]?.text?.weekday ?? weekdays[index] ?? null;
      return day !== null && said !== null && said === weekdayOf(day);
    }).length;
    const [low, high] = [
      known.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
      known.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
    ];
    const away = Math.max(0, low - today, today - high);
    const score = fits * 100_000 - away - Math.abs((low + high) / 2 - today) / 1_000;
    if (score > bestScore) [best, bestScore] = [days, score];
  }
  return best;
}
