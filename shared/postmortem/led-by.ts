import { every } from '../store/every.ts';
import type { Store } from '../store/port.ts';
import { postmortemsByTag } from '../store/shapes.ts';
import type { Postmortem } from './model.ts';
import { isOpen, readerTag, standTag } from './tags.ts';

/** Postmortems still being written that somebody leads, private ones too: for programs, not to be shown as they are. */
export async function openPostmortemsOf(
  store: Store,
  team: string,
  user: string,
): Promise<readonly Postmortem[]> {
  const found: Postmortem[] = [];
  for (const tags of [standTag('open'), readerTag(user)])
    for await (const { data } of every<Postmortem>(store, {
      shape: postmortemsByTag,
      values: { team, tags },
    }))
      if (isOpen(data.state) && data.lead?.user === user) found.push(data);
  return found;
}
