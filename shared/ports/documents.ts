export interface DocumentContent {
  readonly title: string;
  /** CommonMark in which nothing of a user is HTML. */
  readonly markdown: string;
}

export interface KeptDocument {
  readonly id: string;
  /** Where people open it. */
  readonly url: string;
}

export interface DocumentFolder {
  readonly name: string;
  /** Whether Toban may put documents into it. */
  readonly writable: boolean;
  /** Whether it belongs to a shared drive, whose documents nobody's own storage has to hold. */
  readonly inSharedDrive: boolean;
}

/**
 * Documents that people read and edit together, in a folder of theirs. Every method throws `rate-limited`, `unavailable`,
 * `misconfigured` (reason `credentials`), `refused` (reason `folder-missing`, `folder-read-only`, `no-storage`, `drive-full`,
 * `api-disabled` or `forbidden`) and `bad-input` (reason `too-large` or `unreadable`), and never tries twice by itself.
 */
export interface Documents {
  /** The one that was made for a key and is not in the bin; null where there is none. */
  find(key: string, signal: AbortSignal): Promise<KeptDocument | null>;
  /** Not safe to repeat: after an unknown outcome, `find` it. */
  create(folder: string, key: string, content: DocumentContent, signal: AbortSignal): Promise<KeptDocument>;
  /** Its whole text anew; null where it was deleted or lies in the bin. Safe to repeat. */
  replace(id: string, content: DocumentContent, signal: AbortSignal): Promise<KeptDocument | null>;
  folder(id: string, signal: AbortSignal): Promise<DocumentFolder>;
  /** Whom a folder has to be shared with; null where no credentials say it. */
  accountEmail(): Promise<string | null>;
}
