import type { IncidentVerbs } from '../incident/index.ts';
import type { Locale } from '../language/index.ts';
import type { Postmortem } from './model.ts';
import type { ActionItem } from './parts.ts';
import type { AiConfig, PostmortemConfig } from './schemas.ts';

export type AboutItems = Pick<Postmortem, 'id' | 'team' | 'incidents' | 'readers'>;

/** What the verbs of a postmortem work with: they write records and tasks, and never call Slack themselves. */
export interface PostmortemVerbs {
  /** Store, clock, people and settings are those of the incidents it is about. */
  readonly incidents: IncidentVerbs;
  readonly config: PostmortemConfig;
  /** Null where no language model may be asked. */
  readonly ai: AiConfig | null;
  /** Of the workspace: the language it is written in, and the zone of its times. */
  readonly locale: Locale;
  readonly zone: string;
  /** Public address of the pages, without a slash at its end; null where there is none. */
  readonly baseUrl: string | null;
  /** What its checklist looks at: the action items of the postmortem and of its incidents (by their ids). */
  readonly actionItems: (postmortem: AboutItems) => Promise<readonly ActionItem[]>;
}
