import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { KEPT_COLLECTIONS, LEFT_COLLECTIONS } from '../../shared/store/collections.ts';

/** Throws where a story has written to a collection of which nobody has said whether an export holds it. */
export function checkCollections(file: string): void {
  if (!existsSync(file)) return;
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const paths = db.prepare('SELECT path FROM documents').all();
    const written = new Set(paths.map(({ path }) => String(path).split('/').at(-2) ?? ''));
    const known = new Set<string>([...KEPT_COLLECTIONS, ...Object.keys(LEFT_COLLECTIONS)]);
    const unknown = [...written].filter((name) => !known.has(name));
    if (unknown.length > 0)
      throw new Error(
        `shared/store/collections.ts does not say whether an export holds: ${unknown.join(', ')}`,
      );
  } finally {
    db.close();
  }
}
