import { zipOf } from '../../shared/adapters/zip/index.ts';
import { exportFiles, withheldFrom } from '../../shared/archive/index.ts';
import { isTobanError } from '../../shared/platform/errors.ts';
import type { WebParts } from './parts.ts';

/** A file on its way to somebody, as it is made. */
export interface Download {
  readonly stream: ReadableStream<Uint8Array>;
  readonly type: string;
  readonly name: string;
}

/**
 * Everything of the workspace that `user` may see, as a zip made while it is sent: nothing runs after the answer, and
 * memory stays the same. What fails in the middle breaks the download off, and a zip without its end opens nowhere, so
 * that half is never taken for all.
 */
export function archiveOf(
  { store, config, baseUrl, log }: Pick<WebParts, 'store' | 'config' | 'baseUrl' | 'log'>,
  { user, team }: { readonly user: string; readonly team: string },
  now: number,
): Download {
  const { incident, severity, workspace } = config;
  const files = exportFiles({
    store,
    team,
    settings: { incident, severity },
    locale: workspace.locale,
    zone: workspace.timezone,
    baseUrl,
    now,
    withholds: () => withheldFrom(store, user),
  });
  async function* told(): AsyncGenerator<Uint8Array> {
    try {
      yield* zipOf(files, now);
    } catch (error) {
      // The status is long sent: this line is all that says why.
      const code = isTobanError(error) ? error.code : 'bug';
      log.error('export-broke-off', { code, reason: String(error) }, error);
      throw error;
    }
  }
  return {
    stream: ReadableStream.from(told()) as ReadableStream<Uint8Array>,
    type: 'application/zip',
    name: `toban-${new Date(now).toISOString().slice(0, 10)}.zip`,
  };
}

/** `length` is not known beforehand: it goes out in chunks, which is how Cloud Run takes more than 32 MiB. */
export const downloadHeaders = ({ type, name }: Download): Readonly<Record<string, string>> => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'no-store',
});
