export { LONGEST_NAME, listTokens, makeToken, noteUse, openToken, revokeToken } from './keep.ts';
export { type ApiToken, LIFETIMES, SCOPES, type Scope, scopesOf, standingOf, WRITE_SCOPES } from './model.ts';
export { ApiConfig } from './schemas.ts';
export { apiTokenText } from './text.ts';
