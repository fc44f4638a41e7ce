import type { Kind } from '../schemas.ts';
import type { Source } from '../verdict.ts';
import { calls } from './calls.ts';
import { incidents } from './incidents.ts';
import {
  actionItems,
  alerts,
  audit,
  choices,
  covers,
  hints,
  letters,
  readings,
  reminders,
  requests,
} from './others.ts';

/** In the order in which they are gone through: incidents take their calls with them. */
export const SOURCES: readonly Source[] = [
  incidents,
  calls,
  actionItems,
  alerts,
  covers,
  readings,
  letters,
  audit,
  reminders,
  requests,
  choices,
  hints,
];

/** The one that is counted as the kind itself; the rest of it is small change. */
export const mainSource = (kind: Kind): Source => {
  const source = SOURCES.find((one) => one.kind === kind);
  if (!source) throw new Error(`no source of ${kind}`);
  return source;
};
