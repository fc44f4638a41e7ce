import type { ActionItemVerbs } from '../../../../shared/action-item/index.ts';
import type { WebParts } from '../../parts.ts';
import { verbsOf } from '../incidents/verbs.ts';

/** What the pages add and change action items with. */
export const itemVerbs = (parts: WebParts): ActionItemVerbs => ({
  incidents: verbsOf(parts),
  zone: parts.config.workspace.timezone,
});
