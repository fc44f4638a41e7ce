import { z } from 'zod';
import { roles } from '../../../shared/access/index.ts';
import { SCOPES } from '../../../shared/api-token/index.ts';
import { isoOrNull, NO_QUERY, operation, Person, personOut, time } from './operation.ts';

const Me = z
  .object({
    person: Person,
    team: z.string(),
    role: z.enum(roles),
    token: z.object({ name: z.string(), scopes: z.array(z.enum(SCOPES)), expiresAt: time.nullable() }),
  })
  .meta({ id: 'Me' });

export const me = operation({
  id: 'getMe',
  method: 'GET',
  path: '/me',
  tag: 'me',
  summary: { ja: 'このトークンで誰として何ができるか', en: 'As whom this token acts, and what it may do' },
  query: NO_QUERY,
  item: Me,
  list: false,
  run: async ({ caller: { user, name, team, role, token } }) => ({
    item: {
      person: personOut({ user, name }),
      team,
      role,
      token: { name: token.name, scopes: [...token.scopes], expiresAt: isoOrNull(token.expiresAt) },
    },
  }),
});
