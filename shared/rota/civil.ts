/** Calendar days without a zone: a day is its number since 1970-01-01, a local time its minutes since then. */
export const DAY = 1_440;

/** The proleptic Gregorian day number; expects a valid date. */
export function dayOf(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

/** Null for what is no date (February 30) or lies outside 1970–2199, where no rota lives. */
export function validDay(year: number, month: number, day: number): number | null {
  if (year < 1970 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
    return null;
  return dayOf(year, month, day);
}

export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function civilOf(day: number): { year: number; month: number; day: number } {
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 = Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** `2026-11-26` */
export function isoDay(day: number): string {
  const { year, month, day: date } = civilOf(day);
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** `2026-11-26` → day number; null when it is not one. */
export function dayFromIso(text: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts ? validDay(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null;
}

/** `2026-11-26T21:00` → local minutes; null when it is not one. */
export function minutesFromIso(text: string): number | null {
  const day = dayFromIso(text.slice(0, 10));
  const time = /^T(\d{2}):(\d{2})/.exec(text.slice(10));
  return day === null || !time ? null : day * DAY + Number(time[1]) * 60 + Number(time[2]);
}

/** Moves by whole months and keeps the year in step. */
export function addMonths(year: number, month: number, by: number): { year: number; month: number } {
  const index = year * 12 + (month - 1) + by;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}

/** `09:05`; hours beyond a day are wrapped. */
export function clockOf(minutes: number): string {
  const within = ((minutes % DAY) + DAY) % DAY;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}
