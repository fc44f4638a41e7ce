import type { WorkspaceConfig } from '../../../shared/workspace/index.ts';
import { codeOf } from '../code-of.ts';
import type { Look } from '../context.ts';
import { type Finding, finding } from '../finding.ts';

/** Whoever is named in toban.yaml to be called must be a person who can be called. */
export async function checkPeople(look: Look): Promise<Finding[]> {
  if (look.self === null) return [];
  const named = [...namedIn(look.config)];
  return Promise.all(named.map(([id, uses]) => checkPerson(look, id, uses)));
}

async function checkPerson({ slack, text, patienceMs }: Look, id: string, uses: readonly string[]) {
  try {
    const user = await slack.user(id, AbortSignal.timeout(patienceMs));
    if (!user) return finding('people', 'error', id, text.personMissing(id, uses));
    if (user.bot) return finding('people', 'error', id, text.personIsBot(user.name, id, uses));
    if (user.deactivated) return finding('people', 'error', id, text.personGone(user.name, id, uses));
    return finding('people', 'ok', id, text.personThere(user.name, id, uses));
  } catch (error) {
    return finding('people', 'error', id, text.personUnknown(id, codeOf(error)));
  }
}

/** Person → where toban.yaml names them. */
function namedIn({ rotas, routes }: WorkspaceConfig): Map<string, string[]> {
  const uses = new Map<string, string[]>();
  const add = (id: string, use: string) => {
    const before = uses.get(id) ?? [];
    if (!before.includes(use)) uses.set(id, [...before, use]);
  };
  for (const { id, fallback } of rotas) for (const person of fallback) add(person, `rotas.${id}.fallback`);
  for (const { ladder } of routes)
    for (const { to } of ladder) if (/^[UW][A-Z0-9]{2,}$/.test(to)) add(to, 'routes.ladder');
  return uses;
}
