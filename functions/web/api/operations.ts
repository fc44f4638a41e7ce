import { readActionItems } from './action-items.ts';
import { readCalls } from './calls.ts';
import { writeIncidents } from './incident-writes.ts';
import { readIncidents } from './incidents.ts';
import { me } from './me.ts';
import type { Operation } from './operation.ts';
import { readRotas } from './rotas.ts';
import { search } from './search.ts';

/** All that the API can do. The routes, the checks, the OpenAPI document and the page are made of this list. */
export const operations: readonly Operation[] = [
  me,
  ...readIncidents,
  ...writeIncidents,
  ...readActionItems,
  ...readCalls,
  ...readRotas,
  ...search,
];
