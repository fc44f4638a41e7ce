import { actionItemsFor, type PostmortemVerbs } from '../../../../shared/postmortem/index.ts';
import type { WebParts } from '../../parts.ts';
import { verbsOf } from '../incidents/verbs.ts';

/** What the pages read and change postmortems with. */
export function postmortemVerbs(parts: WebParts): PostmortemVerbs {
  const incidents = verbsOf(parts);
  const { timezone: zone, locale } = parts.config.workspace;
  return {
    incidents,
    config: parts.config.postmortem,
    ai: parts.config.ai ?? null,
    locale,
    zone,
    baseUrl: parts.baseUrl,
    actionItems: actionItemsFor({ incidents }),
  };
}
