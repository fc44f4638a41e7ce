import type { Store } from '../../store/port.ts';
import { nextOnDuty, onDutyAt } from '../duty.ts';
import type { Duty, Span } from '../model.ts';
import type { RotaConfig } from '../schemas.ts';
import { readEffectiveRota } from './effective.ts';

/** One duty column of a rota, as it stands and as it will be. `names` follow `people`. */
export interface BoardColumn {
  readonly column: string;
  readonly duty: Duty;
  readonly names: readonly string[];
  readonly next: { readonly span: Span; readonly names: readonly string[] } | null;
}

/** A rota on the home page. `columns` is empty and `readAt` null while the sheet has not been read. */
export interface BoardRota {
  readonly id: string;
  readonly name: string;
  readonly spreadsheet: string;
  readonly columns: readonly BoardColumn[];
  readonly readAt: number | null;
}

/**
 * Who is on duty by the kept copies: one document and one query for each rota, and no call to Google or Slack, so that the page
 * opens while either is down. How old a copy is must be said beside it.
 */
export function readBoard(
  store: Store,
  configs: readonly RotaConfig[],
  workspaceZone: string,
  now: number,
): Promise<BoardRota[]> {
  return Promise.all(
    configs.map((config) => boardRota(store, config, config.timezone ?? workspaceZone, now)),
  );
}

async function boardRota(store: Store, config: RotaConfig, zone: string, now: number): Promise<BoardRota> {
  const { id, spreadsheet } = config;
  const effective = await readEffectiveRota(store, config, zone, now);
  const base = { id, name: config.name ?? id, spreadsheet };
  if (!effective) return { ...base, columns: [], readAt: null };
  const { rota, readAt } = effective;
  const namesOf = (people: readonly string[]) => people.map((user) => rota.people[user] ?? user);
  const columns = Object.keys(rota.columns).map((column) => {
    const duty = onDutyAt(rota, now, column);
    const span = nextOnDuty(rota, now, column);
    const next = span && { span, names: namesOf(span.people) };
    return { column, duty, names: namesOf(duty.people), next };
  });
  return { ...base, columns: columns.sort(primaryFirst), readAt };
}

const primaryFirst = (a: BoardColumn, b: BoardColumn): number =>
  Number(b.column === 'primary') - Number(a.column === 'primary');
