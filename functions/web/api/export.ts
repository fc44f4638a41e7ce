import { MOST_A_DAY, takeExport } from '../../../shared/archive/index.ts';
import { archiveOf } from '../archive.ts';
import { NO_QUERY, operation } from './operation.ts';
import { Problem } from './problem.ts';
import { apiText } from './text.ts';

/** Everything that the token's owner may see, streamed: `docs/api.md` says how to know a whole one. */
export const exportAll = operation({
  id: 'exportAll',
  method: 'GET',
  path: '/export',
  tag: 'export',
  summary: {
    ja: 'すべてのデータの zip（管理者のみ、24 時間に 5 回まで）',
    en: 'All data as a zip; for admins, five times in 24 hours',
  },
  query: NO_QUERY,
  item: NO_QUERY,
  list: false,
  file: 'application/zip',
  needs: { scope: 'export', role: 'admin' },
  async run({ parts, caller, now }) {
    const { user, name, team, token, locale } = caller;
    const allowed = await takeExport(parts.store, { team, user, name, key: token }, now);
    if (!allowed.ok)
      throw new Problem('too-many-requests', apiText(locale).tooManyExports(MOST_A_DAY), {
        headers: { 'retry-after': String(allowed.seconds) },
      });
    return { download: archiveOf(parts, caller, now) };
  },
});
