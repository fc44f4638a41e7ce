/** A name as it stands beside an id, in whatever kind of document. */
export interface Named {
  readonly user: string;
  readonly name: string;
}

const NAMES = ['name', 'realName', 'displayName', 'handle', 'email'] as const;

/**
 * Every name that a document gives to an id: `{ user, name }`, `{ U…: name }` beneath `people` or `names`, lists of people and
 * names side by side, a cell that is read as one person. Pure.
 */
export function namesIn(data: unknown): readonly Named[] {
  const found: Named[] = [];
  look(data, '', found);
  return found;
}

function look(data: unknown, field: string, found: Named[]): void {
  if (typeof data === 'string') {
    lookInText(data, field, found);
    return;
  }
  if (typeof data !== 'object' || data === null) return;
  if (Array.isArray(data)) {
    for (const one of data) look(one, field, found);
    return;
  }
  const fields = data as Readonly<Record<string, unknown>>;
  const note = (user: unknown, name: unknown) => {
    if (isId(user) && typeof name === 'string' && name.trim() !== '' && name !== user)
      found.push({ user, name: name.trim() });
  };
  // An entry of the audit names who did it; any other `by` stands beside names of things.
  const about = fields.user ?? (isId(fields.id) ? fields.id : 'action' in fields ? fields.by : undefined);
  for (const name of NAMES) note(about, fields[name]);
  const people = Array.isArray(fields.people) ? fields.people : [];
  if (people.length === 1) note(people[0], fields.text);
  if (Array.isArray(fields.names) && fields.names.length === people.length)
    for (const [i, name] of fields.names.entries()) note(people[i], name);
  for (const [key, value] of Object.entries(fields)) {
    if (field === 'people' || field === 'names') note(key, value);
    look(value, key, found);
  }
}

/** Readings of a rota are kept as text. */
function lookInText(said: string, field: string, found: Named[]): void {
  if (!said.startsWith('{') || !said.endsWith('}') || !said.includes('"people"')) return;
  try {
    look(JSON.parse(said), field, found);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
}

const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[UW][A-Z0-9]{2,}$/.test(value);
