export { type DryLook, type DryRoute, dryRoutes } from './calls.ts';
export { readConfiguration } from './checks/configuration.ts';
export { checkSecrets } from './checks/secrets.ts';
export type { Asked, Look } from './context.ts';
export { diagnose } from './diagnose.ts';
export { type Check, type Finding, type Level, summaryOf } from './finding.ts';
export { readOnly } from './read-only.ts';
export { sheetKept, sheetNow } from './sheet-seen.ts';
export { type DoctorText, doctorText } from './text.ts';
