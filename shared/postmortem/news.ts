import { announceBy, differs, type EventKind, type News } from '../delivery/index.ts';
import type { Postmortem } from './model.ts';

const SHOWN = [
  'title',
  'incidents',
  'lead',
  'reviewers',
  'dueAt',
  'meeting',
  'sections',
  'properties',
  'mergedInto',
] as const satisfies readonly (keyof Postmortem)[];

/** What other systems hear of a change of a postmortem. Pure. */
export function postmortemNews(before: Postmortem | null, after: Postmortem): News {
  const { team, version, private: secret } = after;
  return {
    team,
    version,
    private: secret,
    kinds: before ? changesOf(before, after) : ['postmortem.created'],
  };
}

function changesOf(before: Postmortem, after: Postmortem): readonly EventKind[] {
  return [
    ...(before.state !== after.state ? (['postmortem.state_changed'] as const) : []),
    ...(differs(before, after, SHOWN) ? (['postmortem.updated'] as const) : []),
  ];
}

export const announce = announceBy(postmortemNews);
