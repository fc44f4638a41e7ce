import type { IncidentContext, IncidentVerbs } from '../incident/index.ts';
import type { ActionItemConfig } from './schemas.ts';

/** What the verbs of action items work with: they write the record and its tasks, and never post anything themselves. */
export interface ActionItemVerbs {
  /** Store, clock, people and services are those of the incidents, which say who may see an item. */
  readonly incidents: IncidentVerbs;
  /** The workspace's: in it a due date is a day. */
  readonly zone: string;
}

/** What its tasks and everything heard from Slack work with besides. */
export interface ActionItemContext extends ActionItemVerbs {
  readonly incidents: IncidentContext;
  readonly config: ActionItemConfig;
}
