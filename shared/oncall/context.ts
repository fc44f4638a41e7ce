import type { CoverContext } from '../cover/index.ts';
import type { AskMemberships } from '../duty/index.ts';

/** What `/oncall` works with: covers, and who is in the channels from which a rota's people are called. */
export interface OncallContext extends CoverContext {
  readonly memberships: AskMemberships;
}
