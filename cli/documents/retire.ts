import type { Store } from '../../shared/store/port.ts';
import { bareId, type DocumentKind, type Push } from './kind.ts';
import type { Report } from './report.ts';
import type { DocumentsText } from './text.ts';

interface Options extends Pick<Push, 'by' | 'now'> {
  readonly kind: DocumentKind;
  readonly store: Store;
  readonly text: DocumentsText;
}

/** Takes a document out of use, or back. `name`: with its language, or without for all of its languages. */
export async function retire(
  name: string,
  retired: boolean,
  { kind, store, text, by, now }: Options,
): Promise<Report> {
  const entries = await kind.list(store);
  const ids = entries.map(({ id }) => id).filter((id) => id === name || bareId(id) === name);
  const files: { id: string; outcome: 'retired' | 'restored' | 'same' }[] = [];
  for (const id of ids) {
    const done = await kind.retire?.(store, id, retired, { by, now });
    if (!done) continue;
    files.push({ id, outcome: !done.changed ? 'same' : retired ? 'retired' : 'restored' });
  }
  const lines = files.map(({ id, outcome }) => `${id}: ${text.retired[outcome]}`);
  return { well: files.length > 0, lines: files.length > 0 ? lines : [text.noSuch(name)], files };
}
