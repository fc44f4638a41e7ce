import type { QueryShape } from './shapes.ts';

/**
 * A document as kept: JSON only (shared/store/json.ts); instants are epoch ms or ISO strings. `version` is opaque and
 * changes whenever the content does; writing the very same content again may keep it.
 */
export interface Doc<T> {
  readonly path: string;
  readonly id: string;
  readonly data: T;
  readonly version: string;
}

export interface Page<T> {
  readonly docs: readonly Doc<T>[];
  /** Hand it back to read on; null at the end. */
  readonly cursor: string | null;
}

export interface Query {
  readonly shape: QueryShape;
  /** One value for each entry of `shape.where`, by field. */
  readonly values: Readonly<Record<string, string | number | boolean>>;
  /** For shapes of scope `collection` beneath a document: that document's path. */
  readonly parent?: string;
  /** 1 to 1000. */
  readonly limit: number;
  readonly cursor?: string | null;
}

/**
 * Reads come first, writes after (`bug` otherwise); all writes commit together or not at all, in the order given.
 * Documents by id only, never a query.
 */
export interface Transaction {
  get<T>(path: string): Promise<Doc<T> | null>;
  /** Fails the whole transaction with `exists` when the document is already there. */
  create<T extends object>(path: string, data: T): void;
  put<T extends object>(path: string, data: T): void;
  delete(path: string): void;
}

/**
 * The one store. Paths alternate collection and id: `escalations/esc_1/events/0001`.
 * Errors: `exists`, `conflict`, `unavailable`, `misconfigured`, `bad-input` (undeclared query, not JSON). After
 * `unavailable` a write may have happened all the same: ask again by id, or write again.
 */
export interface Store {
  get<T>(path: string): Promise<Doc<T> | null>;
  /** Writes a whole document. `expect`: `'absent'` → `exists` if there; a version → `conflict` if it has moved on. */
  put<T extends object>(path: string, data: T, expect?: 'absent' | { version: string }): Promise<void>;
  /**
   * Ordered by the shape's fields, then by path in the direction of the last of them. A document that lacks a field
   * of the order is not found; null counts as there, but no comparison finds it, nor a value of another type.
   */
  page<T>(query: Query): Promise<Page<T>>;
  /** Runs `body` again when somebody else wrote what it read; `body` must do nothing but read and write through `tx`. */
  transaction<R>(body: (tx: Transaction) => Promise<R>): Promise<R>;
  close(): Promise<void>;
}
