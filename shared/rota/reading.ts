import type { Holidays } from './days.ts';
import type { NameBook } from './names.ts';
import type { Report } from './problems.ts';
import type { RotaConfig } from './schemas.ts';
import type { Zone } from './zone.ts';

/** What every part of reading a sheet needs. */
export interface Reading {
  readonly config: RotaConfig;
  readonly zone: Zone;
  readonly now: number;
  /** Local day number of now. */
  readonly today: number;
  /** Minutes since midnight at which one day's duty passes to the next. */
  readonly handover: number;
  readonly names: NameBook;
  readonly isHoliday: Holidays;
  readonly report: Report;
}

/** Recurring duty is laid out from this many days before now … */
export const DAYS_BACK = 400;
/** … to this many after. */
export const DAYS_AHEAD = 800;
