import { type InboundMessage, plainText } from '../slack/index.ts';
import type { RouteConfig } from './schemas.ts';

export type Routing =
  /** It calls for help by this route. */
  | { readonly kind: 'call'; readonly route: RouteConfig }
  /** It mentions the app where no route answers. */
  | { readonly kind: 'no-route' }
  /** Not a call; a reply in a thread may still answer one. */
  | { readonly kind: 'talk' }
  /** Nothing of ours at all: an edit, an unaccepted bot. */
  | { readonly kind: 'ignore' };

/**
 * Whether a message calls for help, and by which route. One whose keyword stands in the words comes before one that is
 * only mentioned; among equals the first in the file. Pure.
 */
export function routeMessage(message: InboundMessage, routes: readonly RouteConfig[]): Routing {
  const here = routes.filter((route) => route.channel === message.channel);
  if (message.bot.length > 0) return routeBot(message, here);
  if (message.editedFrom !== null) return routeEdit(message, message.editedFrom, here);
  const route = best(message, here);
  if (route) return { kind: 'call', route };
  if (message.mentionsApp && here.length === 0) return { kind: 'no-route' };
  return { kind: 'talk' };
}

/** A bot calls only where a route accepts it, and in a thread only by a trigger: forms also post follow-ups there. */
function routeBot(message: InboundMessage, here: readonly RouteConfig[]): Routing {
  if (message.editedFrom !== null) return { kind: 'ignore' };
  const accepting = here.filter((route) => route.triggers.bots.some((id) => message.bot.includes(id)));
  const inThread = message.threadTs !== null && message.threadTs !== message.ts;
  const route = accepting.find((candidate) => !inThread || triggers(message, candidate));
  return route ? { kind: 'call', route } : { kind: 'ignore' };
}

/** An edit calls only when it adds what was missing; the record's id keeps an edited call from calling again. */
function routeEdit(message: InboundMessage, before: string, here: readonly RouteConfig[]): Routing {
  const route = here.find((candidate) => triggers(message, candidate));
  const old: InboundMessage = { ...message, text: before, mentionsApp: false, userGroups: groupsIn(before) };
  const calledBefore =
    here.some((candidate) => triggers(old, candidate)) ||
    (message.mentionsApp && sameMentions(before, message.text));
  return route && !calledBefore ? { kind: 'call', route } : { kind: 'ignore' };
}

function best(message: InboundMessage, here: readonly RouteConfig[]): RouteConfig | undefined {
  const fitting = here.filter((candidate) => triggers(message, candidate));
  return fitting.find((candidate) => speaksOf(message.text, candidate)) ?? fitting[0];
}

function triggers(message: InboundMessage, { triggers: on }: RouteConfig): boolean {
  if (on.mention && message.mentionsApp) return true;
  if (on.userGroups.some((group) => message.userGroups.includes(group))) return true;
  return speaksOf(message.text, { triggers: on });
}

function speaksOf(text: string, { triggers: { keywords } }: Pick<RouteConfig, 'triggers'>): boolean {
  if (keywords.length === 0) return false;
  const words = fold(plainText(text));
  return keywords.some((keyword) => words.includes(fold(keyword)));
}

/** The route for a request made by a gesture in `channel`: that channel's, or the only one there is. Pure. */
export function routeFor(
  channel: string | null,
  text: string,
  routes: readonly RouteConfig[],
): RouteConfig | null {
  const here = routes.filter((route) => route.channel === channel);
  const fits = here.find((route) => speaksOf(text, route)) ?? here[0];
  return fits ?? (routes.length === 1 ? (routes[0] ?? null) : null);
}

/** Full-width and half-width, upper and lower case are one. */
const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

const groupsIn = (text: string): string[] =>
  [...text.matchAll(/<!subteam\^(S[A-Z0-9]+)/g)].map((match) => match[1] ?? '');

/** The edit changed words around the mentions, not the mentions. */
function sameMentions(before: string, after: string): boolean {
  const people = (text: string) =>
    [...text.matchAll(/<@([UW][A-Z0-9]+)/g)]
      .map((match) => match[1])
      .sort()
      .join();
  return people(before) === people(after);
}

/** The routes that a direct message may take; of those that would read the same to whoever chooses, the first. Pure. */
export function directRoutes(routes: readonly RouteConfig[]): readonly RouteConfig[] {
  const seen = new Set<string>();
  return routes.filter(({ triggers: { direct }, rota, name = '' }) => {
    const key = JSON.stringify([rota, name]);
    if (!direct || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
