import type { SlackUser } from '../ports/slack.ts';
import { fold, plain } from './fold.ts';
import { EMAIL_TEXT, type Member, slackIdIn } from './members.ts';
import type { Directory } from './model.ts';
import { nearForm, suggestionsFor } from './near.ts';

export type Named =
  | { readonly kind: 'person'; readonly user: SlackUser }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  /** `no-account`: the members tab knows the name but points to nobody in Slack; `bot`: an app is never on duty. */
  | {
      readonly kind: 'unknown';
      readonly reason: 'nobody' | 'no-account' | 'bot';
      readonly suggestions: readonly string[];
    };

/** Answers what a written name means; the same text gets the same answer. */
export interface NameBook {
  resolve(text: string): Named;
  /** Whether a text inside brackets speaks of somebody: a known name, or anything beside 代理 / cover. */
  mentionsSomebody(text: string): boolean;
  /** False when there is nobody to know (a missing members tab): then names say nothing about a sheet. */
  readonly usable: boolean;
}

/** What a key may mean: an account, or a member without one. */
interface Entry {
  readonly name: string;
  readonly user: SlackUser | null;
}

type Index = Map<string, Entry[]>;

const HONORIFIC = /(?:さん|様|氏|[- ]san)$/;
const BRACKETS = /[([{【「『〈<][^)\]}】」』〉>]*[)\]}】」』〉>]/g;
const STAND_IN =
  /代理|代行|代打|代わり|交代|交替|(?:の)?代|cover(?:ed|ing)?(?: (?:by|for))?|substitute|swap(?:ped)?(?: with)?|stand-?in|sub|for|by|さん|様|氏/g;
const SPEAKS_OF_STAND_IN = /代理|代行|代打|代わり|交代|交替|の代|cover|substitute|swap|stand-?in|→|->/;

/** With members only they answer, without them the whole directory does. Two who fit are never one. */
export function nameBook(members: readonly Member[] | null | 'tab-missing', directory: Directory): NameBook {
  const index: Index =
    members === null
      ? indexDirectory(directory)
      : members === 'tab-missing'
        ? new Map()
        : indexMembers(members, directory);
  const answers = new Map<string, Named>();
  let near: { name: string; near: string }[] | null = null;
  const suggestions = (text: string): string[] => {
    near ??= [...index.values()].flat().map(({ name }) => ({ name, near: nearForm(name) }));
    return suggestionsFor(text, near);
  };
  const mentionsSomebody = (text: string): boolean => {
    const word = fold(text);
    if (index.has(word)) return true;
    const rest = word.replace(STAND_IN, '').replace(/[^\p{L}\p{N}]/gu, '');
    if (SPEAKS_OF_STAND_IN.test(word)) return rest !== '';
    return [...index.keys()].some((key) => key.length >= 2 && !key.startsWith('@') && word.includes(key));
  };
  return {
    usable: members !== 'tab-missing',
    mentionsSomebody,
    resolve(text) {
      const known = answers.get(text);
      if (known) return known;
      const named = lookUp(text, index, mentionsSomebody) ?? {
        kind: 'unknown',
        reason: 'nobody',
        suggestions: suggestions(text),
      };
      answers.set(text, named);
      return named;
    },
  };
}

/** First the whole text, then without an honorific, then without brackets that hold nobody else. */
function lookUp(text: string, index: Index, mentionsSomebody: (text: string) => boolean): Named | null {
  const whole = plain(text);
  const bare = whole.replace(HONORIFIC, '').trim();
  const inner = [...whole.matchAll(BRACKETS)].map(([group]) => group.slice(1, -1));
  const forms = [whole, bare];
  if (inner.length > 0 && !inner.some(mentionsSomebody)) {
    const open = whole.replace(BRACKETS, ' ').replace(/ +/g, ' ').trim();
    forms.push(open, open.replace(HONORIFIC, '').trim());
  }
  for (const form of forms) {
    const named = form === '' ? null : decide(index.get(keyOf(form)) ?? []);
    if (named) return named;
  }
  return null;
}

function keyOf(form: string): string {
  const id = slackIdIn(form);
  return id === null ? form.toLowerCase() : `<@${id}>`;
}

function decide(entries: readonly Entry[]): Named | null {
  const people = entries.filter(({ user }) => user && !user.bot);
  const active = people.filter(({ user }) => user && !user.deactivated);
  // An account that was closed cannot be meant beside one that is open.
  const [first, ...others] = active.length > 0 ? active : people;
  if (first?.user) {
    const rest = others.filter(({ user }) => user?.id !== first.user?.id);
    const nameless = entries.filter(({ user }) => user === null);
    if (rest.length + nameless.length === 0) return { kind: 'person', user: first.user };
    return {
      kind: 'ambiguous',
      candidates: [first, ...rest, ...nameless].map(({ name, user }) =>
        user ? `${user.name} (@${user.handle || user.id})` : name,
      ),
    };
  }
  if (entries.length === 0) return null;
  return {
    kind: 'unknown',
    reason: entries.some(({ user }) => user?.bot) ? 'bot' : 'no-account',
    suggestions: [],
  };
}

function add(index: Index, key: string, entry: Entry): void {
  const form = fold(key).replaceAll('\n', ' ');
  if (form === '') return;
  const entries = index.get(form);
  if (!entries) index.set(form, [entry]);
  else if (
    !entries.some(({ user, name }) =>
      user && entry.user ? user.id === entry.user.id : user === entry.user && name === entry.name,
    )
  )
    entries.push(entry);
}

function addAccount(index: Index, entry: Entry, user: SlackUser): void {
  index.set(`<@${user.id}>`, [entry]);
  if (user.email) add(index, user.email, entry);
  if (user.handle) add(index, `@${user.handle}`, entry);
}

function indexDirectory(directory: Directory): Index {
  const index: Index = new Map();
  for (const user of directory.users) {
    const entry = { name: user.realName || user.name || user.handle || user.id, user };
    addAccount(index, entry, user);
    for (const key of [user.name, user.realName, user.handle]) {
      add(index, key, entry);
      if (key !== '') add(index, `@${key}`, entry);
    }
  }
  return index;
}

function indexMembers(members: readonly Member[], directory: Directory): Index {
  const byId = new Map(directory.users.map((user) => [user.id, user]));
  const byEmail = new Map(
    directory.users.flatMap((user) => (user.email ? [[user.email.toLowerCase(), user] as const] : [])),
  );
  const byHandle = new Map(
    directory.users.flatMap((user) => (user.handle ? [[user.handle.toLowerCase(), user] as const] : [])),
  );
  const index: Index = new Map();
  for (const member of members) {
    const user = member.id
      ? byId.get(member.id)
      : ((member.email ? byEmail.get(member.email) : undefined) ??
        (member.handle ? byHandle.get(member.handle) : undefined));
    const entry = { name: member.name || user?.name || member.email || '', user: user ?? null };
    for (const key of [member.name, ...member.aliases]) add(index, key, entry);
    if (member.email) add(index, member.email, entry);
    if (member.handle && !EMAIL_TEXT.test(member.handle)) add(index, `@${member.handle}`, entry);
    if (member.id && !user) index.set(`<@${member.id}>`, [entry]);
    if (user) addAccount(index, entry, user);
  }
  return index;
}
