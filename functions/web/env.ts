import type { Context, Handler } from 'hono';
import type { Role } from '../../shared/access/index.ts';
import type { Locale } from '../../shared/language/index.ts';

/** Who looks at a page, checked anew with each request. */
export interface Visitor {
  readonly user: string;
  readonly team: string;
  readonly name: string;
  readonly role: Role;
  /** Must come back with every form. */
  readonly csrf: string;
}

/** What the middleware knows about a request by the time a page runs. */
export interface WebEnv {
  Variables: {
    visitor: Visitor | null;
    locale: Locale;
  };
}

export type WebContext = Context<WebEnv>;
export type Page = Handler<WebEnv>;

/** The visitor of a page that only lets people in who have signed in. */
export function visitorOf(c: WebContext): Visitor {
  const { visitor } = c.var;
  if (!visitor) throw new Error('a page without its gate: put needs(…) before it');
  return visitor;
}
