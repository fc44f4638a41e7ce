import { z } from 'zod';

/** One cell as it stands in the file: text or a number as typed, a date, a date-time, a time, an error, or nothing. */
export const FileCell = z.union([
  z.null(),
  z.string(),
  z.number(),
  z.boolean(),
  z.strictObject({ d: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written {"d":"2026-11-22"}') }),
  z.strictObject({
    dt: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'a date-time is written {"dt":"2026-11-22T21:00"}'),
  }),
  z.strictObject({ t: z.string().regex(/^\d{1,3}:\d{2}$/, 'a time is written {"t":"21:00"}') }),
  z.strictObject({ err: z.string().startsWith('#', 'an error is written {"err":"#REF!"}') }),
]);
export type FileCell = z.infer<typeof FileCell>;

const address = z.string().regex(/^[A-Z]{1,3}[1-9]\d*$/, 'a cell is written B2');

/** A spreadsheet as a file. Other keys (notes, expectations) are kept as they are when the file is written again. */
export const SpreadsheetFile = z.looseObject({
  title: z.string().optional(),
  timeZone: z.string().default('Asia/Tokyo'),
  tabs: z.record(z.string(), z.array(z.array(FileCell))),
  merges: z.array(z.object({ tab: z.string(), from: address, to: address })).optional(),
  /** Rows hidden by hand, as people count them. */
  hiddenRows: z.array(z.object({ tab: z.string(), row: z.number().int().positive() })).optional(),
  /** Title → gid. Written at the first rename, so that links to a cell go on working. */
  tabIds: z.record(z.string(), z.number().int()).optional(),
});
export type SpreadsheetFile = z.infer<typeof SpreadsheetFile>;

/** The first tab is 0, as in a new spreadsheet; the others count up. */
export function tabId(file: SpreadsheetFile, title: string): number {
  return file.tabIds?.[title] ?? Object.keys(file.tabs).indexOf(title);
}
