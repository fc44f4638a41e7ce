import { roleOf } from '../../../shared/access/index.ts';
import { noteUse, openToken } from '../../../shared/api-token/index.ts';
import type { Locale } from '../../../shared/language/index.ts';
import { isTobanError } from '../../../shared/platform/errors.ts';
import type { WebParts } from '../parts.ts';
import type { Caller } from './operation.ts';
import { Problem } from './problem.ts';
import { isIdToken, serviceCaller } from './service-caller.ts';
import { apiText } from './text.ts';

/** Who asks, by the token in the header alone. The role is what Slack and toban.yaml say now, as on the pages. */
export async function callerOf(
  parts: WebParts,
  header: string | undefined,
  locale: Locale,
  signal: AbortSignal,
): Promise<Caller> {
  const { store, clock, people, config, log } = parts;
  const text = apiText(locale);
  const refuse = (detail: string, error = ''): Problem =>
    new Problem('unauthorized', detail, { headers: { 'www-authenticate': `Bearer realm="toban"${error}` } });
  const shown = /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1];
  if (shown === undefined) throw refuse(text.noToken);
  if (isIdToken(shown)) {
    const service = await serviceCaller(parts, shown, locale, signal);
    if (service) return service;
    throw refuse(text.serviceUnknown, ', error="invalid_token"');
  }
  const now = clock.now();
  const { token } = await openToken(store, shown, now);
  if (!token) throw refuse(text.tokenDead, ', error="invalid_token"');
  const { user, name } = token.owner;
  const person = await people.find(user, signal);
  const role = person ? roleOf(person, config.web) : token.role;
  if (!role) throw refuse(text.ownerGone, ', error="invalid_token"');
  try {
    await noteUse(store, token, now);
  } catch (error) {
    // When it was last used is good to know, and no reason to refuse.
    log.warn('token-use-not-noted', { token: token.id, code: isTobanError(error) ? error.code : 'bug' });
  }
  return { user, name: person?.name ?? name, team: token.team, role, token, locale };
}
