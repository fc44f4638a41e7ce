import { TobanError } from '../../platform/errors.ts';
import type { SourceFile } from '../../ports/archive.ts';
import { readJson } from './json.ts';
import type { Read, SourceRow } from './row.ts';

const SEVERITIES = new Set(['critical', 'high', 'low', 'info', 'unknown']);
const STATUSES = new Set(['detected', 'investigating', 'fixing', 'resolved', 'close', 'closed']);
const OWN = /^(?:service_name|service\.name|experimental|is_private|state_document|root_cause(?:\.\w+)?)$/;
/** Held in memory while the incidents are read: texts of postmortems, in characters. */
const MOST_POSTMORTEMS = 64_000_000;

/**
 * Whether records are incidents as Waroom's API gives them: a UUID, its severities and states, and at least one of the
 * fields that others do not have. Pure.
 */
export function looksLikeWaroom(rows: readonly SourceRow[]): boolean {
  const incidents = rows.filter((row) => postmortemIn(row) === null);
  return (
    incidents.length > 0 &&
    incidents.every(
      ({ values }) =>
        /^[0-9a-f-]{36}$/i.test(values.uuid ?? '') &&
        SEVERITIES.has(values.severity ?? '') &&
        STATUSES.has(values.status ?? '') &&
        Object.keys(values).some((name) => OWN.test(name)),
    )
  );
}

/**
 * Incidents in the shape of Waroom's API, each with the text of its postmortems, which that API keeps in a list of their
 * own (`blob`, `incident_uuids`): the file is read twice. Throws `bad-input`.
 */
export async function* readWaroom(file: SourceFile): AsyncGenerator<Read> {
  const { texts, known } = await postmortemsOf(file);
  for await (const read of readJson(file)) {
    const postmortem = read.kind === 'row' ? postmortemIn(read.row) : null;
    if (read.kind === 'bad') yield read;
    else if (postmortem === null) {
      const body = texts.get(read.row.values.uuid ?? '');
      yield body === undefined ? read : { kind: 'row', row: { ...read.row, body: body.join('\n\n') } };
    } else if (!postmortem.incidents.some((id) => known.has(id)))
      yield { kind: 'bad', at: read.row.at, trouble: { code: 'no-incident' } };
  }
}

interface Postmortems {
  /** By the id of an incident. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** Ids of the incidents of the file. */
  readonly known: ReadonlySet<string>;
}

async function postmortemsOf(file: SourceFile): Promise<Postmortems> {
  const texts = new Map<string, string[]>();
  const known = new Set<string>();
  let length = 0;
  for await (const read of readJson(file)) {
    if (read.kind === 'bad') continue;
    const found = postmortemIn(read.row);
    if (!found) {
      known.add(read.row.values.uuid ?? '');
      continue;
    }
    length += found.text.length;
    if (length > MOST_POSTMORTEMS)
      throw new TobanError('bad-input', 'The postmortems of the file are too long in all.', {
        reason: 'too-much',
      });
    for (const id of found.incidents) {
      const all = texts.get(id);
      if (all) all.push(found.text);
      else texts.set(id, [found.text]);
    }
  }
  return { texts, known };
}

/** Null for an incident. */
function postmortemIn({ values }: SourceRow): { incidents: readonly string[]; text: string } | null {
  const [ids, text] = [values.incident_uuids, values.blob];
  if (ids === undefined || text === undefined) return null;
  return { incidents: ids.split(/,\s*/).filter((id) => id !== ''), text };
}
