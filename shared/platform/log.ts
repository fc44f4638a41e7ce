/** Fields of a log line: ids and codes only. Never user text, never a token. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** One line of JSON each, as Cloud Logging reads it. `event` is a stable kebab-case code. */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

const RANK = { DEBUG: 0, INFO: 1, WARNING: 2, ERROR: 3 } as const;
type Severity = keyof typeof RANK;

/** JSON.stringify escapes control characters, so a hostile field cannot start a line of its own. */
export function createLog(
  service: string,
  least: Severity = 'INFO',
  write: (line: string) => void = (line) => process.stdout.write(line),
): Log {
  const at =
    (severity: Severity) =>
    (event: string, fields: LogFields = {}) => {
      if (RANK[severity] < RANK[least]) return;
      write(`${JSON.stringify({ severity, service, message: event, ...fields })}\n`);
    };
  return { debug: at('DEBUG'), info: at('INFO'), warn: at('WARNING'), error: at('ERROR') };
}

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };
