import { recordId } from '../platform/ids.ts';
import type { Described } from '../search-index/index.ts';
import { plainText } from '../slack/index.ts';
import type { Escalation } from './model.ts';

/** What a search finds a call by: what was said, and who asked, was called and had it. */
export function describeCall(state: Escalation): Described {
  const { team, channel, ts, receivedAt, asker, words, called, holder, doneBy } = state;
  const people = [...called, ...(holder ? [holder] : []), ...(doneBy ? [doneBy] : [])];
  return {
    id: recordId('esc', team, channel, ts),
    part: null,
    team,
    at: receivedAt,
    title: '',
    text: plainText(words),
    people: [...(asker ? [asker] : []), ...people.flatMap(({ user, name }) => [name, user])],
    exact: [],
    private: false,
  };
}
