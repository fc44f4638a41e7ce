import { draftOf, type Mapping, proposeMapping, type SourceRow } from '../../../shared/import/index.ts';
import { NOW } from './scene.ts';

const SERVICES = [{ id: 'rental', name: 'レンタル' }];
export const AROUND = { zone: 'Asia/Tokyo', services: SERVICES };
/** A row of a table, by its columns. */
export const row = (values: Record<string, string>, more: Partial<SourceRow> = {}): SourceRow => ({
  at: { file: 'a.csv', line: 2 },
  id: null,
  values,
  body: null,
  ...more,
});

/** What would be made of it, as the mapping proposes. */
export const drafted = (
  values: Record<string, string>,
  more: Partial<SourceRow> = {},
  change: Partial<Mapping> = {},
) => {
  const one = row(values, more);
  const mapping = { ...proposeMapping([one], AROUND), ...change };
  return draftOf(one, { mapping, source: 'notion', services: SERVICES, locale: 'ja', now: NOW });
};
