import { amountText, isSeverity, parseAmount } from '../severity/index.ts';
import type { Incident } from './model.ts';
import { type Correctable, type Field, MILESTONES, type Milestone, type SeverityStep } from './parts.ts';

/** How a form of corrections writes and reads an instant; null where what was typed is no time. */
export interface FormTimes {
  write(at: number): string;
  read(text: string): number | null;
}

/** What a form shows of an incident: not every form has room for everything. */
export interface FormScope {
  readonly times: FormTimes;
  /** Ids of the legal duties that can be ticked in it. */
  readonly duties: readonly string[];
  /** How many of the latest steps of the severity. */
  readonly steps: number;
  readonly description: boolean;
}

/** The fields of a form by name, as they came back. */
export interface Entered {
  one(field: string): string;
  many(field: string): readonly string[];
}

/** A row of the severity's history that is to go. */
export const REMOVED = 'removed';

/** An incident under way has not been resolved: there is no such time to correct. */
export const shownMilestones = ({ open }: Pick<Incident, 'open'>): readonly Milestone[] =>
  MILESTONES.filter((name) => name !== 'resolved' || !open);

/** Each field as the form shows it: what somebody left alone is told from what they changed. */
export function shownValues(state: Incident, scope: FormScope): Record<string, string> {
  const { title, description, service, facts, severities } = state;
  const time = (at: number | null | undefined) => (at == null ? '' : scope.times.write(at));
  const steps = severities.map((step, i) => ({ i, step })).slice(-scope.steps);
  return {
    ...Object.fromEntries(
      shownMilestones(state).map((name) => [`time-${name}`, time(state.milestones[name]?.at)]),
    ),
    title,
    ...(scope.description && { description }),
    service: service ?? '',
    inquiries: String(facts.inquiries),
    vehicles: facts.vehicles ? amountText(facts.vehicles) : '',
    users: facts.users ? amountText(facts.users) : '',
    duties: scope.duties.filter((id) => facts.duties.includes(id)).join(','),
    ...Object.fromEntries(
      steps.flatMap(({ i, step }) => [
        [`severity-${i}`, step.severity],
        [`since-${i}`, time(step.at)],
      ]),
    ),
  };
}

/** The rows of the severity's history that a form shows, by their index in it. */
export const shownRows = (shown: Readonly<Record<string, string>>): readonly number[] =>
  Object.keys(shown).flatMap((name) => (name.startsWith('severity-') ? [Number(name.slice(9))] : []));

export type Wrong = 'time' | 'amount' | 'count' | 'empty';

/** `wrong`: by the name of the form's field, what cannot be read. */
export interface ReadCorrection {
  readonly set: Partial<Correctable>;
  readonly wrong: Readonly<Record<string, Wrong>>;
}

/** What somebody changed in a form, read from what it showed and what came back. */
export function readCorrection(
  { one, many }: Entered,
  state: Incident,
  shown: Readonly<Record<string, string>>,
  { times, duties }: FormScope,
): ReadCorrection {
  const set: { -readonly [F in Field]?: Correctable[F] } = {};
  const wrong: Record<string, Wrong> = {};
  const differs = (field: string) => field in shown && one(field).trim() !== shown[field]?.trim();
  /** Undefined: as it was shown. */
  const time = (field: string): number | null | undefined => {
    if (!differs(field)) return undefined;
    const text = one(field).trim();
    const at = text === '' ? null : times.read(text);
    if (at !== null && times.write(at) === shown[field]) return undefined;
    if (at === null && text !== '') wrong[field] = 'time';
    return at;
  };
  for (const name of MILESTONES) {
    const at = time(`time-${name}`);
    if (at !== undefined) set[name] = at ?? 'not-applicable';
  }
  if (differs('title')) set.title = one('title');
  if (differs('description')) set.description = one('description').replaceAll('\r\n', '\n');
  if (differs('service')) set.service = one('service') || null;
  if (differs('inquiries')) {
    const count = one('inquiries').normalize('NFKC').replace(/[,\s]/g, '');
    if (/^\d{1,9}$/.test(count)) set.inquiries = Number(count);
    else wrong.inquiries = 'count';
  }
  for (const field of ['vehicles', 'users'] as const) {
    const amount = differs(field) ? parseAmount(one(field)) : undefined;
    if (amount !== undefined) set[field] = amount;
    else if (differs(field)) wrong[field] = 'amount';
  }
  const ticked = duties.filter((id) => many('duties').includes(id));
  if ('duties' in shown && ticked.join(',') !== shown.duties)
    set.duties = [...state.facts.duties.filter((id) => !duties.includes(id)), ...ticked];
  const steps = stepsIn({ one, many }, state, shown, { times, wrong, time });
  if (steps) set.severities = steps;
  return { set, wrong };
}

interface Reading {
  readonly times: FormTimes;
  readonly wrong: Record<string, Wrong>;
  time(field: string): number | null | undefined;
}

/** The history of the severity with its rows changed, removed and added; null where nobody touched it. */
function stepsIn(
  { one }: Entered,
  { severities }: Incident,
  shown: Readonly<Record<string, string>>,
  { times, wrong, time }: Reading,
): readonly SeverityStep[] | null {
  const indices = shownRows(shown);
  const rows = indices.map((i) => {
    const said = time(`since-${i}`);
    const severity = one(`severity-${i}`);
    return {
      touched: said != null || severity !== shown[`severity-${i}`],
      severity,
      at: said ?? severities[i]?.at ?? times.read(shown[`since-${i}`] ?? ''),
    };
  });
  const [severity, since] = [one('severity-new'), one('since-new').trim()];
  const at = times.read(since);
  if (since !== '' && at === null) wrong['since-new'] = 'time';
  if ((severity === '') !== (since === '')) wrong[severity === '' ? 'severity-new' : 'since-new'] = 'empty';
  if (!rows.some(({ touched }) => touched) && severity === '') return null;
  const earlier = severities.slice(0, indices[0] ?? 0);
  const given = [...rows, { severity, at }].flatMap((row): SeverityStep[] =>
    isSeverity(row.severity) && row.at !== null ? [{ at: row.at, severity: row.severity }] : [],
  );
  return [...earlier, ...given].sort((a, b) => a.at - b.at);
}
