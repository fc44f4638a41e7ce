import { type Incident, incidentById, mayTell } from '../incident/index.ts';
import { similarEntries } from '../search-index/index.ts';
import type { Store } from '../store/port.ts';

export interface SimilarIncident {
  readonly incident: Incident;
  /** The words that both have. */
  readonly shared: readonly string[];
}

export interface Wanted {
  readonly team: string;
  readonly reader: string;
  /** What it is to be like. */
  readonly text: string;
  /** Id of the incident that it is of, which is like itself; null for a text alone. */
  readonly except: string | null;
}

const MOST = 5;
/** As many of the most alike are read, until enough are those that the reader may see. */
const READ = 20;

/** Incidents that a reader may see and that have telling words in common with a text, the most alike first; at most 5. */
export async function similarIncidents(
  store: Store,
  { team, reader, text, except }: Wanted,
): Promise<readonly SimilarIncident[]> {
  const alike = (await similarEntries(store, { team, kind: 'incident', text })).filter(
    ({ id }) => id !== except,
  );
  const read = await Promise.all(
    alike.slice(0, READ).map(async ({ id, shared }) => {
      const incident = (await incidentById({ calls: { store } }, id))?.state;
      const seen = incident?.team === team && mayTell(incident, 'page', reader) === 'all';
      return seen ? { incident, shared } : null;
    }),
  );
  return read.filter((one) => one !== null).slice(0, MOST);
}
