import { type InstallContext, ownersOf } from '../../../shared/admin-token/index.ts';
import type { WebParts } from '../parts.ts';

/** What connecting an administrator works with. */
export function installContext(parts: WebParts): InstallContext {
  const { store, clock, log, cipher, tokens, install, account, config } = parts;
  return {
    store,
    clock,
    log,
    cipher,
    tokens,
    install,
    account,
    rotaConfigs: config.rotas,
    owners: ownersOf(config),
  };
}
