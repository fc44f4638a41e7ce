export { LONGEST_NAME, listTokens, makeToken, noteUse, openToken, revokeToken } from './keep.ts';
export {
  type ApiToken,
  CHOSEN_SCOPES,
  LIFETIMES,
  SCOPES,
  type Scope,
  scopesOf,
  standingOf,
} from './model.ts';
export { ApiConfig } from './schemas.ts';
export { apiTokenText } from './text.ts';
