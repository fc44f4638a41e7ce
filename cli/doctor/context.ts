import type { Locale } from '../../shared/language/index.ts';
import type { Env } from '../../shared/platform/config.ts';
import type { RotaReader } from '../../shared/rota/index.ts';
import type { WorkspaceConfig } from '../../shared/workspace/index.ts';
import type { Parts } from './parts.ts';
import type { DoctorText } from './text.ts';

/** What one look has in hand. */
export interface Look extends Parts {
  readonly env: Env;
  readonly config: WorkspaceConfig;
  readonly rotas: RotaReader;
  readonly text: DoctorText;
  readonly locale: Locale;
  /** The bot's account; null where its token is no good. */
  readonly self: string | null;
  /** How long one check may take, in ms. */
  readonly patienceMs: number;
}
