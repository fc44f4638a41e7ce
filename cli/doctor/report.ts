import { type DoctorText, type DryRoute, type Finding, summaryOf } from '../../shared/doctor/index.ts';
import { harmless } from '../harmless.ts';

const MARKS = { ok: '✓', warning: '!', error: '✗' } as const;

/** One line for each finding, by what was looked at; what to do stands beneath. */
export function findingLines(findings: readonly Finding[], text: DoctorText): string[] {
  const checks = [...new Set(findings.map(({ check }) => check))];
  const lines = checks.flatMap((check) => [
    text.checks[check],
    ...findings
      .filter((one) => one.check === check)
      .flatMap(({ level, message, mend }) => [
        `  ${MARKS[level]} ${harmless(message)}`,
        ...(mend && level !== 'ok' ? [`    → ${harmless(mend)}`] : []),
      ]),
  ]);
  const { errors, warnings } = summaryOf(findings);
  return [...lines, '', text.summary(errors, warnings)];
}

export function routeLines(routes: readonly DryRoute[], time: string, text: DoctorText): string[] {
  const lines = routes.flatMap(({ channel, name, rungs, nobody }) => [
    '',
    text.call.route(channel, harmless(name)),
    ...(nobody ? [`  ${nobody}`] : []),
    ...rungs.map((one) => `  ${text.call.step(one.time, harmless(one.name), one.user, harmless(one.why))}`),
    ...[...new Set(rungs.flatMap(({ trouble }) => trouble))].map((sentence) => `  ! ${harmless(sentence)}`),
  ]);
  return [text.call.title(time), ...lines];
}
