import { isPerson } from '../../slack/index.ts';
import type { WorkspaceConfig } from '../../workspace/index.ts';
import { codeOf } from '../code-of.ts';
import type { Look } from '../context.ts';
import { type Finding, finding } from '../finding.ts';
import { type Uses, usesOf } from '../uses.ts';

/** Whoever is named in toban.yaml must be a person who can be reached. */
export async function checkPeople(look: Look): Promise<Finding[]> {
  if (look.self === null) return [];
  return Promise.all([...peopleOf(look.config)].map(([id, uses]) => checkPerson(look, id, uses)));
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

/** Person → the places of toban.yaml that name them. */
function peopleOf({ rotas, routes, incident, severity, web }: WorkspaceConfig): Uses {
  return usesOf(isPerson, [
    ...rotas.flatMap(({ id, fallback }) => fallback.map((one) => [`rotas.${id}.fallback`, one] as const)),
    ...routes.flatMap(({ ladder }) => ladder.map(({ to }) => ['routes.ladder', to] as const)),
    ...incident.invite.people.map((one) => ['incident.invite', one] as const),
    ...incident.audiences.flatMap(({ id, to }) =>
      to.map((one) => [`incident.audiences.${id}`, one] as const),
    ),
    ...Object.entries(severity.call).flatMap(([level, people]) =>
      (people ?? []).map((one) => [`severity.call.${level}`, one] as const),
    ),
    ...(['admins', 'editors', 'viewers'] as const).flatMap((role) =>
      web[role].map((one) => [`web.${role}`, one] as const),
    ),
  ]);
}
