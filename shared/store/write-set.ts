import { TobanError } from '../platform/errors.ts';
import { encodeDocument } from './json.ts';
import { type DocumentPath, parsePath } from './path.ts';

export type Write =
  | { readonly kind: 'create' | 'put'; readonly at: DocumentPath; readonly text: string }
  | { readonly kind: 'delete'; readonly at: DocumentPath };

/** What one run of a transaction's body wants written. Encodes at once, so a later change to `data` changes nothing. */
export class WriteSet {
  readonly #writes: Write[] = [];
  #ended = false;

  create(path: string, data: object): void {
    this.#add({ kind: 'create', at: parsePath(path), text: encodeDocument(path, data) });
  }

  put(path: string, data: object): void {
    this.#add({ kind: 'put', at: parsePath(path), text: encodeDocument(path, data) });
  }

  delete(path: string): void {
    this.#add({ kind: 'delete', at: parsePath(path) });
  }

  /** Firestore refuses a read after a write; so does every store. */
  checkRead(path: string): void {
    if (this.#ended)
      throw new TobanError('bug', `${path} is read after its transaction has ended: an await is missing`);
    if (this.#writes.length > 0)
      throw new TobanError('bug', `${path} is read after a write: in a transaction reads come first`);
  }

  /** The writes in order; nothing can be added any more. */
  end(): readonly Write[] {
    this.#ended = true;
    return this.#writes;
  }

  #add(write: Write): void {
    if (this.#ended)
      throw new TobanError(
        'bug',
        `${write.at.path} is written after its transaction has ended: an await is missing`,
      );
    this.#writes.push(write);
  }
}
