/** Why there is no Google Doc, or not as it stands. `barred`: it may not be written any more; `broken`: a fault of Toban's own. */
export type DocFailure =
  | 'folder-missing'
  | 'folder-read-only'
  | 'no-storage'
  | 'drive-full'
  | 'api-disabled'
  | 'forbidden'
  | 'credentials'
  | 'too-large'
  | 'unreadable'
  | 'quota'
  | 'down'
  | 'barred'
  | 'broken';

/** The Google Doc that it was exported to. */
export interface ExportedDoc {
  readonly standing: 'asked' | 'written' | 'failed';
  readonly at: number;
  /** Null until it was written once. */
  readonly id: string | null;
  readonly url: string | null;
  /** Where it failed: why, and whom a folder is to be shared with where that is known. */
  readonly reason: DocFailure | null;
  readonly account: string | null;
}
