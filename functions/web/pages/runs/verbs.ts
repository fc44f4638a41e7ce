import type { WebParts } from '../../parts.ts';
import { verbsOf } from '../incidents/verbs.ts';

/** What the pages start and change runs with. */
export const runVerbsOf = (parts: WebParts) => {
  const verbs = verbsOf(parts);
  return { ...verbs, calls: { ...verbs.calls, locale: parts.config.workspace.locale } };
};
