import type { Log } from '../../platform/log.ts';
import { orAbort } from '../../platform/or-abort.ts';
import type { Store } from '../../store/port.ts';
import { type Copy, loadCopy, saveCopy, trimmed } from './copy.ts';

/**
 * How old the kept time of reading may grow while nothing else changes. A look at an unchanged sheet writes nothing; six
 * times an hour the time is noted, so that pages and a new instance know how old the copy is.
 */
const REFRESH_MS = 10 * 60_000;
/** A slow store must leave time for the sheet. */
const LOAD_MS = 700;

/** Keeps the last good copy of one rota in the store. Its failures are logged and never reach a call. */
export interface Keeper {
  /** Null where none is kept or the store cannot say. */
  load(): Promise<Copy | null>;
  /** Starts to write what has changed; nobody waits for it. */
  keep(copy: Copy): void;
  /** Resolves when nothing is being written. */
  settled(): Promise<void>;
}

export function createKeeper(store: Store, rotaId: string, fingerprint: string, log: Log): Keeper {
  let written: { readonly text: string; readonly readAt: number } | null = null;
  let waiting: Copy | null = null;
  let writing: Promise<void> | null = null;

  async function writeAll(): Promise<void> {
    for (let copy = waiting; copy; copy = waiting) {
      waiting = null;
      const cut = trimmed(copy);
      const text = contentOf(cut);
      if (written?.text === text && copy.readAt - written.readAt < REFRESH_MS) continue;
      try {
        await saveCopy(store, rotaId, cut);
        written = { text, readAt: copy.readAt };
      } catch (error) {
        log.warn('rota-copy-not-kept', {
          rota: rotaId,
          error: error instanceof Error ? error.message : 'unknown',
        });
      }
    }
  }

  function start(): void {
    writing = writeAll().finally(() => {
      writing = null;
      if (waiting) start();
    });
  }

  return {
    async load() {
      try {
        const copy = await orAbort(loadCopy(store, rotaId, fingerprint), AbortSignal.timeout(LOAD_MS));
        if (copy) written = { text: contentOf(copy), readAt: copy.readAt };
        return copy;
      } catch (error) {
        log.warn('rota-copy-not-loaded', {
          rota: rotaId,
          error: error instanceof Error ? error.message : 'unknown',
        });
        return null;
      }
    },
    keep(copy) {
      waiting = copy;
      if (!writing) start();
    },
    settled: async () => {
      await writing;
    },
  };
}

/** Without the times of reading, which move with every read. */
const contentOf = ({ rota, tabTitles, people, good }: Copy): string =>
  JSON.stringify([rota, tabTitles, people, Object.values(good).map(({ span }) => span)]);
