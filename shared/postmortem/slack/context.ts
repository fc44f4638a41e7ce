import type { IncidentContext } from '../../incident/index.ts';
import type { Documents } from '../../ports/documents.ts';
import type { Writer } from '../../ports/writer.ts';
import type { PostmortemVerbs } from '../context.ts';

/** What its tasks and everything heard from Slack work with, besides the verbs. */
export interface PostmortemContext extends PostmortemVerbs {
  readonly incidents: IncidentContext;
  /** Asked only where `ai` is there. */
  readonly writer: Writer;
  /** Asked only where `postmortem.docs` is configured. */
  readonly documents: Documents;
}
