import type { Person } from '../../incident/index.ts';
import { recordId } from '../../platform/ids.ts';
import type { EventBase, RecordState } from '../../tasks/index.ts';
import type { Mapping } from '../mapping/model.ts';
import type { Source } from '../read/open.ts';
import type { Counts, Outcome } from '../run/model.ts';

/** `mapping`: somebody says what its columns mean. `trying`, `running`: batch by batch. `tried`, `done`: the report is there. */
export type Phase = 'mapping' | 'trying' | 'tried' | 'running' | 'done' | 'failed' | 'erased';

/** What an upload states. */
export interface Uploaded {
  readonly id: string;
  readonly team: string;
  /** Name of the file. User text. */
  readonly name: string;
  readonly source: Source;
  /** Bytes. */
  readonly size: number;
  /** Documents in which its content is kept. */
  readonly chunks: number;
  /** Some of its first records, cells cut short. */
  readonly sample: readonly Readonly<Record<string, string>>[];
  /** What stands in columns of few different values. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly mapping: Mapping;
  readonly by: Person;
}

/** A file that somebody brings in on the web, from its upload to its report. */
export interface Upload extends RecordState, Uploaded {
  /** Epoch ms. */
  readonly createdAt: number;
  readonly phase: Phase;
  /** A new one for each try and each run. */
  readonly round: number;
  /** Records dealt with in this round. */
  readonly done: number;
  readonly counts: Counts;
  /** Ids of the report's pages, in order. */
  readonly pages: readonly string[];
  /** Why it could not be read; null where nothing was wrong. */
  readonly failure: string | null;
}

export type UploadEvent = EventBase &
  (
    | ({ readonly type: 'uploaded' } & Uploaded)
    | { readonly type: 'trying'; readonly mapping: Mapping; readonly by: Person }
    | { readonly type: 'running'; readonly by: Person }
    | {
        readonly type: 'stepped';
        readonly done: number;
        readonly counts: Counts;
        readonly pages: readonly string[];
        readonly ended: boolean;
      }
    | { readonly type: 'failed'; readonly reason: string }
    | { readonly type: 'erased' }
  );

/** A page of the report. */
export interface ReportPage {
  readonly done: number;
  readonly outcomes: readonly Outcome[];
}

export const uploadId = (nonce: string): string => recordId('imp', nonce);
export const isUploadId = (text: string): boolean => /^imp_[0-9a-f]{32}$/.test(text);
export const uploadPath = (id: string): string => `imports/${id}`;
export const chunkPath = (id: string, n: number): string => `imports/${id}/chunks/${n}`;
export const pagePath = (id: string, page: string): string => `imports/${id}/report/${page}`;
/** The last few of a workspace, by id. */
export const recentPath = (team: string): string => `import-uploads/${team || 'team'}`;
