/** What must be settled before an erasure, in the order in which one would go about it. */
export const OBSTACLES = [
  'account',
  'unasked',
  'configuration',
  'rota',
  'members',
  'cover',
  'incident',
  'postmortem',
  'action-item',
  'runbook',
  'admin',
  'import',
] as const;
export type ObstacleKind = (typeof OBSTACLES)[number];
