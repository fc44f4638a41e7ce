export type Level = 'ok' | 'warning' | 'error';
export type Check =
  | 'configuration'
  | 'secrets'
  | 'slack'
  | 'scopes'
  | 'channels'
  | 'user-groups'
  | 'sheets'
  | 'people'
  | 'clock'
  | 'admin-token'
  | 'runbooks'
  | 'templates'
  | 'docs'
  | 'ai'
  | 'store'
  | 'bus'
  | 'work'
  | 'undelivered'
  | 'canary';

/** What is so, and how to mend it; `mend` is empty where all is well. */
export type Said = readonly [message: string, mend?: string];

/** One thing that was looked at. Plain text, of users too: never a secret's content. */
export interface Finding {
  readonly check: Check;
  readonly level: Level;
  /** Id or name of what it is about; empty where there is but one. */
  readonly subject: string;
  readonly message: string;
  readonly mend: string | null;
}

export const finding = (check: Check, level: Level, subject: string, [message, mend]: Said): Finding => ({
  check,
  level,
  subject,
  message,
  mend: mend ?? null,
});

/** How many are to be mended, and how many to be looked at. */
export const summaryOf = (
  findings: readonly Finding[],
): { readonly errors: number; readonly warnings: number } => ({
  errors: findings.filter(({ level }) => level === 'error').length,
  warnings: findings.filter(({ level }) => level === 'warning').length,
});
