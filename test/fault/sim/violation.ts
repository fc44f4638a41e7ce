/** What is promised whatever happens; docs/reliability.md says each in a sentence. */
export type Invariant =
  | 'no call is lost'
  | 'answered or climbed'
  | 'never early'
  | 'at most one message per step'
  | 'no mention after acknowledgement'
  | 'nobody off the ladder'
  | 'history equals what Slack shows'
  | 'a gesture counts once'
  | 'fold(events) = state'
  | 'everything comes to rest';

export interface Violation {
  readonly invariant: Invariant;
  readonly detail: string;
}

export type Report = (invariant: Invariant, detail: string) => void;
