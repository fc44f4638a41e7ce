export { googleAccessToken } from './access-token.ts';
export { hasGoogleCredentials } from './has-credentials.ts';
export { createIdTokenReader, googleKeys } from './id-token.ts';
