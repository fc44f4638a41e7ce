import type { Escalation } from '../escalation/index.ts';
import { plainText } from '../slack/index.ts';
import type { Doc } from '../store/port.ts';
import type { CallQuery } from './model.ts';

/** Null where nothing is searched for. */
export function matcher({ person, text }: CallQuery): ((doc: Doc<Escalation>) => boolean) | null {
  const [who, what] = [fold(person), fold(text)];
  if (who === '' && what === '') return null;
  return ({ data }) => {
    const people = [
      data.asker ?? '',
      ...data.called.flatMap(({ user, name }) => [user, name]),
      data.holder?.user ?? '',
      data.holder?.name ?? '',
    ];
    return people.some((one) => fold(one).includes(who)) && fold(plainText(data.words)).includes(what);
  };
}

/** Full and half width, upper and lower case are one; spaces within names are none. */
const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
