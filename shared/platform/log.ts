import { currentTrace } from './trace.ts';

/** Fields of a log line: ids and codes only. Never user text, never a token. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** One line of JSON each, as Cloud Logging reads it. `event` is a stable kebab-case code. */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** `cause`: where it was thrown is told, its words are not. */
  error(event: string, fields?: LogFields, cause?: unknown): void;
}

export interface LogOptions {
  readonly least?: Severity;
  readonly write?: (line: string) => void;
  /** Names the traces; without it lines belong to none. */
  readonly project?: string | null;
  /** Of the service, for Error Reporting to tell since when an error is there. */
  readonly version?: string | null;
}

const RANK = { DEBUG: 0, INFO: 1, WARNING: 2, ERROR: 3 } as const;
type Severity = keyof typeof RANK;

/** JSON.stringify escapes control characters, so a hostile field cannot start a line of its own. */
export function createLog(service: string, options: LogOptions = {}): Log {
  const { least = 'INFO', write = (line: string) => process.stdout.write(line), project, version } = options;
  const at =
    (severity: Severity) =>
    (event: string, fields: LogFields = {}, cause?: unknown) => {
      if (RANK[severity] < RANK[least]) return;
      const reported = severity === 'ERROR' ? errorReport(service, version, event, cause) : {};
      const line = { severity, service, message: event, ...fields, ...traceFields(project), ...reported };
      write(`${JSON.stringify(line)}\n`);
    };
  return { debug: at('DEBUG'), info: at('INFO'), warn: at('WARNING'), error: at('ERROR') };
}

/** https://cloud.google.com/logging/docs/structured-logging#structured_logging_special_fields */
function traceFields(project: string | null | undefined): object {
  const trace = currentTrace();
  if (!trace || !project) return {};
  return {
    'logging.googleapis.com/trace': `projects/${project}/traces/${trace.id}`,
    'logging.googleapis.com/spanId': trace.span,
    'logging.googleapis.com/trace_sampled': trace.sampled,
  };
}

/**
 * What Error Reporting groups by: the place where it was thrown, else the event's own name
 * (https://cloud.google.com/error-reporting/docs/formatting-error-messages). An error's words may hold what somebody
 * wrote, so of its stack only the frames are told.
 */
function errorReport(
  service: string,
  version: string | null | undefined,
  event: string,
  cause: unknown,
): object {
  const frames = cause instanceof Error ? framesOf(cause) : null;
  const name = cause instanceof Error ? cause.constructor.name : '';
  return {
    '@type': 'type.googleapis.com/google.devtools.clouderrorreporting.v1beta1.ReportedErrorEvent',
    serviceContext: { service, ...(version && { version }) },
    ...(frames
      ? { stack_trace: [`${name}: ${event}`, ...frames].join('\n') }
      : { context: { reportLocation: { filePath: service, lineNumber: 1, functionName: event } } }),
  };
}

/** The places of a stack, which begins with the error's words: of many lines, some may look like places. */
function framesOf({ stack = '', message }: Error): readonly string[] | null {
  const words = stack.indexOf(message);
  const places = words < 0 ? stack : stack.slice(words + message.length);
  return places.match(/^ {4}at (?:.*\()?\S+:\d+:\d+\)?$/gm);
}

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };
