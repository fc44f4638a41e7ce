import type { ActionItem, ActionItemEvent, Added, Changes, Field, Fields, Person, State } from './model.ts';
import { actionItemId, actionItemPath } from './records.ts';

/** What was to be done after an incident, as another system told it. User text, not escaped. */
export interface PastItem extends Fields {
  readonly team: string;
  /** `notion:0a1b…` of its incident, and what it is called there: the same in every run. */
  readonly externalId: string;
  readonly key: string;
  readonly state: State;
  readonly incidents: Added['incidents'];
  readonly postmortem: string | null;
  /** When it was made as far as is known, epoch ms. */
  readonly at: number;
  /** Who brought it in. */
  readonly by: Person;
}

/** Causes by which a source is heard: they do not make an item one that people look after. */
const CAUSE = 'import ';
export const isFromSource = (cause: string): boolean => cause.startsWith(CAUSE);

export const pastItemPath = ({
  team,
  externalId,
  key,
}: Pick<PastItem, 'team' | 'externalId' | 'key'>): string =>
  actionItemPath(actionItemId(team, 'import', externalId, key));

/** It enters as it was, due dates of the past and all. No task comes of it, and nobody is reminded of it. Pure. */
export function enterPastItem({ externalId, key, at, ...said }: PastItem): readonly ActionItemEvent[] {
  const id = actionItemId(said.team, 'import', externalId, key);
  const more = { message: null, source: 'import', quiet: true, cause: `${CAUSE}${externalId}` } as const;
  return [{ type: 'added', at, id, ...said, ...more }];
}

const FIELDS: readonly Field[] = ['title', 'note', 'owner', 'due', 'priority', 'kind', 'link'];

/** Its source says something else than before. What follows is empty where it says the same as what stands here. Pure. */
export function retellPastItem(
  state: ActionItem,
  next: PastItem,
  cause: string,
  now: number,
): readonly ActionItemEvent[] {
  const differing = FIELDS.filter((field) => JSON.stringify(state[field]) !== JSON.stringify(next[field]));
  const changes: Changes = Object.fromEntries(
    differing.map((field) => [field, { from: state[field], to: next[field] }]),
  );
  const heard = { at: now, by: next.by, cause: `${CAUSE}${cause}` };
  return [
    ...(differing.length > 0 ? [{ type: 'edited' as const, changes, ...heard }] : []),
    ...(state.state === next.state
      ? []
      : [{ type: 'state-changed' as const, to: next.state, reason: null, ...heard }]),
  ];
}
