import { z } from 'zod';

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A setting such as `90s`, `5m`, `1h` or `30d` → milliseconds. */
export const duration = z
  .string()
  .regex(/^\d{1,4}(s|m|h|d)$/, 'must be a duration such as 90s, 5m, 1h or 30d')
  .transform((value) => Number(value.slice(0, -1)) * (UNITS[value.slice(-1)] ?? 0));
