import type { Store } from '../../store/port.ts';
import { readRows } from '../read/open.ts';
import type { SourceRow } from '../read/row.ts';
import type { Outcome } from '../run/model.ts';
import { type OpenArchive, openContent, readContent } from './content.ts';
import { pagePath, type ReportPage, type Upload } from './model.ts';

/** A record that was refused, as it stands in the file. */
export interface RefusedRow {
  /** Null for one that could not be read as a record. */
  readonly row: SourceRow | null;
  readonly outcome: Outcome;
}

/** What of an upload was refused, in its order: the file is read once more beside the report. */
export async function* refusedRows(
  { store, openArchive }: { readonly store: Store; readonly openArchive: OpenArchive },
  upload: Upload,
): AsyncGenerator<RefusedRow> {
  const { name, source, id, pages } = upload;
  const { opened, close } = await openContent(name, await readContent(store, upload), openArchive);
  try {
    const reads = readRows(opened, source)[Symbol.asyncIterator]();
    for (const page of pages) {
      const kept = await store.get<ReportPage>(pagePath(id, page));
      for (const outcome of kept?.data.outcomes ?? []) {
        const { value: read } = await reads.next();
        if (outcome.result.kind !== 'refused') continue;
        yield { row: read?.kind === 'row' ? read.row : null, outcome };
      }
    }
  } finally {
    await close();
  }
}
