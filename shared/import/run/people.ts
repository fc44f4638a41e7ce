import type { Person } from '../../incident/index.ts';
import type { SlackUser } from '../../ports/slack.ts';
import { nameBook } from '../../rota/index.ts';

/** Whom a name or an address of a source means. Somebody without an account here has a name alone. */
export interface People {
  find(said: string): Person;
  /** False where nobody could be asked: then an unknown name says nothing. */
  readonly known: boolean;
}

/** By id, address, handle or name, where exactly one account fits. `users`: null where Slack was not asked. */
export function createPeople(users: readonly SlackUser[] | null): People {
  const book = nameBook(null, { users: users ?? [], complete: users !== null });
  const emails = new Map(
    (users ?? []).flatMap((user) => (user.email ? [[user.email.toLowerCase(), user] as const] : [])),
  );
  return {
    known: users !== null,
    find(said) {
      const user = emails.get(said.toLowerCase()) ?? accountOf(book.resolve(said));
      return user ? { user: user.id, name: user.name, handle: user.handle } : { user: '', name: said };
    },
  };
}

const accountOf = (named: ReturnType<ReturnType<typeof nameBook>['resolve']>): SlackUser | null =>
  named.kind === 'person' ? named.user : null;
