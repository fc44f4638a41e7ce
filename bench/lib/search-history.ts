import {
  describeIncident,
  enterPast,
  type Incident,
  IncidentConfig,
  incidentId,
  incidentPath,
  quietIncidentFold,
} from '../../shared/incident/index.ts';
import { entryPointer } from '../../shared/search-index/index.ts';
import { SeverityConfig } from '../../shared/severity/index.ts';
import type { Store } from '../../shared/store/port.ts';

const BATCH = 400;
const NOW = Date.parse('2026-11-26T00:00:00Z');
const HOUR_MS = 3_600_000;
const PLACES = ['渋谷', '新宿', '横浜', '大宮', '千葉', '名古屋', '梅田', '博多'];
const by = { user: 'U0CS', name: '小野 健' };
const settings = { incident: IncidentConfig.parse({}), severity: SeverityConfig.parse({}) };

const titleOf = (i: number): string => `${PLACES[i % PLACES.length]}で返却できない`;
const textOf = (i: number): string => `報告 ${i}、${i % 100 === 8 ? '充電器を替えた' : '様子を見る'}`;

/** All that one is found by, as one text. */
export const wordsOf = (i: number): string => `${titleOf(i)}\n${textOf(i)}\n${by.name}`;

/** Incidents `from` to `to`, each an hour older than the one before, with their entries of the search. */
export async function fillSearched(store: Store, from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += BATCH)
    await store.transaction(async (tx) => {
      for (let i = at; i < Math.min(to, at + BATCH); i += 1) {
        const state = incidentOf(i);
        tx.put(incidentPath(state.id), state);
        const { path, data } = entryPointer('incident', describeIncident(state));
        tx.put(path, data);
      }
    });
}

/** The one that is `i` hours old. */
export function incidentOf(i: number): Incident {
  const id = incidentId('T1', 'import', `bench:${i}`);
  const since = NOW - i * HOUR_MS;
  const events = enterPast(
    {
      externalId: `bench:${i}`,
      title: titleOf(i),
      description: textOf(i),
      service: null,
      severity: null,
      closed: true,
      times: { started: since, detected: since, resolved: since + HOUR_MS },
      day: null,
      reporter: by,
      lead: null,
      people: [],
      facts: { inquiries: 0, vehicles: null, users: null },
      drill: false,
      private: false,
      link: null,
    },
    { id, team: 'T1', number: i + 1, by, reason: '', now: NOW, settings },
  );
  return events.reduce<Incident | null>(
    (state, event) => quietIncidentFold.evolve(state, event),
    null,
  ) as Incident;
}
