import { writeActionItems } from './action-item-writes.ts';
import { readActionItems } from './action-items.ts';
import { readAuditLog } from './audit.ts';
import { readCalls } from './calls.ts';
import { exportAll } from './export.ts';
import { writeIncidents } from './incident-writes.ts';
import { readIncidents } from './incidents.ts';
import { readFigures } from './insights.ts';
import { me } from './me.ts';
import type { Operation } from './operation.ts';
import { writePostmortems } from './postmortem-writes.ts';
import { readPostmortems } from './postmortems.ts';
import { readRotas } from './rotas.ts';
import { writeRuns } from './run-writes.ts';
import { runbooks } from './runbooks.ts';
import { runs } from './runs.ts';
import { search } from './search.ts';

/** All that the API can do. The routes, the checks, the OpenAPI document and the page are made of this list. */
export const operations: readonly Operation[] = [
  me,
  ...readIncidents,
  ...writeIncidents,
  ...runbooks,
  ...runs,
  ...writeRuns,
  ...readActionItems,
  ...writeActionItems,
  ...readPostmortems,
  ...writePostmortems,
  ...readCalls,
  ...readRotas,
  ...search,
  ...readFigures,
  ...readAuditLog,
  exportAll,
];
