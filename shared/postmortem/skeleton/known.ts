import type { DutyItem, Incident, NumberLine, TimelineLine } from '../../incident/index.ts';
import type { Locale } from '../../language/index.ts';

/** What somebody answered in a runbook for a section. All words are plain text: escape them. */
export interface Answered {
  /** Id of the section. */
  readonly section: string;
  readonly question: string;
  readonly answer: string;
  readonly by: string | null;
  /** Epoch ms. */
  readonly at: number;
}

/** All that is known of an incident when its postmortem begins; plain text, in the workspace's language. */
export interface Known {
  readonly state: Incident;
  readonly lines: readonly TimelineLine[];
  /** There are more lines than these. */
  readonly more: boolean;
  readonly numbers: readonly NumberLine[];
  readonly answers: readonly Answered[];
  readonly duties: readonly DutyItem[];
  /** Why the rules say this severity. */
  readonly severityWhy: string;
  readonly service: string | null;
  /** Names of roles by their ids. */
  readonly roles: Readonly<Record<string, string>>;
  readonly locale: Locale;
  readonly zone: string;
  /** The incident's page; null where there are no pages. */
  readonly url: string | null;
}
