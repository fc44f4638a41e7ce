import {
  type Current,
  cellUrl,
  checkRota,
  describeProblem,
  describeTrouble,
  type Headings,
  type Problem,
  type ProblemCode,
  problemKey,
  type Rota,
  type RotaConfig,
  type SourceTrouble,
  type Span,
  untold,
} from '../rota/index.ts';
import { configurationOf } from './headings.ts';
import type { Memberships } from './memberships.ts';
import type { Observation, Plan, Shift, ToldProblem } from './model.ts';

/** Tonight and tomorrow: far enough for the reminder of the day before. */
const AHEAD_MS = 48 * 3_600_000;
/** Nothing that an owner of the sheet could mend: Slack cannot name somebody, or we spare Google for a minute. */
export const isOurs = ({ code, detail }: SourceTrouble): boolean =>
  code === 'slack-unreachable' || (code === 'rate-limited' && detail.reason === 'own-limit');

/** A last good copy cannot tell of edits. */
export const isFresh = ({ source }: Current): boolean => source === 'fresh' || source === 'recent';

/** What only Slack can say of the people in a sheet. */
const BY_SLACK: readonly ProblemCode[] = [
  'unknown-name',
  'ambiguous-name',
  'deactivated',
  'single-channel-guest',
];
/** Somebody has to invite them, or does not see what counts; every other notice is only for those who look. */
const concernsOwners = ({ severity, code }: Problem): boolean =>
  severity === 'problem' || code === 'not-in-channel' || code === 'hidden-row';

export interface Look {
  readonly current: Current;
  readonly memberships: Memberships;
  /** What the headers are measured by; null where nothing is known of them. */
  readonly expected: Headings | null;
}

/** What a reading of the rota means for the coming two days, and all that should be looked at in it (`found`). Pure. */
export function observe(
  look: Look,
  config: RotaConfig,
  zone: string,
  now: number,
): Observation & { readonly found: readonly Problem[] } {
  const { current, memberships, expected } = look;
  const until = now + AHEAD_MS;
  const { sheet: rota, trouble, covers } = current;
  const blind: ProblemCode[] = [
    ...(trouble?.code === 'slack-unreachable' ? BY_SLACK : []),
    ...(memberships.whole ? [] : (['not-in-channel'] as const)),
  ];
  const found = rota ? checkRota({ rota, before: expected, memberships: memberships.known, now }) : [];
  const problems = untold(found, new Set()).filter(
    (problem) => concernsOwners(problem) && !blind.includes(problem.code),
  );
  return {
    found,
    plan: rota ? planOf(rota, config, now, until) : {},
    covers: covers.filter(({ from }) => from < until),
    readAt: current.readAt ?? now,
    until,
    fresh: rota !== null && isFresh(current),
    problems: problems.map((problem) => toldProblem(problem, zone)),
    blind,
    headings: {
      under: configurationOf(config),
      headings: rota?.understood ? headingsIn(rota.understood) : null,
      told: problems.some(({ code }) => code === 'header-changed'),
    },
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

const headingsIn = ({ layout, headers = {} }: Headings): Headings => ({ layout, headers });

function toldProblem(problem: Problem, zone: string): ToldProblem {
  const { channel } = problem.detail;
  return {
    key: problemKey(problem),
    ja: describeProblem(problem, 'ja', zone),
    en: describeProblem(problem, 'en', zone),
    ...(channel !== undefined && { channel }),
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
