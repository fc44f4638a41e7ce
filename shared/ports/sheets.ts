/** One cell as the sheet computes it. `text` is what people see in it. */
export type Cell =
  | null
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'bool'; readonly value: boolean; readonly text: string }
  /** `date` is `YYYY-MM-DD`. */
  | { readonly kind: 'date'; readonly date: string; readonly text: string }
  /** `local` is `YYYY-MM-DDTHH:mm`, without a zone. */
  | { readonly kind: 'datetime'; readonly local: string; readonly text: string }
  /** Minutes since midnight; a duration such as 29:00 may exceed 1440. */
  | { readonly kind: 'time'; readonly minutes: number; readonly text: string }
  /** `code` as Sheets shows it: `#REF!`, `#N/A` … */
  | { readonly kind: 'error'; readonly code: string };

/** Half-open, zero-based, as Sheets counts. */
export interface Merge {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

export interface Tab {
  readonly title: string;
  /** The gid: a link to a cell is `…/edit#gid=<id>&range=C14`. */
  readonly id: number;
  /** Rows may be shorter than the widest; trailing empty cells are left out. */
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly Merge[];
  /** Rows that somebody hid by hand, from 0; a filter hides none. Missing where none is hidden. */
  readonly hiddenRows?: readonly number[];
}

export interface Spreadsheet {
  readonly id: string;
  readonly title: string;
  /** IANA zone of the spreadsheet's settings. */
  readonly timeZone: string;
  /** Titles of all tabs, read or not. */
  readonly tabTitles: readonly string[];
  readonly tabs: readonly Tab[];
}

/**
 * Errors: `refused` with reason `not-shared` or `not-found`; `rate-limited`; `unavailable`; `bad-input` when what
 * came back is not a spreadsheet. A wanted tab that does not exist is simply absent from `tabs`.
 */
export interface Sheets {
  read(spreadsheetId: string, tabTitles: readonly string[], signal: AbortSignal): Promise<Spreadsheet>;
  /** Titles of the tabs; one small request. */
  titles(spreadsheetId: string, signal: AbortSignal): Promise<readonly string[]>;
  /** Whom a team must share its spreadsheet with; null where the part cannot know. */
  accountEmail(): Promise<string | null>;
}
