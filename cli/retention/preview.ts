import type { Env } from '../../shared/platform/config.ts';
import {
  isKind,
  KINDS,
  type Kind,
  LEAST_DAYS,
  type Preview,
  preview,
  readDays,
  retentionText,
} from '../../shared/retention/index.ts';
import { type ExitCode, UsageError } from '../command.ts';
import { requireConfig } from '../configuration.ts';
import { harmless } from '../harmless.ts';
import type { Scene } from './holds.ts';

type Rule = readonly [kind: Kind, ms: number | null];

/** The rules of the file, or the one that is asked for. */
export function rulesAsked(
  {
    kind,
    'older-than': olderThan,
  }: { readonly kind?: string | undefined; readonly 'older-than'?: string | undefined },
  env: Env,
): readonly Rule[] {
  if (kind === undefined && olderThan === undefined) {
    const { retention } = requireConfig(env);
    return KINDS.map((one) => [one, retention[one]]);
  }
  if (!isKind(kind)) throw new UsageError(`--kind is one of ${KINDS.join(', ')}.`);
  const ms = readDays(olderThan ?? '');
  if (ms === null)
    throw new UsageError(`--older-than is a number of days, ${LEAST_DAYS}d or more, such as 365d.`);
  return [[kind, ms]];
}

/** Everything is looked at, however much it is. */
export async function showPreview(
  { store, clock, json, terminal }: Scene,
  rules: readonly Rule[],
): Promise<ExitCode> {
  const now = clock.now();
  const most = json ? Number.POSITIVE_INFINITY : SHOWN;
  const found: (Preview & { readonly days: string })[] = [];
  for (const [kind, ms] of rules) {
    const days = retentionText('en').days(ms ?? 0);
    if (ms !== null)
      found.push({
        days,
        ...(await preview(
          store,
          kind,
          { before: now - ms, now },
          { most: Number.POSITIVE_INFINITY, listed: most },
        )),
      });
    else if (!json) terminal.out(`${kind}: ${retentionText('en').forever}`);
  }
  if (json) terminal.out(JSON.stringify(found.map(asJson), null, 2));
  else for (const line of found.flatMap(linesOf)) terminal.out(harmless(line));
  return 0;
}

const SHOWN = 20;
const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

const asJson = ({
  kind,
  days,
  count,
  oldest,
  newest,
  stay,
  going,
  staying,
}: Preview & { readonly days: string }) => ({
  ...{ kind, days: Number.parseInt(days, 10), count, oldest: iso(oldest), newest: iso(newest), stay },
  going: going.map(({ path, endedAt }) => ({ record: path, endedAt: iso(endedAt) })),
  staying: staying.map(({ path, why }) => ({ record: path, why })),
});

function linesOf({
  kind,
  days,
  count,
  oldest,
  newest,
  stay,
  going,
}: Preview & { readonly days: string }): string[] {
  const text = retentionText('en');
  const span =
    oldest === null || newest === null ? '' : ` (${text.span(iso(oldest) ?? '', iso(newest) ?? '')})`;
  const reasons = Object.entries(stay).filter(([, n]) => n > 0);
  return [
    `${kind}, kept for ${days}: ${count} would go${span}`,
    ...reasons.map(([why, n]) => `  ${n} stay: ${text.why[why as keyof Preview['stay']]}`),
    ...going.map(({ path, endedAt }) => `  ${path}  ${iso(endedAt)}`),
    ...(count > going.length ? [`  … and ${count - going.length} more; --json shows all`] : []),
  ];
}
