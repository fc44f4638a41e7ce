import type { Locale } from '../language/index.ts';
import type { Called } from './called.ts';

/** For whom a run is shown, and when. */
export interface RunViewer {
  readonly locale: Locale;
  readonly zone: string;
  readonly clock: { now(): number };
  readonly baseUrl: string | null;
  /** Roles, rotas and the like as the workspace names them. */
  readonly called: Called;
}
