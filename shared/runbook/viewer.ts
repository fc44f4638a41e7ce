import type { Locale } from '../language/index.ts';

/** For whom a run is shown, and when. */
export interface RunViewer {
  readonly locale: Locale;
  readonly zone: string;
  readonly clock: { now(): number };
  readonly baseUrl: string | null;
  /** Roles as the workspace names them. */
  readonly roles: readonly { readonly id: string; readonly name: Readonly<Record<Locale, string>> }[];
}
