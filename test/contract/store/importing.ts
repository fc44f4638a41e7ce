import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Counts,
  countAll,
  createPeople,
  type ImportContext,
  importRows,
  NO_COUNTS,
  proposeMapping,
  readRows,
  sampleRows,
} from '../../../shared/import/index.ts';
import { claimNumber } from '../../../shared/incident/claim-number.ts';
import { type Incident, incidentId, incidentPath } from '../../../shared/incident/index.ts';
import { findEntries } from '../../../shared/search-index/index.ts';
import type { Store } from '../../../shared/store/port.ts';
import { fileOf } from '../../unit/import/files.ts';
import { settings } from '../../unit/incident/builders.ts';
import { waroomExport, waroomIncident, waroomUuid } from '../../waroom-export.ts';
import type { StoreSide } from './harness.ts';

const NOW = Date.parse('2026-11-26T00:00:00Z');
const RICH = 10;
const PLAIN = 189;
/** Of three bytes a sign: a transaction of 3 MB, in documents of 600 kB. */
const BOOK = 'あ'.repeat(990_000);

/** Two hundred records: some with all that stands beneath one, some plain, one whose postmortem is a book. */
function records() {
  const { incidents, postmortems } = waroomExport(RICH, 'both');
  const plain = Array.from({ length: PLAIN }, (_, i) => {
    const { uuid, title, service_name, severity, status, metrics } = waroomIncident(RICH + 2 * i, 'ja');
    return { uuid, title, service_name, severity, status, metrics };
  });
  const book = { ...waroomIncident(903, 'ja'), state_document: BOOK };
  return { incidents: [...incidents, ...plain, book], postmortems };
}

/** What only the real thing shows: how large a transaction and a document may be, and what happens when two want one number. */
export function importPromises(side: StoreSide): void {
  describe(`${side.name}: an import`, { timeout: 120_000 }, () => {
    const text = JSON.stringify(records());
    const opened = () => ({ kind: 'file', file: fileOf('a.json', text, 65_536) }) as const;
    let store: Store;
    let beside: Store;
    beforeAll(() => {
      const { store: one, beside: other } = side.open();
      [store, beside] = [one, other()];
    });

    async function bring(during: () => Promise<unknown> = async () => undefined): Promise<Counts> {
      const ctx: ImportContext = {
        store,
        settings,
        people: createPeople(null),
        team: 'T1',
        locale: 'ja',
        by: { user: 'U0LEAD', name: '森' },
      };
      const rows = await sampleRows(readRows(opened(), 'waroom'), 300);
      const mapping = proposeMapping(rows, { zone: 'Asia/Tokyo', services: [] });
      const importing = {
        mapping,
        source: 'waroom',
        services: [],
        locale: 'ja',
        now: NOW,
        dry: false,
      } as const;
      let counts = NO_COUNTS;
      const reads = readRows(opened(), 'waroom');
      for await (const step of importRows(ctx, reads, { ...importing, run: randomUUID(), skip: 0 })) {
        counts = countAll(counts, step.outcomes);
        await during();
      }
      return counts;
    }

    test('of two hundred goes in while others take numbers, is found, and a second run changes nothing', async () => {
      let others = 0;
      const taking = async () => {
        others += 1;
        await claimNumber(beside, 'T1', `inc_live_${others}`);
      };
      const all = RICH + PLAIN + 1;
      expect(await bring(taking)).toEqual({ ...NO_COUNTS, created: all });
      expect(await bring()).toEqual({ ...NO_COUNTS, same: all });
      const asked = { team: 'T1', kind: 'incident', text: '903件目', most: 10, cursor: null } as const;
      const { entries } = await findEntries(store, asked);
      expect(entries.map(({ title }) => title)).toEqual(['決済の遅延（903件目）']);
      const ids = [0, 1, RICH, 903].map((n) =>
        incidentPath(incidentId('T1', 'import', `waroom:${waroomUuid(n)}`)),
      );
      const docs = await Promise.all(ids.map((path) => store.get<Incident>(path)));
      expect(new Set(docs.map((doc) => doc?.data.number)).size).toBe(ids.length);
    });
  });
}
