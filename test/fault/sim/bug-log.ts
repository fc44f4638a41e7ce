import type { Log, LogFields } from '../../../shared/platform/log.ts';

/** Keeps what the program calls a bug of its own; everything else is what faults are for. */
export class BugLog implements Log {
  readonly bugs: string[] = [];

  debug(): void {}

  info(): void {}

  warn(event: string, fields: LogFields = {}): void {
    if (fields.code === 'bug' || fields.code === 'exists')
      this.bugs.push(`${event} ${JSON.stringify(fields)}`);
  }

  error(event: string, fields: LogFields = {}): void {
    this.warn(event, fields);
  }
}
