import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** What is kept of one thing: its collection, its key there, and its value; null once it is gone. */
interface Entry {
  readonly in: string;
  readonly key: string;
  readonly is: unknown;
}

/**
 * A file of lines, one for each change, each on disk before its change is answered: a kill loses nothing that
 * anybody was told, and a change costs its own size, not the workspace's. Opening it packs it.
 */
export class Journal {
  readonly #file: string | null;

  /** `file` null keeps nothing. */
  constructor(file: string | null) {
    this.#file = file;
  }

  /** What was kept, by collection and key, in the order of first appearance; null when there is nothing. */
  open(): ReadonlyMap<string, ReadonlyMap<string, unknown>> | null {
    if (!this.#file || !existsSync(this.#file)) return null;
    const kept = new Map<string, Map<string, unknown>>();
    for (const line of readFileSync(this.#file, 'utf8').split('\n')) {
      const entry = parse(line);
      if (!entry) continue;
      const collection = kept.get(entry.in) ?? new Map<string, unknown>();
      kept.set(entry.in, collection);
      if (entry.is === null) collection.delete(entry.key);
      else collection.set(entry.key, entry.is);
    }
    if (kept.size === 0) return null;
    this.#pack(kept);
    return kept;
  }

  write(collection: string, key: string, is: unknown): void {
    if (this.#file) appendFileSync(this.#file, `${JSON.stringify({ in: collection, key, is })}\n`);
  }

  #pack(kept: ReadonlyMap<string, ReadonlyMap<string, unknown>>): void {
    const lines = [...kept].flatMap(([collection, items]) =>
      [...items].map(([key, is]) => `${JSON.stringify({ in: collection, key, is })}\n`),
    );
    const fresh = `${this.#file}.new`;
    writeFileSync(fresh, lines.join(''));
    renameSync(fresh, this.#file as string);
  }
}

/** A line cut short by a kill in mid-write was never answered for. */
function parse(line: string): Entry | null {
  try {
    return JSON.parse(line) as Entry;
  } catch {
    return null;
  }
}
