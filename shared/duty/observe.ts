import {
  type Current,
  cellUrl,
  describeProblem,
  describeTrouble,
  problemKey,
  type Rota,
  type RotaConfig,
  type SourceTrouble,
  type Span,
  untold,
} from '../rota/index.ts';
import type { Observation, Plan, Shift } from './model.ts';

/** Tonight and tomorrow: far enough for the reminder of the day before. */
const AHEAD_MS = 48 * 3_600_000;
/** Nothing that an owner of the sheet could mend: Slack cannot name somebody, or we spare Google for a minute. */
const isOurs = ({ code, detail }: SourceTrouble): boolean =>
  code === 'slack-unreachable' || (code === 'rate-limited' && detail.reason === 'own-limit');

/** What a reading of the rota means for the coming two days. Pure. */
export function observe(current: Current, config: RotaConfig, zone: string, now: number): Observation {
  const until = now + AHEAD_MS;
  const { sheet: rota, trouble, covers } = current;
  return {
    plan: rota ? planOf(rota, config, now, until) : {},
    covers: covers.filter(({ from }) => from < until),
    readAt: current.readAt ?? now,
    until,
    fresh: rota !== null && (current.source === 'fresh' || current.source === 'recent'),
    problems: untold(rota?.problems ?? [], new Set())
      .filter(({ severity }) => severity === 'problem')
      .map((problem) => ({
        key: problemKey(problem),
        ja: describeProblem(problem, 'ja', zone),
        en: describeProblem(problem, 'en', zone),
      })),
    trouble:
      trouble && !isOurs(trouble)
        ? {
            code: trouble.code,
            ja: describeTrouble(trouble, 'ja', current),
            en: describeTrouble(trouble, 'en', current),
          }
        : null,
  };
}

function planOf(rota: Rota, config: RotaConfig, now: number, until: number): Plan {
  return Object.fromEntries(
    Object.entries(rota.columns).map(([column, spans]) => [
      column,
      spans.filter(({ start, end }) => end > now && start < until).map((span) => shiftOf(span, rota, config)),
    ]),
  );
}

function shiftOf(span: Span, rota: Rota, config: RotaConfig): Shift {
  const { start, end, kind, people, cell, insteadOf } = span;
  const names = people.map((id) => rota.people[id] ?? id);
  return { start, end, kind, people, names, cell, cellUrl: cellUrl(config.spreadsheet, span), insteadOf };
}
