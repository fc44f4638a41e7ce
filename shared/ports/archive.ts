/** A file that can be read from its beginning as often as one likes. */
export interface SourceFile {
  /** Its name without a folder: `incidents.csv`. */
  readonly name: string;
  read(): AsyncIterable<Uint8Array>;
}

export interface ArchiveEntry {
  /** With `/` between folders, never leading out of the archive. Untrusted text all the same. */
  readonly path: string;
  /** As the archive states it, bytes; reading stops with `bad-input` where it is not true. */
  readonly size: number;
}

/** An opened zip, with what lies in zips within it as if it lay in it. Nothing is ever written under its names. */
export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  /** Throws `bad-input` where the entry is broken, encrypted or larger than stated. */
  read(path: string): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/** What an archive may hold at most; beyond, opening it throws `bad-input` with the reason. */
export interface ArchiveLimits {
  readonly entries: number;
  /** Of all entries together, unpacked, bytes. */
  readonly total: number;
}

/** A file on its way into a zip. */
export interface ZippedFile {
  /** With `/` between folders. */
  readonly path: string;
  /** Its text, piece by piece; asked for once. */
  text(): AsyncIterable<string>;
}
