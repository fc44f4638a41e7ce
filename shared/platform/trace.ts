import { AsyncLocalStorage } from 'node:async_hooks';

/** Which request a line of log belongs to, over all services that took part: https://www.w3.org/TR/trace-context/ */
export interface Trace {
  /** 32 hex digits. */
  readonly id: string;
  /** 16 hex digits. */
  readonly span: string;
  readonly sampled: boolean;
}

const current = new AsyncLocalStorage<Trace>();

/** What a `traceparent` header says; null for anything else, since strangers write it too. */
export function traceOf(header: string | readonly string[] | undefined): Trace | null {
  const text = typeof header === 'string' ? header : '';
  const [, id, span, flags] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(text) ?? [];
  if (!id || !span || !flags || /^0+$/.test(id) || /^0+$/.test(span)) return null;
  return { id, span, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

/** Runs `body` as a part of a trace: whatever it logs and publishes carries it. Null: as a part of none but the one around it. */
export const withTrace = <T>(trace: Trace | null, body: () => T): T =>
  trace ? current.run(trace, body) : body();

export const currentTrace = (): Trace | null => current.getStore() ?? null;

/** As an attribute of a message on the bus; none outside a trace. */
export function traceAttributes(): Readonly<Record<string, string>> {
  const trace = currentTrace();
  if (!trace) return {};
  return { traceparent: `00-${trace.id}-${trace.span}-${trace.sampled ? '01' : '00'}` };
}
