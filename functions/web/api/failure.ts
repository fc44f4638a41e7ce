import { isTobanError } from '../../../shared/platform/errors.ts';
import type { Log, LogFields } from '../../../shared/platform/log.ts';
import { PROBLEMS, type Problem, problemOf } from './problem.ts';

/** A failure as it is told to a program. One that is ours stands in the log; what was asked wrongly does not. */
export function failureOf(log: Log, event: string, fields: LogFields, error: unknown): Problem {
  const problem = problemOf(error);
  if (PROBLEMS[problem.code] >= 500)
    log.error(
      event,
      {
        ...fields,
        code: isTobanError(error) ? error.code : 'bug',
        reason: error instanceof Error ? error.message : String(error),
      },
      error,
    );
  return problem;
}
