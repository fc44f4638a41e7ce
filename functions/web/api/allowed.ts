import { allows } from '../../../shared/access/index.ts';
import { apiTokenText } from '../../../shared/api-token/index.ts';
import type { Caller, Operation } from './operation.ts';
import { Problem } from './problem.ts';
import { apiText } from './text.ts';

/** Whether a token was made for an operation, and its owner may do it on the pages. */
export const may = ({ needs }: Operation, { token, role }: Pick<Caller, 'token' | 'role'>): boolean =>
  !needs || (token.scopes.includes(needs.scope) && allows(role, needs.role));

/** Refuses what the token was not made for, and what its owner may not do on the pages either. */
export function mustBeAllowed({ needs }: Operation, { token, role, locale }: Caller): void {
  if (!needs) return;
  const text = apiText(locale);
  if (!token.scopes.includes(needs.scope)) {
    const detail = text.scopeMissing(needs.scope, apiTokenText(locale).scopes[needs.scope]);
    // As RFC 6750 has it, so that a client can tell it from a token that opens nothing.
    const challenge = `Bearer realm="toban", error="insufficient_scope", scope="${needs.scope}"`;
    throw new Problem('forbidden', detail, { headers: { 'www-authenticate': challenge } });
  }
  if (!allows(role, needs.role)) throw new Problem('forbidden', text.roleMissing(role, needs.role));
}
