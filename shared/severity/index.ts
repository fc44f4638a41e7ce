export { amountText, parseAmount } from './amount.ts';
export { assess } from './assess.ts';
export { type DutyStep, dutySteps } from './duties.ts';
export {
  type Amount,
  type Assessment,
  type Facts,
  graver,
  isSeverity,
  NO_FACTS,
  SEVERITIES,
  type Severity,
} from './model.ts';
export { SeverityConfig } from './schemas.ts';
export { describeAhead, describeAssessment } from './text.ts';
