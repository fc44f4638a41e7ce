import { harmless } from '../harmless.ts';
import type { DryRoute } from './calls.ts';
import type { Finding } from './finding.ts';
import type { DoctorText } from './text.ts';

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
  return [...lines, '', text.summary(count(findings, 'error'), count(findings, 'warning'))];
}

const count = (findings: readonly Finding[], level: Finding['level']): number =>
  findings.filter((one) => one.level === level).length;

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
