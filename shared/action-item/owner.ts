import { type Incident, mayTell } from '../incident/index.ts';
import type { ActionItemVerbs } from './context.ts';
import type { Owner, Refusal } from './model.ts';
import { LONGEST } from './rules.ts';

/** As somebody names an owner: a Slack id, a name of somebody who has none, or nobody. */
export type NamedOwner = { readonly user: string } | { readonly name: string } | null;

/** A text field's words as an owner: `U0123ABCD`, `<@U0123ABCD>`, a name, or nobody. */
export function ownerNamed(text: string): NamedOwner {
  const words = text.trim();
  if (words === '') return null;
  const user = /^<?@?([UW][A-Z0-9]{4,})(?:\|[^>]*)?>?$/.exec(words)?.[1];
  return user ? { user } : { name: words };
}

/**
 * The owner with the name their account has. Refused for somebody who has left, a bot, and somebody who may not see one
 * of the incidents: their own item would be hidden from them.
 */
export async function ownerOf(
  ctx: ActionItemVerbs,
  named: NamedOwner,
  incidents: readonly Incident[],
  signal: AbortSignal,
): Promise<{ readonly owner: Owner | null } | Refusal> {
  if (named === null) return { owner: null };
  if ('name' in named) return { owner: { user: null, name: named.name.trim().slice(0, LONGEST.name) } };
  const account = await ctx.incidents.calls.people.find(named.user, signal);
  if (account === null) return { refused: 'owner-unknown', name: named.user };
  const { name } = account;
  if (account.deactivated) return { refused: 'owner-left', name };
  if (account.bot) return { refused: 'owner-bot', name };
  if (incidents.some((one) => mayTell(one, 'person', named.user) !== 'all'))
    return { refused: 'owner-outside', name };
  return { owner: { user: named.user, name } };
}
