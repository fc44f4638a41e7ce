/** Where in the source something stands, as people find it there. */
export interface Place {
  /** Name of the file, or its path in the archive. */
  readonly file: string;
  /** From 1; null where the file is the whole of it. */
  readonly line: number | null;
}

/** One record of the source, not yet understood. User text throughout. */
export interface SourceRow {
  readonly at: Place;
  /** What the source itself calls it; null where it says nothing. */
  readonly id: string | null;
  /** By column. Blank cells are there as ''. */
  readonly values: Readonly<Record<string, string>>;
  /** The page of the record, Markdown; null where it has none. */
  readonly body: string | null;
  /** Lists of records within it, by column: a timeline, action items. Their columns are those of `values`, too. */
  readonly lists?: Readonly<Record<string, readonly ListEntry[]>>;
}

/** A record within a record, its cells by name: `author.name`. User text. */
export type ListEntry = Readonly<Record<string, string>>;

/** Why something could not be read as a record. */
export type Trouble =
  | { readonly code: 'quote-open' } // a quote is opened and never closed
  | { readonly code: 'quote-inside' } // something stands behind a closed quote, or a quote within a bare cell
  | { readonly code: 'too-many-cells'; readonly cells: number; readonly columns: number }
  | { readonly code: 'too-long'; readonly most: number }
  | { readonly code: 'not-json' }
  | { readonly code: 'no-incident' } // a postmortem whose incident is not in the file
  | { readonly code: 'not-a-record' };

/** What reading yields: records in the order of the source, and what is none, each with its place. */
export type Read =
  | { readonly kind: 'row'; readonly row: SourceRow }
  | { readonly kind: 'bad'; readonly at: Place; readonly trouble: Trouble };

/** The longest a record may be, in characters: a document holds no more. */
export const MOST_RECORD = 1_000_000;
